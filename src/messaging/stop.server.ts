import type { Reader, Tx } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import type { MessagingTables } from './tables.server.ts'

/** The owner of a number wants no more texts. Said twice, it stands once. */
export async function noteStop(tx: Tx, phone: string): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .insertInto('messaging.text_stop')
    .values({ region_id: tx.regionId, id: newId<string>(), phone })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'phone']).where('resumed_at', 'is', null).doNothing(),
    )
    .execute()
}

/** They want texts again. */
export async function noteStart(tx: Tx, phone: string): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .updateTable('messaging.text_stop')
    .set({ resumed_at: tx.now })
    .where('region_id', '=', tx.regionId)
    .where('phone', '=', phone)
    .where('resumed_at', 'is', null)
    .execute()
}

/** Numbers that take no texts now. */
export async function stoppedPhones(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader
    .tables<MessagingTables>()
    .selectFrom('messaging.text_stop')
    .select('phone')
    .where('region_id', '=', reader.regionId)
    .where('resumed_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.phone))
}
