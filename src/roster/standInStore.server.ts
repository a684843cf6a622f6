import type { Reader } from '../platform/db.server.ts'
import type { DutyShift, StandIn, Whose } from './dutyShift.ts'
import type { RosterTables } from './tables.server.ts'

/** A shift of either kind; null when it is not there. */
export async function loadShift(reader: Reader, kind: Whose['kind'], id: string): Promise<DutyShift | null> {
  const tables = reader.tables<RosterTables>()
  if (kind === 'member') {
    const row = await tables
      .selectFrom('roster.on_call_shift')
      .select(['member_id', 'starts_at', 'ends_at'])
      .where('region_id', '=', reader.regionId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) return null
    return { id, startsAt: row.starts_at, endsAt: row.ends_at, whose: { kind, memberId: row.member_id } }
  }
  const row = await tables
    .selectFrom('roster.coordinator_shift')
    .select(['account_id', 'place', 'starts_at', 'ends_at'])
    .where('region_id', '=', reader.regionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const whose = { kind, accountId: row.account_id, place: row.place }
  return { id, startsAt: row.starts_at, endsAt: row.ends_at, whose }
}

/** Stand-ins asked for shifts that are not over, soonest first; or all of one shift, or one. */
export async function loadStandInsAsked(
  reader: Reader,
  only: { readonly id?: string; readonly shiftId?: string } = {},
): Promise<StandIn[]> {
  const { id, shiftId } = only
  const rows = await reader
    .tables<RosterTables>()
    .selectFrom('roster.stand_in_request as r')
    .leftJoin('roster.stand_in_end as e', (join) =>
      join.onRef('e.region_id', '=', 'r.region_id').onRef('e.request_id', '=', 'r.id'),
    )
    .leftJoin('roster.on_call_shift as s', (join) =>
      join.onRef('s.region_id', '=', 'r.region_id').onRef('s.id', '=', 'r.shift_id'),
    )
    .leftJoin('roster.coordinator_shift as c', (join) =>
      join.onRef('c.region_id', '=', 'r.region_id').onRef('c.id', '=', 'r.shift_id'),
    )
    .select(['r.id', 'r.shift_id', 'r.member_id', 'r.account_id', 'r.place', 'r.starts_at', 'r.ends_at'])
    .select(['r.asked_at', 'e.how', 'e.member_id as by_member', 'e.account_id as by_account'])
    .select(['s.id as stands', 'c.id as coordinates'])
    .where('r.region_id', '=', reader.regionId)
    .$if(id !== undefined, (query) => query.where('r.id', '=', id!))
    .$if(shiftId !== undefined, (query) => query.where('r.shift_id', '=', shiftId!))
    .$if(id === undefined && shiftId === undefined, (query) => query.where('r.ends_at', '>', reader.now))
    .orderBy('r.starts_at')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    shiftId: row.shift_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    whose:
      row.member_id === null
        ? { kind: 'coordinator', accountId: row.account_id!, place: row.place! }
        : { kind: 'member', memberId: row.member_id },
    askedAt: row.asked_at,
    end: row.how === 'taken' ? { takenBy: (row.by_member ?? row.by_account)! } : row.how,
    open:
      row.how === null &&
      (row.stands ?? row.coordinates) !== null &&
      Temporal.Instant.compare(row.starts_at, reader.now) > 0,
  }))
}
