import { accountOf } from '../platform/actor.ts'
import type { Tx } from '../platform/db.server.ts'
import { loadStandInsAsked } from './standInStore.server.ts'
import type { RosterTables } from './tables.server.ts'

/** Nobody can take this shift over any more. The first end counts: where somebody has taken it, nothing changes. */
export async function endStandInsOf(tx: Tx, shiftId: string): Promise<void> {
  const left = (await loadStandInsAsked(tx, { shiftId })).filter((one) => one.end === null)
  if (left.length === 0) return
  await tx
    .tables<RosterTables>()
    .insertInto('roster.stand_in_end')
    .values(
      left.map((one) => ({
        region_id: tx.regionId,
        request_id: one.id,
        how: 'withdrawn' as const,
        member_id: null,
        account_id: null,
        recorded_by: accountOf(tx.actor),
      })),
    )
    .onConflict((conflict) => conflict.columns(['region_id', 'request_id']).doNothing())
    .execute()
}
