import { randomBytes } from 'node:crypto'
import type { StoredSeal } from '../crypto/index.ts'

/** As long as a sealed key, and to a key of this number; nobody opens it. */
export function sealTo(member: string, keyNumber = 1): StoredSeal {
  const sealed = Uint8Array.from(randomBytes(85))
  new DataView(sealed.buffer).setUint32(1, keyNumber)
  return { member, number: 1, sealed }
}
