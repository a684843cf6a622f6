import type { Db } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { dayOf } from './conversationRows.server.ts'
import type { SupportTables } from './tables.server.ts'
import type { Tally } from './tally.ts'

/** Counts one contact. Each answer is a counter of its own; who counted it crosses to no table. `db` is a pool of the support role. */
export async function countContact(db: Db, regionId: RegionId, tally: Tally): Promise<void> {
  const counted = [['contact', 'all'] as const, ...Object.entries(tally)]
  await db.write({ kind: 'system', regionId }, async (tx) => {
    // In one order for everybody, so that two who count at once wait for each other and not in a circle.
    for (const [kind, code] of counted.sort(([one], [other]) => (one < other ? -1 : 1)))
      await tx
        .tables<SupportTables>()
        .insertInto('support.tally_waiting')
        .values({ region_id: regionId, kind, code, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['region_id', 'kind', 'code'])
            .doUpdateSet((eb) => ({ count: eb('support.tally_waiting.count', '+', 1) })),
        )
        .execute()
  })
}

/** Once a day, what was counted moves into its month, all of it together. Answers how many counters moved. */
export async function moveTallies(db: Db, regionId: RegionId): Promise<number> {
  return await db.write({ kind: 'system', regionId }, async (tx) => {
    const tables = tx.tables<SupportTables>()
    const today = dayOf(tx.now)
    const moved = await tables
      .selectFrom('support.tally_moved')
      .select('moved_on')
      .where('region_id', '=', regionId)
      .forUpdate()
      .executeTakeFirst()
    if (moved !== undefined && Temporal.PlainDate.compare(moved.moved_on, today) >= 0) return 0
    // What waits was counted since the last move: of the day before, or of today where nothing moved yet.
    const month = (moved?.moved_on ?? today).with({ day: 1 })
    await tables
      .insertInto('support.tally_moved')
      .values({ region_id: regionId, moved_on: today })
      .onConflict((conflict) => conflict.column('region_id').doUpdateSet({ moved_on: today }))
      .execute()
    if (moved === undefined) return 0
    const waiting = await tables
      .deleteFrom('support.tally_waiting')
      .where('region_id', '=', regionId)
      .returning(['kind', 'code', 'count'])
      .execute()
    for (const { kind, code, count } of waiting)
      await tables
        .insertInto('support.tally')
        .values({ region_id: regionId, month, kind, code, count })
        .onConflict((conflict) =>
          conflict
            .columns(['region_id', 'month', 'kind', 'code'])
            .doUpdateSet((eb) => ({ count: eb('support.tally.count', '+', count) })),
        )
        .execute()
    return waiting.length
  })
}
