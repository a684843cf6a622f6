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
export type BookingId = Brand<'BookingId'>
export type ActivationId = Brand<'ActivationId'>
export type PlanId = Brand<'PlanId'>
export type SeatId = Brand<'SeatId'>
export type AidRequestId = Brand<'AidRequestId'>
export type OfferId = Brand<'OfferId'>

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Text from outside as an id, or null when it is not a lower-case UUID. */
export function parseId<Id extends string>(text: string): Id | null {
  return uuidPattern.test(text) ? (text as Id) : null
}

/**
 * Makes UUIDv7 (RFC 9562, method 1): 48 bits of milliseconds since 1970, a counter of 12 bits, 62 random bits.
 * Ids of one maker rise in the order they are made, also within a millisecond and when its clock steps back: what is
 * loaded in one order keeps that order, and ties settled by id fall alike each time.
 */
export function idMaker(clock: () => number): <Id extends string>() => Id {
  let last = 0
  let counter = -1
  return <Id extends string>() => {
    const now = clock()
    counter = now > last ? 0 : counter + 1
    last = Math.max(last, now)
    if (counter > 0xfff) {
      last += 1
      counter = 0
    }
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    const view = new DataView(bytes.buffer)
    view.setUint16(0, Math.floor(last / 2 ** 32))
    view.setUint32(2, last % 2 ** 32)
    view.setUint16(6, 0x7000 | counter)
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
  }
}

/** A new id, by this process's clock. */
export const newId = idMaker(() => Date.now())
