import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'

/** Whose hand it was; null when nobody with an account. */
export function enteredBy(reader: Reader): AccountId | null {
  return reader.actor.kind === 'account' ? reader.actor.accountId : null
}
