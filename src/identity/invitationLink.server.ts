import { createHash } from 'node:crypto'
import { parseId, type RegionId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'

/** Region, invitation, secret. Derived, so a repeated message carries the same link; stored only as a hash. */
export function invitationToken(secrets: Secrets, regionId: RegionId, invitationId: string): string {
  return tokenOf(regionId, invitationId, secrets.sign('invitation link', `${regionId} ${invitationId}`))
}

export function tokenOf(regionId: RegionId, invitationId: string, secret: Buffer): string {
  const ids = Buffer.from(`${regionId}${invitationId}`.replaceAll('-', ''), 'hex')
  return Buffer.concat([ids, secret]).toString('base64url')
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Where a token says it belongs, or null when it has not our shape. Only the stored hash proves it. */
export function readInvitationToken(
  token: string,
): { readonly regionId: RegionId; readonly invitationId: string } | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 64 || bytes.toString('base64url') !== token) return null
  const regionId = parseId<RegionId>(uuid(bytes.subarray(0, 16)))
  return regionId === null ? null : { regionId, invitationId: uuid(bytes.subarray(16, 32)) }
}

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
