import { expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import type { Class } from './class.ts'
import { classCalendar } from './classCalendar.ts'

const at = (text: string) => Temporal.Instant.from(text)
const one = (more: Partial<Class> = {}) => ({
  ...{ id: 'class', course: 'tiny', title: 'A tiny course; with, signs', place: 'Station 4' },
  ...{
    seats: 1,
    instructor: 'who-teaches' as AccountId,
    madeAt: at('2027-01-01T12:00:00Z'),
    cancelledAt: null,
  },
  meetings: [
    { id: 'm-1', startsAt: at('2027-03-13T14:00:00Z'), endsAt: at('2027-03-13T17:00:00Z') },
    // The clocks went on: nine in the morning is an hour earlier.
    { id: 'm-2', startsAt: at('2027-03-14T13:00:00Z'), endsAt: at('2027-03-14T16:00:00Z') },
  ],
  places: [] as Class['places'],
  ...more,
})
const lines = (text: string, name: string) =>
  text.split('\r\n').flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []))

it('has an event for each meeting, at its instant, under an id that stays', () => {
  const text = classCalendar('Harbor', [one()], 'en')
  expect(lines(text, 'UID')).toEqual(['m-1@tailboard', 'm-2@tailboard'])
  expect(lines(text, 'DTSTART')).toEqual(['20270313T140000Z', '20270314T130000Z'])
  expect(lines(text, 'LOCATION')).toEqual(['Station 4', 'Station 4'])
  expect(lines(text, 'SUMMARY')[0]).toBe('A tiny course\\; with\\, signs')
  expect(classCalendar('Harbor', [one()], 'en')).toBe(text)
})

it('says whether seats are left, never how many or whose', () => {
  const place = {
    ...{ enrolmentId: 'who', accountId: 'who' as AccountId },
    askedAt: at('2027-01-02T00:00:00Z'),
  }
  const full = one({ places: [{ ...place, seatedAt: place.askedAt, endsAt: at('2027-12-31T00:00:00Z') }] })
  expect(lines(classCalendar('Harbor', [one()], 'en'), 'DESCRIPTION')[0]).toBe('There are seats left.')
  const text = classCalendar('Harbor', [full], 'es')
  expect(lines(text, 'DESCRIPTION')[0]).toBe('Todas las plazas están ocupadas\\; hay lista de espera.')
  expect(text).not.toMatch(/who|ATTENDEE|ORGANIZER/)
})

it('keeps a cancelled one, as cancelled and newer than it was', () => {
  const text = classCalendar('Harbor', [one({ cancelledAt: at('2027-02-01T12:00:00Z') })], 'en')
  expect(lines(text, 'STATUS')).toEqual(['CANCELLED', 'CANCELLED'])
  expect(lines(text, 'SEQUENCE')).toEqual(['1', '1'])
  expect(lines(text, 'DTSTAMP')[0]).toBe('20270201T120000Z')
  expect(lines(text, 'DESCRIPTION')).toEqual([])
})
