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
  const body = Buffer.concat([bytesOf(regionId), bytesOf(offerId), uint40(seconds)])
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
  let difference = 0
  for (let index = 0; index < 16; index++) difference |= expected[index]! ^ bytes[37 + index]!
  if (difference !== 0) return null
  return {
    regionId: uuidOf(body.subarray(0, 16)) as RegionId,
    offerId: uuidOf(body.subarray(16, 32)) as OfferId,
    expiresAt: Temporal.Instant.fromEpochMilliseconds(body.readUIntBE(32, 5) * 1000),
  }
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function uint40(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUIntBE(value, 0, 5)
  return bytes
}
