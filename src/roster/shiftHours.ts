/** A span of time, half-open. */
export type Span = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }

export type TypedShift = {
  /** The first day, in the region's calendar. */
  readonly day: Temporal.PlainDate
  readonly from: Temporal.PlainTime
  /** At or before `from`: on the next day. */
  readonly to: Temporal.PlainTime
  /** How many weeks in a row; 1: only once. */
  readonly weeks: number
}

/**
 * The shifts somebody meant, as the clock on the wall shows them. Where the clocks change, nobody is left
 * uncovered: a start in the hour that is skipped is when the clock goes on, a start in the hour that comes twice is
 * the first of both, and an end in it the second.
 */
export function shiftsOf({ day, from, to, weeks }: TypedShift, timeZone: string): Span[] {
  const overnight = Temporal.PlainTime.compare(to, from) <= 0
  return Array.from({ length: weeks }, (_, week) => {
    const first = day.add({ weeks: week })
    const last = overnight ? first.add({ days: 1 }) : first
    return {
      startsAt: first
        .toPlainDateTime(from)
        .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
        .toInstant(),
      endsAt: last.toPlainDateTime(to).toZonedDateTime(timeZone, { disambiguation: 'later' }).toInstant(),
    }
  })
}
