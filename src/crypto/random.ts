import type { Bytes } from './bytes.ts'

/** The one place of this folder that draws: keys, salts, nonces and words. */
export function random(length: number): Bytes {
  return globalThis.crypto.getRandomValues(new Uint8Array(length))
}
