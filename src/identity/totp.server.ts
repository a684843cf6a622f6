import { createHmac } from 'node:crypto'

/** Seconds that a code stands for; RFC 6238, 5.2. */
export const stepSeconds = 30

/** The code of one step, by RFC 6238 with HMAC-SHA-1 and six digits: what every authenticator app can do. */
export function totpAt(seed: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', seed).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 0x0f) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step this code belongs to, one to either side of now for a clock that is off; null: none, or one not after `last`. */
export function stepOf(seed: Uint8Array, code: string, now: number, last: number): number | null {
  return [now - 1, now, now + 1].find((step) => step > last && totpAt(seed, step) === code) ?? null
}
