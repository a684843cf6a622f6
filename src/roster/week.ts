import type { CoordinatorPlace } from './coordinatorPlace.ts'
import { gapsIn } from './coverage.ts'
import type { Span } from './shiftHours.ts'

export type WeekDay = Span & {
  readonly day: Temporal.PlainDate
  /** Each cut to the day, in order. */
  readonly coordinator: readonly Span[]
  readonly backup: readonly Span[]
  /** Hours from now on in which nobody coordinates. */
  readonly gaps: readonly Span[]
  /** Stretches with the same number of members on call; none where there are none. */
  readonly members: readonly (Span & { readonly count: number })[]
}

type Duty = {
  readonly coordinators: readonly (Span & { readonly place: CoordinatorPlace })[]
  readonly shifts: readonly Span[]
}

/** Seven days of duty from the day of `now`, as long as the clock of the region makes them. */
export function weekOf(duty: Duty, now: Temporal.Instant, timeZone: string): WeekDay[] {
  const first = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant()
  return Array.from({ length: 7 }, (_, days) => {
    const day = first.add({ days })
    const whole = { startsAt: startOf(day), endsAt: startOf(day.add({ days: 1 })) }
    const at = (place: CoordinatorPlace) =>
      cutTo(
        whole,
        duty.coordinators.filter((one) => one.place === place),
      )
    return {
      day,
      ...whole,
      coordinator: at('on_call'),
      backup: at('backup'),
      gaps: gapsIn(at('on_call'), later(now, whole.startsAt), whole.endsAt),
      members: counted(cutTo(whole, duty.shifts)),
    }
  })
}

type Whose = {
  readonly coordinators: readonly { readonly accountId: string }[]
  readonly shifts: readonly { readonly memberId: string }[]
}

/** Shifts of people whom messages reach: nobody else covers an hour, whatever the plan says. */
export function reachedOnly<Plan extends Whose>(plan: Plan, unreachable: ReadonlySet<string>): Plan {
  return {
    ...plan,
    coordinators: plan.coordinators.filter((one) => !unreachable.has(one.accountId)),
    shifts: plan.shifts.filter((one) => !unreachable.has(one.memberId)),
  }
}

/** Whoever has a shift and is left out of the picture, once each. */
export function notCover(plan: Whose, unreachable: ReadonlySet<string>): string[] {
  const people = [...plan.coordinators.map((one) => one.accountId), ...plan.shifts.map((one) => one.memberId)]
  return [...new Set(people.filter((one) => unreachable.has(one)))]
}

function cutTo(whole: Span, spans: readonly Span[]): Span[] {
  return spans
    .map((one) => ({
      startsAt: later(one.startsAt, whole.startsAt),
      endsAt: earlier(one.endsAt, whole.endsAt),
    }))
    .filter((one) => compare(one.startsAt, one.endsAt) < 0)
    .sort((one, other) => compare(one.startsAt, other.startsAt))
}

/** How many of the spans hold, stretch by stretch. */
function counted(spans: readonly Span[]): (Span & { count: number })[] {
  const edges = spans.flatMap((one) => [one.startsAt, one.endsAt]).sort(compare)
  const found: (Span & { count: number })[] = []
  for (const [index, startsAt] of edges.entries()) {
    const endsAt = edges[index + 1]
    if (endsAt === undefined || compare(startsAt, endsAt) === 0) continue
    const count = spans.filter(
      (one) => compare(one.startsAt, startsAt) <= 0 && compare(one.endsAt, endsAt) >= 0,
    ).length
    const last = found.at(-1)
    if (last !== undefined && last.count === count && compare(last.endsAt, startsAt) === 0)
      found[found.length - 1] = { ...last, endsAt }
    else if (count > 0) found.push({ startsAt, endsAt, count })
  }
  return found
}

const compare = Temporal.Instant.compare
const later = (one: Temporal.Instant, other: Temporal.Instant) => (compare(one, other) > 0 ? one : other)
const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (compare(one, other) < 0 ? one : other)
