import ical from 'ical-generator'
import type { Language } from '../ui/language.ts'
import { calendarTitles } from './calendarWords.ts'
import type { Span } from './shiftHours.ts'

export type CalendarEntry = Span & {
  readonly id: string
  readonly what: 'duty' | 'away'
  /** When it was entered; the same entry gives the same text. */
  readonly recordedAt: Temporal.Instant
}

/**
 * Entries as iCalendar (RFC 5545), for whatever calendar subscribes to the link. Times are instants in UTC, so that
 * no change of the clock moves them; titles say neither what for nor where, for a calendar is often shared.
 */
export function calendarText(entries: readonly CalendarEntry[], lang: Language): string {
  const titles = calendarTitles[lang]
  const calendar = ical({ name: titles.calendar, prodId: { company: 'Tailboard', product: 'Tailboard' } })
  for (const one of entries)
    calendar.createEvent({
      id: `${one.id}@tailboard`,
      start: date(one.startsAt),
      end: date(one.endsAt),
      stamp: date(one.recordedAt),
      summary: titles[one.what],
    })
  return calendar.toString()
}

function date(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds)
}
