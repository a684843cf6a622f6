import type { Language } from './language.ts'

const locale: Record<Language, string> = { en: 'en-US', es: 'es-US' }

/** "15:20 EST": a clock time is never shown without its zone. */
export function clock(at: Temporal.Instant, timeZone: string, lang: Language): string {
  return at.toLocaleString(locale[lang], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  })
}

/** "EST": what stands beside a field for a time. */
export function zoneName(at: Temporal.Instant, timeZone: string, lang: Language): string {
  return clock(at, timeZone, lang).split(' ').at(-1)!
}

/** "Mar 1, 2027". */
export function day(date: Temporal.PlainDate, lang: Language): string {
  return date.toLocaleString(locale[lang], { dateStyle: 'medium' })
}

/** "November 2026"; in Spanish without a capital. */
export function month(of: Temporal.PlainDate, lang: Language): string {
  return of.toLocaleString(locale[lang], { month: 'long', year: 'numeric' })
}

/** "Mon, Nov 23". */
export function weekday(date: Temporal.PlainDate, lang: Language): string {
  return date.toLocaleString(locale[lang], { weekday: 'short', month: 'short', day: 'numeric' })
}

/** "Mon, Nov 23, 15:20 EST". */
export function dayAndClock(at: Temporal.Instant, timeZone: string, lang: Language, year = false): string {
  return at.toLocaleString(locale[lang], {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(year ? { year: 'numeric' as const } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  })
}

/** The day only when it isn't today, the year only when it isn't this one. */
export function near(at: Temporal.Instant, now: Temporal.Instant, timeZone: string, lang: Language): string {
  const sameDay = at
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .equals(now.toZonedDateTimeISO(timeZone).toPlainDate())
  if (sameDay) return clock(at, timeZone, lang)
  const yearOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).year
  return dayAndClock(at, timeZone, lang, yearOf(at) !== yearOf(now))
}

/** "Sat, Nov 28, 21:00–22:00 EST"; past midnight the second day too. */
export function span(from: Temporal.Instant, to: Temporal.Instant, timeZone: string, lang: Language): string {
  const whole = dayAndClock(from, timeZone, lang)
  const date = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  const end = (date(from).equals(date(to)) ? clock : dayAndClock)(to, timeZone, lang)
  const zone = zoneName(from, timeZone, lang)
  return end.endsWith(` ${zone}`) ? `${whole.slice(0, -zone.length - 1)}–${end}` : `${whole} – ${end}`
}

/** Minutes as people say them: "40 min", "3 h 40 min", "2 days 4 h". */
export function duration(minutes: number, lang: Language): string {
  const whole = Math.max(0, Math.round(minutes))
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const rest = whole % 60
  const dayWord = lang === 'en' ? (days === 1 ? 'day' : 'days') : days === 1 ? 'día' : 'días'
  if (days > 0) return hours === 0 ? `${days} ${dayWord}` : `${days} ${dayWord} ${hours} h`
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
  return `${rest} min`
}

/** What a datetime-local field holds, in the region's zone. */
export function fieldValue(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * A datetime-local value in the region's zone as an instant; null when it isn't one. A time that the clock skips in
 * spring is read as the earlier possibility; one that comes twice in autumn too, or as the one that is nearer to `near`.
 */
export function readField(value: string, timeZone: string, near?: Temporal.Instant): Temporal.Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) return null
  const year = Number(value.slice(0, 4))
  // Half-typed years are common in these fields, and no calendar of ours reaches there.
  if (year < 1900 || year > 2200) return null
  try {
    const plain = Temporal.PlainDateTime.from(value, { overflow: 'reject' })
    const read = (disambiguation: 'earlier' | 'later') =>
      plain.toZonedDateTime(timeZone, { disambiguation }).toInstant()
    const [first, second] = [read('earlier'), read('later')]
    const twice = fieldValue(first, timeZone) === fieldValue(second, timeZone)
    if (near === undefined || !twice) return first
    const away = (at: Temporal.Instant) => Math.abs(at.since(near).total('seconds'))
    return away(second) < away(first) ? second : first
  } catch {
    return null
  }
}
