import { memberAccounts } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'

/** Whether whoever acts would decide about themselves: by this account, or by another one of the same member. */
export async function ownAffair(reader: Reader, accountId: AccountId): Promise<boolean> {
  return (await ownAffairs(reader))(accountId)
}

/** The same, for many. */
export async function ownAffairs(reader: Reader): Promise<(accountId: AccountId) => boolean> {
  const { actor } = reader
  if (actor.kind !== 'account') return () => false
  const members = await memberAccounts(reader)
  const memberId = members.get(actor.accountId)
  return (accountId) =>
    actor.accountId === accountId || (memberId !== undefined && members.get(accountId) === memberId)
}
