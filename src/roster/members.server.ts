import { sql } from 'kysely'
import type { Reader } from '../platform/db.server.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Member } from './member.ts'
import type { RosterTables } from './tables.server.ts'

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
    .select(furtherAgencies)
    .where('region_id', '=', reader.regionId)
}

/** In the order of their ids, so that everybody reads them alike. */
export const furtherAgencies = sql<AgencyId[]>`array(
  select f.agency_id from roster.further_agency f
   where f.region_id = roster.member.region_id and f.member_id = roster.member.id order by f.agency_id)`.as(
  'further_agencies',
)

/** Without what they say of their gender: that is nobody's to read. */
export function memberOf(
  row: Omit<RosterTables['roster.member'], 'gender'> & { readonly further_agencies: readonly AgencyId[] },
): Member {
  return {
    id: row.id,
    agencyId: row.agency_id,
    furtherAgencies: row.further_agencies,
    name: row.name,
    email: row.email,
    role: row.role,
    rankBand: row.rank_band,
    disciplines: row.disciplines,
    languages: row.languages,
    town: row.town,
    place:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
  }
}
