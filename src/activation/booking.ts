import { type BookingKind, bookingKinds, type IncidentKind, type PlanTarget } from '../incident/index.ts'
import type { AgencyId, BookingId } from '../platform/ids.ts'

/** A talk, a class or an evening, as an agency booked it. A number of people, never a name. */
export type Booking = {
  readonly id: BookingId
  readonly kind: BookingKind
  readonly agencyId: AgencyId
  readonly people: number
  readonly wishedAt: Temporal.Instant
  /** If the first wish can't be. */
  readonly wishedElse: Temporal.Instant | null
  /** A room, not an address. */
  readonly place: string
}

/** What somebody books, and how they are reached. */
export type BookingFacts = Omit<Booking, 'id'> & {
  readonly requesterName: string
  readonly callbackPhone: string
}

/** What was booked, where a plan is one of a booking; null: it answers an incident. */
export function bookedAs(plan: { readonly theme: IncidentKind | BookingKind }): BookingKind | null {
  return bookingKinds.find((kind) => kind === plan.theme) ?? null
}

/** Who listens. */
export const audienceOf: Record<BookingKind, PlanTarget> = {
  roll_call_talk: 'crew',
  recruit_class: 'recruits',
  family_evening: 'families',
}

/** The first wish that still lies ahead; null: both have passed. */
export function wishAhead(
  { wishedAt, wishedElse }: Pick<Booking, 'wishedAt' | 'wishedElse'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const ahead = (at: Temporal.Instant | null) => at !== null && Temporal.Instant.compare(at, now) > 0
  return [wishedAt, wishedElse].find(ahead) ?? null
}
