export type FileTime =
  | { readonly ok: true; readonly instant: Temporal.Instant; readonly twice: boolean }
  | { readonly ok: false; readonly what: string }

const iso =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[ T](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?\s*(?<offset>Z|[+-]\d\d:?\d\d)?$/
const us =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}),? (?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?: ?(?<half>[AaPp])\.?[Mm]\.?)?$/

/** How each way of writing a time looks, for messages. */
export const timeLooks = { iso: '2026-06-02 14:20', us: '6/2/2026 2:20 PM' } as const

/**
 * A file's time in its zone. When clocks go back a local time happens twice: the earlier is taken, and `twice`
 * says so. A time that clocks going forward skipped does not exist and is refused.
 */
export function readTime(text: string, look: keyof typeof timeLooks, zone: string): FileTime {
  const found = (look === 'iso' ? iso : us).exec(text)?.groups
  if (found === undefined) return { ok: false, what: `is not written like "${timeLooks[look]}"` }
  const year = Number(found.year)
  if (year < 1970 || year > 2100) return { ok: false, what: 'is not between 1970 and 2100' }
  const hour = hourOf(Number(found.hour), found.half)
  let local: Temporal.PlainDateTime
  try {
    if (hour === null) throw new RangeError('no such hour')
    local = Temporal.PlainDateTime.from(
      {
        year,
        month: Number(found.month),
        day: Number(found.day),
        hour,
        minute: Number(found.minute),
        second: Number(found.second ?? 0),
      },
      { overflow: 'reject' },
    )
    if (found.offset !== undefined)
      return { ok: true, instant: Temporal.Instant.from(`${local}${found.offset}`), twice: false }
  } catch {
    return { ok: false, what: 'is no day and time of the calendar' }
  }
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (!earlier.toPlainDateTime().equals(local))
    return { ok: false, what: `does not exist in ${zone}: clocks went forward` }
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  const instant = earlier.toInstant()
  return { ok: true, instant, twice: !instant.equals(later.toInstant()) }
}

/** 12 AM is midnight, 12 PM noon; without a half of the day the hour stands as it is. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}
