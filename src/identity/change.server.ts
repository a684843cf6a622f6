import type pg from 'pg'
import { type AccountId, newId } from '../platform/ids.ts'
import type { Job } from '../platform/jobs.ts'
import { tellAccount, tellCodeUsed } from './jobs.ts'

/** By mail, without a word of what was changed; in the transaction of the change. */
export async function tellOfChange(client: pg.ClientBase, accountId: AccountId): Promise<void> {
  await tell(client, tellAccount, accountId)
}

/** By mail, that a printed code was used; in the transaction that used it. */
export async function tellOfCode(client: pg.ClientBase, accountId: AccountId): Promise<void> {
  await tell(client, tellCodeUsed, accountId)
}

async function tell(
  client: pg.ClientBase,
  { name, schema }: Job<{ accountId: string; noticeId: string }>,
  accountId: AccountId,
): Promise<void> {
  const payload = JSON.stringify(schema.parse({ accountId, noticeId: newId<string>() }))
  // When it happened goes along: a mail that is held up tells an old change, and must not look like one of today.
  await client.query(
    `select tailboard.enqueue($1, $2::jsonb
       || jsonb_build_object('at', floor(extract(epoch from tailboard.now()) * 1000)))`,
    [name, payload],
  )
}
