import ical, { ICalEventStatus } from 'ical-generator'
import type { Language, Phrases } from '../ui/language.ts'
import { type Class, seatsLeft } from './class.ts'

const en = {
  calendar: (region: string) => `Classes of ${region}`,
  left: 'There are seats left.',
  full: 'All seats are taken; there is a waiting list.',
}
const es: typeof en = {
  calendar: (region) => `Clases de ${region}`,
  left: 'Quedan plazas.',
  full: 'Todas las plazas están ocupadas; hay lista de espera.',
}
const words: Phrases<typeof en> = { en, es }

/**
 * Meetings as iCalendar (RFC 5545), for whatever calendar subscribes. Times are instants in UTC, so that no change of the
 * clock moves them. A cancelled one stays with its state, for a calendar that knew it would else keep it. Nobody's name and
 * no number of people is in it.
 */
export function classCalendar(
  region: string,
  classes: readonly (Class & { readonly title: string })[],
  lang: Language,
): string {
  const say = words[lang]
  const calendar = ical({
    name: say.calendar(region),
    prodId: { company: 'Tailboard', product: 'Tailboard' },
  })
  for (const one of classes)
    for (const meeting of one.meetings)
      calendar.createEvent({
        id: `${meeting.id}@tailboard`,
        start: date(meeting.startsAt),
        end: date(meeting.endsAt),
        stamp: date(one.cancelledAt ?? one.madeAt),
        sequence: one.cancelledAt === null ? 0 : 1,
        summary: one.title,
        location: one.place,
        ...(one.cancelledAt === null
          ? { status: ICalEventStatus.CONFIRMED, description: seatsLeft(one) > 0 ? say.left : say.full }
          : { status: ICalEventStatus.CANCELLED }),
      })
  return calendar.toString()
}

function date(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds)
}
