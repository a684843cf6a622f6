import type { TypedForm } from '../platform/typedForm.ts'
import type { RosterCode } from './problems.ts'
import { type Span, shiftsOf } from './shiftHours.ts'

/** Shifts as typed: a first day, two times of the clock, and for how many weeks in a row. */
export function readShifts(
  form: TypedForm<RosterCode>,
  typed: Readonly<Record<string, string>>,
  timeZone: string,
): Span[] {
  const day = form.day('day')
  const from = clockIn(form, typed, 'from')
  const to = clockIn(form, typed, 'to')
  const weeks = /^\d{1,2}$/.test(typed.weeks ?? '1') ? Number(typed.weeks ?? '1') : 0
  if (weeks < 1 || weeks > 26) form.faults.push({ field: 'weeks', code: 'weeks_wrong' })
  return form.faults.length > 0 ? [] : shiftsOf({ day, from, to, weeks }, timeZone)
}

/** Whole days away, the last one included. */
export function readAway(form: TypedForm<RosterCode>, timeZone: string): Span[] {
  const first = form.day('day')
  const last = form.day('lastDay')
  if (form.faults.length === 0 && Temporal.PlainDate.compare(last, first) < 0)
    form.faults.push({ field: 'lastDay', code: 'ends_before_start' })
  if (form.faults.length > 0) return []
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant()
  return [{ startsAt: startOf(first), endsAt: startOf(last.add({ days: 1 })) }]
}

function clockIn(form: TypedForm<RosterCode>, typed: Readonly<Record<string, string>>, field: 'from' | 'to') {
  const text = typed[field] ?? ''
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return Temporal.PlainTime.from(text)
  form.faults.push({ field, code: 'clock_missing' })
  return Temporal.PlainTime.from('00:00')
}
