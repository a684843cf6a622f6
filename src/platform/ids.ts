/**
 * Branded ids. A bare string is parsed into one of these at the edge and nowhere else.
 * Coordination data uses UUIDv7 (sortable, made in the application); stores that must not
 * reveal a time use random UUIDv4 instead.
 */
declare const brand: unique symbol
type Brand<Name extends string> = string & { readonly [brand]: Name }

export type RegionId = Brand<'RegionId'>
export type AccountId = Brand<'AccountId'>
export type AgencyId = Brand<'AgencyId'>
export type MemberId = Brand<'MemberId'>
export type IncidentId = Brand<'IncidentId'>
export type ActivationId = Brand<'ActivationId'>
export type PlanId = Brand<'PlanId'>
export type SeatId = Brand<'SeatId'>
export type OfferId = Brand<'OfferId'>

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Text from outside as an id, or null when it is not a lower-case UUID. */
export function parseId<Id extends string>(text: string): Id | null {
  return uuidPattern.test(text) ? (text as Id) : null
}

/** A new UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 random bits. */
export function newId<Id extends string>(millisecond: number = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(millisecond / 2 ** 32))
  view.setUint32(2, millisecond % 2 ** 32)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}
