import { totpAt } from '../../src/identity/totp.server.ts'

/** What an authenticator app shows now for a secret as our page prints it. */
export function appCode(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(' ', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const seed = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return totpAt(seed, Math.floor(Date.now() / 30_000) + steps)
}
