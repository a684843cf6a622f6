import type { Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Auth } from './auth.server.ts'
import type { IdentityTables } from './tables.server.ts'

/** What this region knows of an account: its roles, and whatever carries its address. */
export async function forgetAccountHere(tx: Tx, accountId: AccountId, email: string): Promise<void> {
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
}

/** The account itself; sessions, factors and sign-in requests go with it. */
export async function eraseAccount(auth: Auth, accountId: AccountId): Promise<void> {
  await auth.pool.query('delete from auth."user" where id = $1', [accountId])
}
