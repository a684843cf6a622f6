import type { Tx } from '../platform/db.server.ts'
import type { MessagingTables } from './tables.server.ts'

/** Numbers, proofs and browsers of somebody who leaves: no way to reach them is kept. */
export async function forgetPerson(tx: Tx, persons: readonly string[]): Promise<void> {
  const tables = tx.tables<MessagingTables>()
  await tables
    .deleteFrom('messaging.reach')
    .where('region_id', '=', tx.regionId)
    .where('person_id', 'in', persons)
    .execute()
  await tables
    .deleteFrom('messaging.phone_proof')
    .where('region_id', '=', tx.regionId)
    .where('person_id', 'in', persons)
    .execute()
  await tables
    .updateTable('messaging.push_subscription')
    .set({ endpoint: null, p256dh: null, auth: null, ended_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('person_id', 'in', persons)
    .where('ended_at', 'is', null)
    .execute()
}
