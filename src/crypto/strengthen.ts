import { argon2id } from 'hash-wasm'
import { ascii, type Bytes } from './bytes.ts'

/** Argon2id 1.3 (RFC 9106) over drawn words: 64 MiB, three passes, one lane. About half a second on a laptop, several on an old phone. */
export async function strengthen(words: readonly string[], salt: Bytes): Promise<Bytes> {
  const cost = { memorySize: 64 * 1024, iterations: 3, parallelism: 1, hashLength: 32 }
  const password = ascii(words.join(' '))
  return Uint8Array.from(await argon2id({ ...cost, password, salt, outputType: 'binary' }))
}
