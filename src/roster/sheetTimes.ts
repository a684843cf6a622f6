import type { SheetCode } from './sheetProblem.ts'

type Read<Value> = { readonly value: Value } | { readonly code: SheetCode }

const isoDay = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})/
/** Month first, as the United States write it. */
const usDay = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})/
const clock =
  /^(?:T|,? +)(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d(?:\.\d{1,6})?))?(?: ?(?<half>[AaPp])\.?[Mm]\.?)?(?: ?(?<offset>Z|[+-]\d\d:\d\d))?$/
const two = (text: string) => text.padStart(2, '0')

/** A day of the calendar: 2026-03-01 or 3/1/2026. */
export function readDay(text: string): Read<Temporal.PlainDate> {
  const read = dayAtStart(text)
  if ('code' in read) return read
  return read.value.rest === '' ? { value: read.value.day } : { code: 'no_date' }
}

/** A local time of the zone, with the offset where the clocks going back make it happen twice. */
export function readMoment(text: string, timeZone: string): Read<Temporal.Instant> {
  const start = dayAtStart(text)
  if ('code' in start) return start.code === 'no_date' ? { code: 'no_time' } : start
  const found = clock.exec(start.value.rest)?.groups
  const hour = found === undefined ? null : hourOf(Number(found.hour), found.half)
  if (found === undefined || hour === null || hour > 23 || Number(found.minute) > 59)
    return { code: 'no_time' }
  const second = found.second ?? '00'
  if (Number(second) >= 60) return { code: 'no_time' }
  const text24 = `${start.value.day}T${two(String(hour))}:${found.minute}:${second}`
  if (found.offset !== undefined) {
    try {
      return { value: Temporal.Instant.from(`${text24}${found.offset}`) }
    } catch {
      return { code: 'no_time' }
    }
  }
  const local = Temporal.PlainDateTime.from(text24)
  const [earlier, later] = bothOf(local, timeZone)
  if (!earlier.toPlainDateTime().equals(local)) return { code: 'hour_skipped' }
  return earlier.epochNanoseconds === later.epochNanoseconds
    ? { value: earlier.toInstant() }
    : { code: 'hour_twice' }
}

/** The same the other way round. */
export function momentText(instant: Temporal.Instant, timeZone: string): string {
  const zoned = instant.toZonedDateTimeISO(timeZone)
  const local = zoned.toPlainDateTime()
  const whole = zoned.second === 0 && zoned.millisecond === 0 && zoned.microsecond === 0
  const text = local.toString(whole ? { smallestUnit: 'minute' } : {}).replace('T', ' ')
  const [earlier, later] = bothOf(local, timeZone)
  return earlier.epochNanoseconds === later.epochNanoseconds ? text : `${text}${zoned.offset}`
}

/** Whether a day can only be meant day first: 25/12/2026. */
export function saysDayFirst(text: string): boolean {
  const found = usDay.exec(text)?.groups
  return found !== undefined && Number(found.month) > 12 && Number(found.day) <= 12
}

/** Whether a day is written with slashes at all. */
export function hasSlashes(text: string): boolean {
  return usDay.test(text)
}

function dayAtStart(text: string): Read<{ readonly day: Temporal.PlainDate; readonly rest: string }> {
  const found = isoDay.exec(text) ?? usDay.exec(text)
  if (found?.groups === undefined) return { code: 'no_date' }
  if (saysDayFirst(text)) return { code: 'day_first' }
  const { year, month, day } = found.groups as { year: string; month: string; day: string }
  if (Number(year) < 1900 || Number(year) > 2100) return { code: 'no_such_day' }
  try {
    const value = Temporal.PlainDate.from(`${year}-${two(month)}-${two(day)}`, { overflow: 'reject' })
    return { value: { day: value, rest: text.slice(found[0].length) } }
  } catch {
    return { code: 'no_such_day' }
  }
}

function bothOf(local: Temporal.PlainDateTime, timeZone: string) {
  return [
    local.toZonedDateTime(timeZone, { disambiguation: 'earlier' }),
    local.toZonedDateTime(timeZone, { disambiguation: 'later' }),
  ] as const
}

/** 12 AM is midnight, 12 PM noon; without a half of the day the hour stands as it is. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}
