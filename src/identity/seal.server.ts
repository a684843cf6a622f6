import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { AccountId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'

const [ivLength, tagLength] = [12, 16]

/** A seed as the database may hold it: AES-256-GCM under a key of this installation, bound to its account. */
export function sealSeed(secrets: Secrets, accountId: AccountId, seed: Uint8Array): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', secrets.key('totp seeds'), iv).setAAD(Buffer.from(accountId))
  const sealed = Buffer.concat([cipher.update(seed), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Throws where the seal was made for another account or under another secret. */
export function openSeed(secrets: Secrets, accountId: AccountId, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secrets.key('totp seeds'), sealed.subarray(0, ivLength))
  decipher.setAAD(Buffer.from(accountId)).setAuthTag(sealed.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()])
}
