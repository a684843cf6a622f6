import type { AccountId } from '../platform/ids.ts'

/** A span of time, half-open. */
export type Span = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }
export type Meeting = Span & { readonly id: string }

/** Somebody's seat; or, while `seatedAt` is null, their place on the waiting list. */
export type Place = {
  readonly enrolmentId: string
  readonly accountId: AccountId
  readonly askedAt: Temporal.Instant
  readonly seatedAt: Temporal.Instant | null
  /** When their enrolment ended, or its time runs out. */
  readonly endsAt: Temporal.Instant
}

/** A class: the part of a course that happens in a room. */
export type Class = {
  readonly id: string
  readonly course: string
  readonly place: string
  readonly seats: number
  readonly instructor: AccountId
  readonly madeAt: Temporal.Instant
  readonly cancelledAt: Temporal.Instant | null
  /** Soonest first; at least one. */
  readonly meetings: readonly Meeting[]
  readonly places: readonly Place[]
}

export type ClassState = 'planned' | 'running' | 'over' | 'cancelled'

/** From its first meeting's start to its last one's end it runs, the nights between included. */
export function stateOf(one: Pick<Class, 'meetings' | 'cancelledAt'>, now: Temporal.Instant): ClassState {
  if (one.cancelledAt !== null) return 'cancelled'
  if (isBefore(now, beginsAt(one))) return 'planned'
  return isBefore(now, endsAt(one)) ? 'running' : 'over'
}

export function beginsAt({ meetings }: Pick<Class, 'meetings'>): Temporal.Instant {
  return meetings[0]!.startsAt
}

export function endsAt({ meetings }: Pick<Class, 'meetings'>): Temporal.Instant {
  return meetings.map((one) => one.endsAt).reduce((last, one) => (isBefore(last, one) ? one : last))
}

export function minutesOf({ startsAt, endsAt: end }: Span): number {
  return end.since(startsAt).total('minutes')
}

/** Of those, the whole ones that have passed by now. */
export function minutesBy(span: Span, now: Temporal.Instant): number {
  const passed = Math.floor(now.since(span.startsAt).total('minutes'))
  return Math.max(0, Math.min(minutesOf(span), passed))
}

/**
 * One person's minutes by the clock, soonest first: in meetings that overlap nobody is longer than the clock goes, so a later one
 * counts with what the earlier ones left of it.
 */
export function byTheClock<Of extends Span & { readonly minutes: number }>(attended: readonly Of[]): Of[] {
  const spans: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; of: Of[] }[] = []
  for (const one of [...attended].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))) {
    const last = spans.at(-1)
    if (last === undefined || !isBefore(one.startsAt, last.endsAt))
      spans.push({ startsAt: one.startsAt, endsAt: one.endsAt, of: [one] })
    else {
      last.of.push(one)
      if (isBefore(last.endsAt, one.endsAt)) last.endsAt = one.endsAt
    }
  }
  return spans.flatMap((span) => {
    let left = minutesOf(span)
    return span.of.map((one) => {
      const minutes = Math.min(one.minutes, left)
      left -= minutes
      return { ...one, minutes }
    })
  })
}

export function clockMinutes(attended: readonly (Span & { readonly minutes: number })[]): number {
  return byTheClock(attended).reduce((sum, one) => sum + one.minutes, 0)
}

/** Of what was asked for, what still holds: whoever's enrolment is over before the class begins holds nothing. */
export function heldPlaces(one: Pick<Class, 'meetings' | 'places'>): Place[] {
  return one.places.filter((place) => !isBefore(place.endsAt, beginsAt(one)))
}

/** Whether all of its meetings begin before this. */
export function beginsWhollyBefore({ meetings }: Pick<Class, 'meetings'>, end: Temporal.Instant): boolean {
  return meetings.every(({ startsAt }) => isBefore(startsAt, end))
}

export function seated(places: readonly Place[]): Place[] {
  return places.filter((one) => one.seatedAt !== null)
}

/** In the order in which they move up; who asked in the same instant, by the enrolment's id. */
export function waiting(places: readonly Place[]): Place[] {
  return places
    .filter((one) => one.seatedAt === null)
    .sort(
      (a, b) => Temporal.Instant.compare(a.askedAt, b.askedAt) || (a.enrolmentId < b.enrolmentId ? -1 : 1),
    )
}

/** Whoever waited longest, as many as there are seats free. */
export function whoMovesUp(places: readonly Place[], seats: number): Place[] {
  return waiting(places).slice(0, Math.max(0, seats - seated(places).length))
}

/** 1: the next to move up; null: they don't wait. */
export function placeInLine(places: readonly Place[], enrolmentId: string): number | null {
  const index = waiting(places).findIndex((one) => one.enrolmentId === enrolmentId)
  return index === -1 ? null : index + 1
}

/** What somebody who asks now could have: a free seat belongs to whoever waits already. */
export function seatsLeft(one: Pick<Class, 'meetings' | 'places' | 'seats'>): number {
  return Math.max(0, one.seats - heldPlaces(one).length)
}

/** The days of the region's calendar on which it met by now; after it was cancelled it met no more. */
export function daysMet(
  { meetings, cancelledAt }: Pick<Class, 'meetings' | 'cancelledAt'>,
  timeZone: string,
  now: Temporal.Instant,
): Temporal.PlainDate[] {
  const days = meetings
    .filter(
      ({ startsAt }) => !isBefore(now, startsAt) && (cancelledAt === null || isBefore(startsAt, cancelledAt)),
    )
    .map((one) => one.startsAt.toZonedDateTimeISO(timeZone).toPlainDate())
  return days.filter((day, index) => days.findIndex((other) => other.equals(day)) === index)
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
