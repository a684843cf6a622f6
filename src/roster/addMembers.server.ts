import { accountOf } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { addFurtherAgencies } from './furtherAgencies.server.ts'
import type { Member } from './member.ts'
import type { Credential } from './standing.ts'
import type { RosterTables } from './tables.server.ts'

type Day = Temporal.PlainDate

/** A member as a roster brings them in: no ground is known for what was decided elsewhere. */
export type NewMember = Omit<Member, 'id'> & {
  readonly selectedOn: Day | null
  readonly credentials: readonly (Credential & { readonly number: string })[]
  readonly agreement: { readonly signedOn: Day; readonly renewBy: Day } | null
  readonly designation: { readonly document: string; readonly designatedOn: Day } | null
  readonly suspendedFrom: Temporal.Instant | null
}

/** Writes members with all they bring, in the caller's transaction; answers their ids in the same order. */
export async function addMembers(tx: Tx, members: readonly NewMember[]): Promise<MemberId[]> {
  const tables = tx.tables<RosterTables>()
  const region_id = tx.regionId
  const by = accountOf(tx.actor)
  const rows = members.map((member) => ({ member, id: newId<MemberId>() }))
  if (rows.length === 0) return []
  /** One row for each member who has it. */
  const each = <Fact, Row>(of: (member: NewMember) => readonly Fact[], row: (fact: Fact) => Row) =>
    rows.flatMap(({ member, id }) =>
      of(member).map((fact) => ({ region_id, id: newId<string>(), member_id: id, ...row(fact) })),
    )
  const one = <Fact>(fact: Fact | null): readonly Fact[] => (fact === null ? [] : [fact])

  await tables
    .insertInto('roster.member')
    .values(
      rows.map(({ member, id }) => ({
        region_id,
        id,
        agency_id: member.agencyId,
        name: member.name,
        email: member.email,
        role: member.role,
        rank_band: member.rankBand,
        disciplines: [...member.disciplines],
        languages: [...member.languages],
        town: member.town,
        latitude: member.place?.latitude ?? null,
        longitude: member.place?.longitude ?? null,
        recorded_by: by,
      })),
    )
    .execute()
  await addFurtherAgencies(
    tx,
    rows.map(({ member, id }) => ({ memberId: id, agencies: member.furtherAgencies })),
  )
  const selections = each(
    (member) => one(member.selectedOn),
    (day) => ({ selected_on: day, decided_by: by }),
  )
  const credentials = each(
    (member) => member.credentials,
    (credential) => ({
      kind: credential.kind,
      issuer: credential.issuer,
      number: credential.number,
      issued_on: credential.issuedOn,
      expires_on: credential.expiresOn,
      evidence_kind: null,
      evidence_kept: null,
      recorded_by: by,
    }),
  )
  const agreements = each(
    (member) => one(member.agreement),
    (agreement) => ({ signed_on: agreement.signedOn, renew_by: agreement.renewBy, recorded_by: by }),
  )
  const designations = each(
    (member) => one(member.designation),
    ({ document, designatedOn }) => ({ document, designated_on: designatedOn, recorded_by: by }),
  )
  const suspensions = each(
    (member) => one(member.suspendedFrom),
    (from) => ({ ground: 'not_recorded' as const, starts_at: from, decided_by: by }),
  )
  if (selections.length > 0) await tables.insertInto('roster.selection').values(selections).execute()
  if (credentials.length > 0) await tables.insertInto('roster.credential').values(credentials).execute()
  if (agreements.length > 0) await tables.insertInto('roster.agreement').values(agreements).execute()
  if (designations.length > 0) await tables.insertInto('roster.designation').values(designations).execute()
  if (suspensions.length > 0) await tables.insertInto('roster.suspension').values(suspensions).execute()
  return rows.map((row) => row.id)
}
