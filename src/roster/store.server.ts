import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import type { Place } from '../region/index.ts'
import type { Standing } from './deployable.ts'
import type { Member } from './member.ts'
import type { RosterTables } from './tables.server.ts'

export type NewMember = Omit<Member, 'id' | 'place'> & {
  readonly place: Place | null
  readonly credentials: readonly {
    readonly kind: string
    readonly issuer: string
    readonly number: string
    readonly issuedOn: Temporal.PlainDate
    readonly expiresOn: Temporal.PlainDate
  }[]
  readonly agreement: { readonly signedOn: Temporal.PlainDate; readonly renewBy: Temporal.PlainDate } | null
  readonly designation: { readonly document: string; readonly designatedOn: Temporal.PlainDate } | null
  readonly suspendedFrom: Temporal.Instant | null
}

export async function loadMembers(reader: Reader): Promise<Member[]> {
  return (await members(reader).orderBy('name').orderBy('id').execute()).map(memberOf)
}

export async function loadMember(reader: Reader, id: MemberId): Promise<Member | null> {
  const row = await members(reader).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : memberOf(row)
}

function members(reader: Reader) {
  return reader
    .tables<RosterTables>()
    .selectFrom('roster.member')
    .selectAll()
    .where('region_id', '=', reader.regionId)
}

function memberOf(row: RosterTables['roster.member']): Member {
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    email: row.email,
    role: row.role,
    disciplines: row.disciplines,
    languages: row.languages,
    town: row.town,
    place:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
  }
}

/** Everything the deployable rule asks for, for all members, as of `at`. */
export async function loadStandings(reader: Reader, at: Temporal.Instant): Promise<Map<MemberId, Standing>> {
  const tables = reader.tables<RosterTables>()
  const region = reader.regionId
  const members = await tables
    .selectFrom('roster.member')
    .select(['id', 'role'])
    .where('region_id', '=', region)
    .execute()
  const credentials = await tables
    .selectFrom('roster.credential')
    .select(['member_id', 'kind', 'issued_on', 'expires_on'])
    .where('region_id', '=', region)
    .execute()
  const agreements = await tables
    .selectFrom('roster.agreement')
    .select(['member_id', 'signed_on', 'renew_by'])
    .where('region_id', '=', region)
    .execute()
  const designations = await tables
    .selectFrom('roster.designation')
    .select(['member_id', 'designated_on', 'ended_on'])
    .where('region_id', '=', region)
    .execute()
  const suspensions = await tables
    .selectFrom('roster.suspension')
    .select('member_id')
    .where('region_id', '=', region)
    .where('starts_at', '<=', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .execute()

  const suspended = new Set(suspensions.map((row) => row.member_id))
  const credentialsOf = Map.groupBy(credentials, (row) => row.member_id)
  const agreementsOf = Map.groupBy(agreements, (row) => row.member_id)
  const designationsOf = Map.groupBy(designations, (row) => row.member_id)
  return new Map(
    members.map((member) => [
      member.id,
      {
        role: member.role,
        credentials: (credentialsOf.get(member.id) ?? []).map((row) => ({
          kind: row.kind,
          issuedOn: row.issued_on,
          expiresOn: row.expires_on,
        })),
        agreements: (agreementsOf.get(member.id) ?? []).map((row) => ({
          signedOn: row.signed_on,
          renewBy: row.renew_by,
        })),
        designations: (designationsOf.get(member.id) ?? []).map((row) => ({
          designatedOn: row.designated_on,
          endedOn: row.ended_on,
        })),
        suspended: suspended.has(member.id),
      },
    ]),
  )
}

export async function addMembers(tx: Tx, members: readonly NewMember[]): Promise<MemberId[]> {
  const tables = tx.tables<RosterTables>()
  const region_id = tx.regionId
  const rows = members.map((member) => ({ member, id: newId<MemberId>() }))
  if (rows.length === 0) return []
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
        disciplines: [...member.disciplines],
        languages: [...member.languages],
        town: member.town,
        latitude: member.place?.latitude ?? null,
        longitude: member.place?.longitude ?? null,
      })),
    )
    .execute()
  const credentials = rows.flatMap(({ member, id }) =>
    member.credentials.map((one) => ({
      region_id,
      id: newId<string>(),
      member_id: id,
      kind: one.kind,
      issuer: one.issuer,
      number: one.number,
      issued_on: one.issuedOn,
      expires_on: one.expiresOn,
    })),
  )
  const agreements = rows.flatMap(({ member, id }) =>
    member.agreement === null
      ? []
      : [
          {
            region_id,
            id: newId<string>(),
            member_id: id,
            signed_on: member.agreement.signedOn,
            renew_by: member.agreement.renewBy,
          },
        ],
  )
  const designations = rows.flatMap(({ member, id }) =>
    member.designation === null
      ? []
      : [
          {
            region_id,
            id: newId<string>(),
            member_id: id,
            document: member.designation.document,
            designated_on: member.designation.designatedOn,
            ended_on: null,
          },
        ],
  )
  const suspensions = rows.flatMap(({ member, id }) =>
    member.suspendedFrom === null
      ? []
      : [
          {
            region_id,
            id: newId<string>(),
            member_id: id,
            starts_at: member.suspendedFrom,
            ends_at: null,
            decided_by: null,
          },
        ],
  )
  if (credentials.length > 0) await tables.insertInto('roster.credential').values(credentials).execute()
  if (agreements.length > 0) await tables.insertInto('roster.agreement').values(agreements).execute()
  if (designations.length > 0) await tables.insertInto('roster.designation').values(designations).execute()
  if (suspensions.length > 0) await tables.insertInto('roster.suspension').values(suspensions).execute()
  return rows.map((row) => row.id)
}

type Period = {
  readonly memberId: MemberId
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export async function addPeriods(
  tx: Tx,
  table: 'roster.on_call_shift' | 'roster.unavailability',
  periods: readonly Period[],
): Promise<void> {
  if (periods.length === 0) return
  await tx
    .tables<RosterTables>()
    .insertInto(table)
    .values(
      periods.map((one) => ({
        region_id: tx.regionId,
        id: newId<string>(),
        member_id: one.memberId,
        starts_at: one.startsAt,
        ends_at: one.endsAt,
      })),
    )
    .execute()
}

/** Half-open span as PostgreSQL writes it. */
export function spanText(startsAt: Temporal.Instant, endsAt: Temporal.Instant): string {
  return `[${startsAt.toString()},${endsAt.toString()})`
}

/**
 * Binds a member for a span. The exclusion constraint `commitment_nobody_in_two_places` refuses an overlap;
 * the caller maps that name to its own problem.
 */
export async function commit(
  tx: Tx,
  memberId: MemberId,
  span: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  kind: string,
  weight: number,
): Promise<string> {
  const id = newId<string>()
  await tx
    .tables<RosterTables>()
    .insertInto('roster.commitment')
    .values({
      region_id: tx.regionId,
      id,
      member_id: memberId,
      during: sql`${spanText(span.startsAt, span.endsAt)}::tstzrange`,
      kind,
      weight,
    })
    .execute()
  return id
}

export async function releaseCommitment(tx: Tx, id: string): Promise<void> {
  await tx
    .tables<RosterTables>()
    .deleteFrom('roster.commitment')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}
