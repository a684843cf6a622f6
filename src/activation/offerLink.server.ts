import { timingSafeEqual } from 'node:crypto'
import { idBytes, idOfBytes } from '../platform/idBytes.ts'
import type { OfferId, RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'

const purpose = 'offer link'

/**
 * The token of one offer: region, offer, expiry, signature. Derived, so a repeated message carries the same
 * link; single-purpose, so it opens this offer and nothing else; acts only on a POST.
 */
export function offerToken(
  secrets: Secrets,
  regionId: RegionId,
  offerId: OfferId,
  expiresAt: Temporal.Instant,
): string {
  const seconds = Math.floor(expiresAt.epochMilliseconds / 1000)
  const body = Buffer.concat([idBytes(regionId), idBytes(offerId), uint40(seconds)])
  const signature = secrets.sign(purpose, body.toString('hex')).subarray(0, 16)
  return Buffer.concat([body, signature]).toString('base64url')
}

export type OfferLink = {
  readonly regionId: RegionId
  readonly offerId: OfferId
  readonly expiresAt: Temporal.Instant
}

/** What a token names, or null when it was not made here. Whether it has expired is the caller's to compare. */
export function readOfferToken(secrets: Secrets, token: string): OfferLink | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 53 || bytes.toString('base64url') !== token) return null
  const body = bytes.subarray(0, 37)
  // The signature is cut to 16 bytes, so it is compared against the same cut.
  const expected = secrets.sign(purpose, body.toString('hex')).subarray(0, 16)
  if (!timingSafeEqual(expected, bytes.subarray(37))) return null
  return {
    regionId: idOfBytes(body.subarray(0, 16)) as RegionId,
    offerId: idOfBytes(body.subarray(16, 32)) as OfferId,
    expiresAt: Temporal.Instant.fromEpochMilliseconds(body.readUIntBE(32, 5) * 1000),
  }
}

function uint40(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUIntBE(value, 0, 5)
  return bytes
}
