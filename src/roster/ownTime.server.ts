import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import type { OwnTimeView } from './ownTimeView.ts'
import type { RosterTables } from './tables.server.ts'

/** A member's own shifts and times away that are not over, soonest first. */
export async function loadOwnTime(reader: Reader, memberId: MemberId): Promise<OwnTimeView> {
  const periods = async (table: 'roster.on_call_shift' | 'roster.unavailability') =>
    (
      await reader
        .tables<RosterTables>()
        .selectFrom(table)
        .select(['id', 'starts_at', 'ends_at'])
        .where('region_id', '=', reader.regionId)
        .where('member_id', '=', memberId)
        .where('ends_at', '>', reader.now)
        .orderBy('starts_at')
        .orderBy('id')
        .execute()
    ).map((row) => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at }))
  return {
    region: await loadRegion(reader),
    now: reader.now,
    shifts: await periods('roster.on_call_shift'),
    away: await periods('roster.unavailability'),
  }
}
