import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { undelivered } from './jobs.ts'
import type { DeliveryState } from './phone.ts'
import type { MessagingTables } from './tables.server.ts'

/**
 * Keeps what a provider tells of an attempt. Receipts come late, twice and in any order: a final state stays, and
 * only its first telling has an effect. False where nothing was changed.
 */
export async function noteState(
  tx: Tx,
  key: string,
  attempt: number,
  state: DeliveryState,
): Promise<boolean> {
  const changed = await tx
    .tables<MessagingTables>()
    .updateTable('messaging.attempt')
    .set({ state, state_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('message_key', '=', key)
    .where('attempt', '=', attempt)
    .where('channel', '!=', 'mail')
    .where((eb) =>
      state === 'sent' ? eb('state', 'is', null) : eb.or([eb('state', 'is', null), eb('state', '=', 'sent')]),
    )
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  if (state === 'undelivered') await tellUndelivered(tx, key)
  return true
}

/** A message does not arrive: its sender hears of it, in this transaction. */
export async function tellUndelivered(tx: Tx, key: string): Promise<void> {
  await enqueue(tx, undelivered, { regionId: tx.regionId, key }, { key: `undelivered:${key}` })
}
