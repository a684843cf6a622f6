import { type Auth, openSession } from '../../src/identity/index.server.ts'
import type { AccountId } from '../../src/platform/ids.ts'

/** The Cookie header of a browser in which this account is signed in, with its second factor proven. */
export async function signInAs(auth: Auth, accountId: AccountId): Promise<string> {
  return (await openSession(auth, accountId, 'passkey')).split(';', 1)[0]!
}
