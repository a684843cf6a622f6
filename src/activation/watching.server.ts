import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AccountId, ActivationId } from '../platform/ids.ts'
import type { ActivationTables } from './tables.server.ts'

/** Whoever was not seen for this long has gone; longer than a live board waits before it looks again. */
const goneSeconds = 40

/** An account looks at a board now. Somebody new is told to the others at once. */
export async function watch(db: Db, actor: Actor, id: ActivationId): Promise<void> {
  if (actor.kind !== 'account') return
  await db.write(actor, async (tx) => {
    const { rows } = await sql<{ fresh: boolean }>`
      insert into activation.watching as w (region_id, activation_id, account_id)
      values (${tx.regionId}, ${id}, ${actor.accountId})
      on conflict (region_id, activation_id, account_id) do update set seen_at = ${tx.now}
      returning xmax = 0 as fresh`.execute(tx.tables())
    if (!rows[0]?.fresh) return
    // A process that died left its rows behind.
    await sql`delete from activation.watching where region_id = ${tx.regionId}
      and seen_at < ${tx.now.subtract({ hours: 1 })}`.execute(tx.tables())
    await notice(tx, id)
  })
}

/** They have gone; the others hear of it. */
export async function leave(db: Db, actor: Actor, id: ActivationId): Promise<void> {
  if (actor.kind !== 'account') return
  await db.write(actor, async (tx) => {
    await tx
      .tables<ActivationTables>()
      .deleteFrom('activation.watching')
      .where('region_id', '=', tx.regionId)
      .where('activation_id', '=', id)
      .where('account_id', '=', actor.accountId)
      .execute()
    await notice(tx, id)
  })
}

/** Who looks at a board now, oldest account first. */
export async function watchersOf(reader: Reader, id: ActivationId): Promise<AccountId[]> {
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.watching')
    .select('account_id')
    .where('region_id', '=', reader.regionId)
    .where('activation_id', '=', id)
    .where('seen_at', '>', reader.now.subtract({ seconds: goneSeconds }))
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

/** As a change of the activation would be told: boards look again. */
async function notice(reader: Reader, id: ActivationId): Promise<void> {
  const payload = JSON.stringify({ region: reader.regionId, topic: 'watching', id, version: 0 })
  await sql`select pg_notify('tailboard', ${payload})`.execute(reader.tables())
}
