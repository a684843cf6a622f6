import { ascii, type Bytes, join, uuid } from './bytes.ts'
import { deriveKeyPair, type KeyPair } from './hpke.ts'
import { hkdf, sha256 } from './primitives.ts'
import { strengthen } from './strengthen.ts'

/** How many words a receipt has, and what a peer without a passkey's PRF writes down: about 90 bits. */
export const receiptWords = 7

/** All that seven words give. It is worth what the words are worth: it stays in the open tab. */
export type ReceiptKeys = {
  /** Shown to the server, which keeps its hash. */
  readonly access: Bytes
  /** Seals content keys to peers. */
  readonly seeker: KeyPair
  /** Opens the own copy. */
  readonly sealing: Bytes
}

const nothing = new Uint8Array(0)

export async function receiptKeys(words: readonly string[], region: string): Promise<ReceiptKeys> {
  // One salt for a region: whoever guesses works against all its receipts at once, so 90 bits less log2 of their number.
  const salt = await sha256(join(ascii('tailboard receipt v1'), uuid(region)))
  const strong = await strengthen(words, salt)
  return {
    access: await hkdf(strong, nothing, 'tailboard v1 access'),
    seeker: await deriveKeyPair(await hkdf(strong, nothing, 'tailboard v1 hpke')),
    sealing: await hkdf(strong, nothing, 'tailboard v1 seal'),
  }
}

/** What the server keeps of the access secret. */
export async function accessHash(access: Bytes): Promise<Bytes> {
  return await sha256(access)
}
