import type { OfferId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'

const purpose = 'short offer link'

/** Thirty-two signs that name one offer, for a text of one segment: its id and eight bytes of a signature. */
export function shortOfferCode(secrets: Secrets, offerId: OfferId): string {
  const id = Buffer.from(offerId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, signature(secrets, id)]).toString('base64url')
}

/** The offer a code names; null when it was not made here. */
export function readShortOfferCode(secrets: Secrets, code: string): OfferId | null {
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== 24 || bytes.toString('base64url') !== code) return null
  const id = bytes.subarray(0, 16)
  const expected = signature(secrets, id)
  let difference = 0
  for (let index = 0; index < 8; index++) difference |= expected[index]! ^ bytes[16 + index]!
  if (difference !== 0) return null
  const hex = id.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as OfferId
}

function signature(secrets: Secrets, id: Buffer): Buffer {
  return secrets.sign(purpose, id.toString('hex')).subarray(0, 8)
}
