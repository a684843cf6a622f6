import type { Db } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { dayOf, tablesOf } from './conversationRows.server.ts'
import type { TallyKind } from './tally.ts'

export type PastMonth = {
  readonly monthsAgo: number
  readonly contacts: number
  readonly notices: number
  readonly kinds: Readonly<Record<TallyKind, Readonly<Record<string, number>>>>
}

/** Lays counters of months that are over, as if they had been counted: for the demonstration. `db` is a pool of the support role. */
export async function layTallies(db: Db, regionId: RegionId, months: readonly PastMonth[]): Promise<void> {
  await db.write({ kind: 'system', regionId }, async (tx) => {
    const tables = tablesOf(tx)
    const today = dayOf(tx.now)
    for (const { monthsAgo, contacts, notices, kinds } of months) {
      const month = today.with({ day: 1 }).subtract({ months: monthsAgo })
      const counted = Object.entries({ contact: { all: contacts }, ...kinds }).flatMap(([kind, counts]) =>
        Object.entries(counts).map(([code, count]) => ({ region_id: regionId, month, kind, code, count })),
      )
      await tables.insertInto('support.tally').values(counted).execute()
      await tables
        .insertInto('support.notice_shown')
        .values({ region_id: regionId, month, count: notices })
        .execute()
    }
    await tables
      .insertInto('support.tally_moved')
      .values({ region_id: regionId, moved_on: today })
      .onConflict((conflict) => conflict.column('region_id').doUpdateSet({ moved_on: today }))
      .execute()
  })
}
