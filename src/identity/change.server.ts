import { type AccountId, newId } from '../platform/ids.ts'
import type { Auth } from './auth.server.ts'
import { tellAccount } from './jobs.ts'
import { endOthers } from './session.server.ts'

/** What follows every change of what somebody signs in with: all sessions but one end, and they are told by mail. */
export async function afterChange(auth: Auth, accountId: AccountId, kept: string | null): Promise<void> {
  await endOthers(auth, accountId, kept)
  await tellOfChange(auth, accountId)
}

/** By mail, without a word of what it was. */
export async function tellOfChange(auth: Auth, accountId: AccountId): Promise<void> {
  const payload = JSON.stringify(tellAccount.schema.parse({ accountId, noticeId: newId<string>() }))
  await auth.pool.query('select tailboard.enqueue($1, $2::jsonb)', [tellAccount.name, payload])
}
