import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import type { Db } from '../platform/db.server.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import type { Hold, HoldReason } from './hold.ts'
import type { RetentionTables } from './tables.server.ts'

/** Sets a hold, after whatever is being removed in this moment. False: one for this reason stands already. */
export async function setHold(db: Db, regionId: RegionId, reason: HoldReason): Promise<boolean> {
  return await db.write({ kind: 'system', regionId }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`retention ${regionId}`}, 0))`.execute(
      tx.tables(),
    )
    const set = await tx
      .tables<RetentionTables>()
      .insertInto('retention.hold')
      .values({ region_id: regionId, id: newId<string>(), reason, set_at: tx.now, lifted_at: null })
      .onConflict((conflict) =>
        conflict.columns(['region_id', 'reason']).where('lifted_at', 'is', null).doNothing(),
      )
      .executeTakeFirst()
    const isNew = Number(set.numInsertedOrUpdatedRows) > 0
    if (isNew) await audit(tx, { act: 'hold_set', subject: 'region', detail: { reason } })
    return isNew
  })
}

/** False: none for this reason stands. */
export async function liftHold(db: Db, regionId: RegionId, reason: HoldReason): Promise<boolean> {
  return await db.write({ kind: 'system', regionId }, async (tx) => {
    const lifted = await tx
      .tables<RetentionTables>()
      .updateTable('retention.hold')
      .set({ lifted_at: tx.now })
      .where('region_id', '=', regionId)
      .where('reason', '=', reason)
      .where('lifted_at', 'is', null)
      .executeTakeFirst()
    const stood = Number(lifted.numUpdatedRows) > 0
    if (stood) await audit(tx, { act: 'hold_lifted', subject: 'region', detail: { reason } })
    return stood
  })
}

export async function loadHolds(db: Db, regionId: RegionId): Promise<readonly Hold[]> {
  return await db.read({ kind: 'system', regionId }, async (reader) => {
    const rows = await reader
      .tables<RetentionTables>()
      .selectFrom('retention.hold')
      .select(['reason', 'set_at', 'lifted_at'])
      .where('region_id', '=', regionId)
      .orderBy('set_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({ reason: row.reason, setAt: row.set_at, liftedAt: row.lifted_at }))
  })
}
