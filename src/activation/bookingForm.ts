import { bookingKinds } from '../incident/index.ts'
import { isPhone } from '../platform/phone.ts'
import { hasUnseen } from '../platform/unseen.ts'
import type { Agency, Policy } from '../region/index.ts'
import { readField } from '../ui/moment.ts'
import type { BookingFacts } from './booking.ts'
import { lastDay } from './bookingPlan.ts'
import type { BookingWord } from './bookingWords.ts'
import type { Fields } from './requestForm.ts'

export type BookingError = { readonly field: string; readonly word: BookingWord }
export type ParsedBooking =
  | { readonly ok: true; readonly facts: BookingFacts }
  | { readonly ok: false; readonly errors: readonly BookingError[] }

type Around = {
  readonly agencies: readonly Agency[]
  readonly timeZone: string
  readonly now: Temporal.Instant
  readonly policy: Pick<Policy, 'booking'>
}

/** A booking as typed. Every mistake is told at once, at its field; times are read in the region's zone. */
export function parseBooking(fields: Fields, { agencies, timeZone, now, policy }: Around): ParsedBooking {
  const errors: BookingError[] = []
  const fail = (field: string, word: BookingWord) => errors.push({ field, word })
  const text = (name: string, word: BookingWord): string => {
    const value = fields[name] ?? ''
    if (value.length === 0 || value.length > 80 || hasUnseen(value)) fail(name, word)
    return value
  }
  const ahead = (name: string, unread: BookingWord): Temporal.Instant | null => {
    const at = readField(fields[name] ?? '', timeZone)
    if (at === null) fail(name, unread)
    else if (Temporal.Instant.compare(at, now) <= 0) fail(name, 'errorPast')
    else if (Temporal.Instant.compare(at, lastDay(policy.booking, now)) >= 0) fail(name, 'errorFar')
    return at
  }
  const kind = bookingKinds.find((one) => one === fields.kind)
  if (kind === undefined) fail('kind', 'errorKind')
  const agency = agencies.find((one) => one.id === fields.agency)
  if (agency === undefined) fail('agency', 'errorAgency')
  const typedPeople = fields.people ?? ''
  const people = /^\d{1,4}$/.test(typedPeople) ? Number(typedPeople) : 0
  if (people < 1 || people > 5000) fail('people', 'errorPeople')
  const place = text('place', 'errorPlace')
  const wishedAt = ahead('wishedAt', 'errorWished')
  const wishedElse = (fields.wishedElse ?? '') === '' ? null : ahead('wishedElse', 'errorWishedElse')
  const requesterName = text('requesterName', 'errorName')
  const callbackPhone = fields.callbackPhone ?? ''
  if (!isPhone(callbackPhone)) fail('callbackPhone', 'errorPhone')
  if (errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    facts: {
      kind: kind!,
      agencyId: agency!.id,
      people,
      wishedAt: wishedAt!,
      wishedElse,
      place,
      requesterName,
      callbackPhone,
    },
  }
}
