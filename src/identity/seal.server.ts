import type { AccountId } from '../platform/ids.ts'
import { openSealed, seal } from '../platform/seal.server.ts'
import type { Secrets } from '../platform/secrets.server.ts'

/** A seed as the database may hold it: sealed under a key of this installation, bound to its account. */
export function sealSeed(secrets: Secrets, accountId: AccountId, seed: Uint8Array): Buffer {
  return seal(secrets.key('totp seeds'), accountId, seed)
}

/** Throws where the seal was made for another account or under another secret. */
export function openSeed(secrets: Secrets, accountId: AccountId, sealed: Buffer): Buffer {
  return openSealed(secrets.key('totp seeds'), accountId, sealed)
}
