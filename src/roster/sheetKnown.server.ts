import type { Selectable } from 'kysely'
import type { Reader } from '../platform/db.server.ts'
import { loadAgencyRecords, loadMailDomains, loadPolicy, loadRegion } from '../region/index.server.ts'
import { loadMembers } from './members.server.ts'
import type { SheetCredential, SheetKnown } from './sheetKnown.ts'
import type { RosterTables } from './tables.server.ts'

/** Everything that the region's sheets tell, as one reader sees it. */
export async function loadSheetKnown(reader: Reader): Promise<SheetKnown> {
  const region = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  const tables = reader.tables<RosterTables>()
  const agencies = await loadAgencyRecords(reader)
  const rows = await tables
    .selectFrom('roster.credential')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .orderBy('id')
    .execute()
  const shifts = await tables
    .selectFrom('roster.on_call_shift')
    .select(['member_id', 'starts_at', 'ends_at'])
    .where('region_id', '=', reader.regionId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return {
    timeZone: region.timeZone,
    state: region.state,
    today: reader.now.toZonedDateTimeISO(region.timeZone).toPlainDate(),
    kinds: [...new Set(Object.values(policy.standing.certificates).flat())],
    agencies: agencies.map(({ latitude, longitude, ...agency }) => ({
      ...agency,
      place: latitude === null || longitude === null ? null : { latitude, longitude },
    })),
    mailDomains: [...(await loadMailDomains(reader)).values()].flat(),
    members: await loadMembers(reader),
    credentials: rows.filter((row) => row.ended_on === null).map(credentialFrom),
    takenBack: rows.filter((row) => row.ended_on !== null).map(credentialFrom),
    shifts: shifts.map((row) => ({
      memberId: row.member_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    })),
  }
}

type CredentialRow = Selectable<RosterTables['roster.credential']>

const credentialFrom = (row: CredentialRow): SheetCredential => ({
  memberId: row.member_id,
  kind: row.kind,
  issuer: row.issuer,
  number: row.number,
  issuedOn: row.issued_on,
  expiresOn: row.expires_on,
  evidence:
    row.evidence_kind === null || row.evidence_kept === null
      ? null
      : { kind: row.evidence_kind, kept: row.evidence_kept },
})
