import { createHash, randomBytes } from 'node:crypto'
import { parseId, type RegionId } from '../platform/ids.ts'

/** Region, then 256 random bits. Whoever holds it reads one calendar; only its hash is stored. */
export function newCalendarToken(regionId: RegionId): string {
  const region = Buffer.from(regionId.replaceAll('-', ''), 'hex')
  return Buffer.concat([region, randomBytes(32)]).toString('base64url')
}

export function calendarTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The region a token says it belongs to, or null when it has not our shape. Only the stored hash proves it. */
export function regionOfCalendarToken(token: string): RegionId | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 48 || bytes.toString('base64url') !== token) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  return parseId<RegionId>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}
