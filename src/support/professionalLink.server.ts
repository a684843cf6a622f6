import { timingSafeEqual } from 'node:crypto'
import { idBytes, idOfBytes } from '../platform/idBytes.ts'
import type { RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'

/** What one link opens: a consultation, for whoever was rung in that turn, until then. */
export type ProfessionalLink = {
  readonly consultationId: string
  /** From nought, as `rung` lists them. */
  readonly turn: number
  readonly expiresAt: Temporal.Instant
}

const purpose = 'professional link'
const bodyBytes = 21

/**
 * Signed for its region, which stands in the address: short enough for a text of one segment. It names nobody. Derived from what it
 * says, so nothing of it is stored; it acts only on a POST.
 */
export function professionalToken(secrets: Secrets, regionId: RegionId, link: ProfessionalLink): string {
  const body = Buffer.alloc(bodyBytes)
  idBytes(link.consultationId).copy(body)
  body.writeUInt8(link.turn, 16)
  body.writeUInt32BE(Math.floor(link.expiresAt.epochMilliseconds / 1000), 17)
  return Buffer.concat([body, signed(secrets, regionId, body)]).toString('base64url')
}

/** What a token opens in this region, or null when it was not made here for it. Whether it has run out is the caller's to compare. */
export function readProfessionalToken(
  secrets: Secrets,
  regionId: RegionId,
  token: string,
): ProfessionalLink | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== bodyBytes + 16 || bytes.toString('base64url') !== token) return null
  const body = bytes.subarray(0, bodyBytes)
  if (!timingSafeEqual(signed(secrets, regionId, body), bytes.subarray(bodyBytes))) return null
  return {
    consultationId: idOfBytes(body.subarray(0, 16)),
    turn: body.readUInt8(16),
    expiresAt: Temporal.Instant.fromEpochMilliseconds(body.readUInt32BE(17) * 1000),
  }
}

/** Cut to 16 bytes, as it is compared. */
function signed(secrets: Secrets, regionId: RegionId, body: Buffer): Buffer {
  return secrets.sign(purpose, `${regionId} ${body.toString('hex')}`).subarray(0, 16)
}
