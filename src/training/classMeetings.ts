import { minutesOf, type Span } from './class.ts'
import type { TrainingCode } from './problems.ts'

type Fields = Readonly<Record<string, string>>
export type Fault = { readonly field: string; readonly code: TrainingCode }

export const mostMeetings = 8
/** As `class_meeting_hours` has it. */
const longest = 12 * 60

/**
 * Meetings as typed: rows of a day and two times of the wall clock, `day_1`, `from_1`, `until_1` and on; rows left empty
 * are none. Where a clock time comes twice, a start is the first of both and an end the second; one that the clocks skip
 * is refused, for nobody knows whether the room was meant an hour earlier or later.
 */
export function readMeetings(
  typed: Fields,
  timeZone: string,
  now: Temporal.Instant,
): { meetings: Span[]; faults: Fault[] } {
  const rows = Array.from({ length: mostMeetings }, (_, index) => index + 1)
  const said = (row: number) => names.some((name) => (typed[`${name}_${row}`] ?? '') !== '')
  const asked = rows.filter(said)
  const faults: Fault[] = []
  const meetings = (asked.length === 0 ? [1] : asked).flatMap((row) => {
    const read = readMeeting(typed, row, timeZone, now)
    if (!Array.isArray(read)) return [{ ...read, row }]
    faults.push(...read)
    return []
  })
  meetings.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  for (const [index, one] of meetings.entries()) {
    const before = meetings[index - 1]
    if (before !== undefined && Temporal.Instant.compare(one.startsAt, before.endsAt) < 0)
      faults.push({ field: `from_${one.row}`, code: 'meetings_overlap' })
  }
  return { meetings: meetings.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), faults }
}

const names = ['day', 'from', 'until'] as const

function readMeeting(typed: Fields, row: number, timeZone: string, now: Temporal.Instant): Span | Fault[] {
  const field = (name: (typeof names)[number]) => `${name}_${row}`
  const day = dayIn(typed[field('day')] ?? '')
  const from = clockIn(typed[field('from')] ?? '')
  const until = clockIn(typed[field('until')] ?? '')
  const faults: Fault[] = []
  if (day === null) faults.push({ field: field('day'), code: 'day_missing' })
  if (from === null) faults.push({ field: field('from'), code: 'clock_missing' })
  if (until === null) faults.push({ field: field('until'), code: 'clock_missing' })
  if (day === null || from === null || until === null) return faults
  if (Temporal.PlainTime.compare(until, from) <= 0)
    return [{ field: field('until'), code: 'ends_before_start' }]
  const startsAt = onTheWall(day, from, timeZone, 'earlier')
  const endsAt = onTheWall(day, until, timeZone, 'later')
  if (startsAt === null) faults.push({ field: field('from'), code: 'clock_skipped' })
  if (endsAt === null) faults.push({ field: field('until'), code: 'clock_skipped' })
  if (startsAt === null || endsAt === null) return faults
  if (Temporal.Instant.compare(startsAt, now) <= 0) return [{ field: field('day'), code: 'day_past' }]
  if (minutesOf({ startsAt, endsAt }) > longest) return [{ field: field('until'), code: 'meeting_long' }]
  return { startsAt, endsAt }
}

/** A day as the browser writes it, of a year that a calendar and a database both know. */
export function dayIn(text: string): Temporal.PlainDate | null {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    // The thirtieth of February.
    return null
  }
}

function clockIn(text: string): Temporal.PlainTime | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Temporal.PlainTime.from(text) : null
}

/** Null: the clocks skip it. */
function onTheWall(
  day: Temporal.PlainDate,
  clock: Temporal.PlainTime,
  timeZone: string,
  disambiguation: 'earlier' | 'later',
): Temporal.Instant | null {
  const meant = day.toPlainDateTime(clock)
  const found = meant.toZonedDateTime(timeZone, { disambiguation })
  return found.toPlainDateTime().equals(meant) ? found.toInstant() : null
}
