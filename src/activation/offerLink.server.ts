import { timingSafeEqual } from 'node:crypto'
import { idBytes, idOfBytes } from '../platform/idBytes.ts'
import type { OfferId, RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'

/** Where a link is read: only one that was sent tells, once it is used, that the address on file is theirs. */
const purposes = { message: 'offer link', page: 'offer link on a page' } as const
export type LinkFrom = keyof typeof purposes

/**
 * The token of one offer: region, offer, expiry, signature. Derived, so a repeated message carries the same
 * link; single-purpose, so it opens this offer and nothing else; acts only on a POST.
 */
export function offerToken(
  secrets: Secrets,
  regionId: RegionId,
  offerId: OfferId,
  expiresAt: Temporal.Instant,
  from: LinkFrom = 'message',
): string {
  const seconds = Math.floor(expiresAt.epochMilliseconds / 1000)
  const body = Buffer.concat([idBytes(regionId), idBytes(offerId), uint40(seconds)])
  return Buffer.concat([body, signed(secrets, from, body)]).toString('base64url')
}

export type OfferLink = {
  readonly regionId: RegionId
  readonly offerId: OfferId
  readonly expiresAt: Temporal.Instant
  readonly from: LinkFrom
}

/** What a token names, or null when it was not made here. Whether it has expired is the caller's to compare. */
export function readOfferToken(secrets: Secrets, token: string): OfferLink | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 53 || bytes.toString('base64url') !== token) return null
  const body = bytes.subarray(0, 37)
  const from = (['message', 'page'] as const).find((one) =>
    timingSafeEqual(signed(secrets, one, body), bytes.subarray(37)),
  )
  if (from === undefined) return null
  return {
    regionId: idOfBytes(body.subarray(0, 16)) as RegionId,
    offerId: idOfBytes(body.subarray(16, 32)) as OfferId,
    expiresAt: Temporal.Instant.fromEpochMilliseconds(body.readUIntBE(32, 5) * 1000),
    from,
  }
}

/** Cut to 16 bytes, as it is compared. */
function signed(secrets: Secrets, from: LinkFrom, body: Buffer): Buffer {
  return secrets.sign(purposes[from], body.toString('hex')).subarray(0, 16)
}

function uint40(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUIntBE(value, 0, 5)
  return bytes
}
