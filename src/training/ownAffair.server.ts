import { memberAccounts } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'

/** Whether whoever acts would decide about themselves: by this account, or by another one of the same member. */
export async function ownAffair(reader: Reader, accountId: AccountId): Promise<boolean> {
  const { actor } = reader
  if (actor.kind !== 'account') return false
  if (actor.accountId === accountId) return true
  const members = await memberAccounts(reader)
  const memberId = members.get(accountId)
  return memberId !== undefined && members.get(actor.accountId) === memberId
}
