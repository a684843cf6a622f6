import { sql } from 'kysely'
import type { Channel } from '../messaging/index.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId, RegionId } from '../platform/ids.ts'
import type { DrillAnswer } from './drill.ts'
import type { RosterTables } from './tables.server.ts'

export type Drill = {
  readonly id: string
  readonly beganAt: Temporal.Instant
  /** Null: the schedule. */
  readonly beganBy: AccountId | null
  readonly dueAt: Temporal.Instant
}

export type DrillLine = {
  readonly id: string
  readonly drillId: string
  readonly whom:
    | { readonly kind: 'member'; readonly id: MemberId }
    | { readonly kind: 'coordinator'; readonly id: AccountId }
  readonly channel: Channel
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: DrillAnswer | null
}

/** Newest first. */
export async function loadDrills(reader: Reader, most = 24): Promise<Drill[]> {
  const rows = await reader
    .tables<RosterTables>()
    .selectFrom('roster.drill')
    .select(['id', 'began_at', 'began_by', 'due_at'])
    .where('region_id', '=', reader.regionId)
    .orderBy('began_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    beganAt: row.began_at,
    beganBy: row.began_by,
    dueAt: row.due_at,
  }))
}

type Which =
  | { readonly drillId: string; readonly memberId?: MemberId; readonly channel?: Channel }
  | { readonly id: string }

export async function loadDrillLines(reader: Reader, which: Which): Promise<DrillLine[]> {
  let query = reader
    .tables<RosterTables>()
    .selectFrom('roster.drill_line')
    .selectAll()
    .where('region_id', '=', reader.regionId)
  if ('id' in which) query = query.where('id', '=', which.id)
  else {
    query = query.where('drill_id', '=', which.drillId)
    if (which.memberId !== undefined) query = query.where('member_id', '=', which.memberId)
    if (which.channel !== undefined) query = query.where('channel', '=', which.channel)
  }
  return (await query.orderBy('id').execute()).map((row) => ({
    id: row.id,
    drillId: row.drill_id,
    whom:
      row.member_id === null
        ? { kind: 'coordinator', id: row.account_id! }
        : { kind: 'member', id: row.member_id },
    channel: row.channel,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
  }))
}

/** How many were asked, and how many answered on any way, by drill. */
export async function countDrills(
  reader: Reader,
): Promise<ReadonlyMap<string, { readonly asked: number; readonly reached: number }>> {
  const { rows } = await sql<{ id: string; asked: number; reached: number }>`
    select drill_id as id, count(*)::integer as asked, count(*) filter (where answered)::integer as reached
      from (select drill_id, bool_or(answered_at is not null) as answered from roster.drill_line
             where region_id = ${reader.regionId} group by drill_id, coalesce(member_id, account_id)) one
     group by drill_id`.execute(reader.tables<RosterTables>())
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** A link in a message names no region. */
export async function regionOfDrillLine(db: Db, lineId: string): Promise<RegionId | null> {
  const { rows } = await db.outside((outside) =>
    sql<{ region: RegionId | null }>`select roster.region_of_drill_line(${lineId}) as region`.execute(
      outside,
    ),
  )
  return rows[0]?.region ?? null
}
