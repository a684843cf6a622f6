import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { AgencyId, MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { actOn } from './actOn.server.ts'
import type { AskedFor } from './askedFor.ts'
import type { RosterCode } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

/** One thing that one agency may ask for. */
export type NotAsked = { readonly agencyId: AgencyId; readonly what: AskedFor }

/** Who does not want to be asked when this agency asks for this. */
export async function notAskedFor(
  reader: Reader,
  { agencyId, what }: NotAsked,
): Promise<ReadonlySet<MemberId>> {
  const rows = await reader
    .tables<RosterTables>()
    .selectFrom('roster.not_asked_for')
    .select('member_id')
    .where('region_id', '=', reader.regionId)
    .where('agency_id', '=', agencyId)
    .where('what', '=', what)
    .execute()
  return new Set(rows.map((row) => row.member_id))
}

/** What a member chose, agency by agency; whatever is missing they are asked for. */
export async function ownNotAskedFor(reader: Reader, memberId: MemberId): Promise<NotAsked[]> {
  const rows = await reader
    .tables<RosterTables>()
    .selectFrom('roster.not_asked_for')
    .select(['agency_id', 'what'])
    .where('region_id', '=', reader.regionId)
    .where('member_id', '=', memberId)
    .execute()
  return rows.map((row) => ({ agencyId: row.agency_id, what: row.what }))
}

/**
 * A member says what they are not asked for, of these agencies: the whole list, each time. Only they say it; no reason is kept,
 * nobody is told, and it counts from the next question on. What they were asked before stays theirs to answer. `beside`: what
 * else the same form holds, kept with it or not at all.
 */
export async function chooseNotAskedFor(
  db: Db,
  regionId: RegionId,
  memberId: MemberId,
  agencies: readonly AgencyId[],
  chosen: readonly NotAsked[],
  beside: (tx: Tx) => Promise<void> = async () => {},
): Promise<Outcome<null, RosterCode>> {
  const self = { kind: 'member', memberId, regionId } as const
  return await actOn(db, self, 'confirm_details', memberId, async (tx) => {
    const tables = tx.tables<RosterTables>()
    await beside(tx)
    if (agencies.length === 0) return done(null)
    await tables
      .deleteFrom('roster.not_asked_for')
      .where('region_id', '=', tx.regionId)
      .where('member_id', '=', memberId)
      .where('agency_id', 'in', agencies)
      .execute()
    const rows = chosen
      .filter(({ agencyId }) => agencies.includes(agencyId))
      .map(({ agencyId, what }) => ({
        ...{ region_id: tx.regionId, member_id: memberId, agency_id: agencyId, what },
      }))
    if (rows.length > 0) await tables.insertInto('roster.not_asked_for').values(rows).execute()
    return done(null)
  })
}
