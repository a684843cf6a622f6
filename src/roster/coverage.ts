import type { Span } from './shiftHours.ts'

/** The hours of [from, to) that none of the shifts covers, in order; touching shifts leave no gap. */
export function gapsIn(shifts: readonly Span[], from: Temporal.Instant, to: Temporal.Instant): Span[] {
  const sorted = [...shifts].sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
  const gaps: Span[] = []
  let covered = from
  for (const shift of sorted) {
    if (Temporal.Instant.compare(covered, to) >= 0) break
    if (Temporal.Instant.compare(shift.startsAt, covered) > 0) {
      const until = Temporal.Instant.compare(shift.startsAt, to) < 0 ? shift.startsAt : to
      gaps.push({ startsAt: covered, endsAt: until })
    }
    if (Temporal.Instant.compare(shift.endsAt, covered) > 0) covered = shift.endsAt
  }
  if (Temporal.Instant.compare(covered, to) < 0) gaps.push({ startsAt: covered, endsAt: to })
  return gaps
}
