import type { Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Auth } from './auth.server.ts'
import { oneAfterTheOther } from './endGrant.server.ts'
import { accountsWith } from './grants.server.ts'
import type { IdentityTables } from './tables.server.ts'

/**
 * What this region knows of an account: its roles, and whatever carries its address. False, and nothing was touched: they
 * are the last who administer it, whoever else did a moment ago.
 */
export async function forgetAccountHere(tx: Tx, accountId: AccountId, email: string): Promise<boolean> {
  await oneAfterTheOther(tx)
  const administrators = await accountsWith(tx, 'administrator')
  if (administrators.length === 1 && administrators[0] === accountId) return false
  const tables = tx.tables<IdentityTables>()
  await tables
    .deleteFrom('identity.invitation')
    .where('region_id', '=', tx.regionId)
    .where((either) => either.or([either('email', '=', email), either('used_by', '=', accountId)]))
    .execute()
  await tables
    .deleteFrom('identity.account_recovery')
    .where('region_id', '=', tx.regionId)
    .where('account_id', '=', accountId)
    .execute()
  await tables
    .deleteFrom('identity.grant')
    .where('region_id', '=', tx.regionId)
    .where('account_id', '=', accountId)
    .execute()
  return true
}

/** The account itself; sessions, factors and sign-in requests go with it. */
export async function eraseAccount(auth: Auth, accountId: AccountId): Promise<void> {
  await auth.pool.query('delete from auth."user" where id = $1', [accountId])
}
