import { expect, it } from 'vitest'
import { calendarText } from './calendarText.ts'
import { shiftsOf } from './shiftHours.ts'

const zone = 'America/New_York'
const recordedAt = Temporal.Instant.from('2026-10-01T12:00:00Z')
const entries = (day: string, what: 'duty' | 'away' = 'duty') =>
  shiftsOf(
    {
      day: Temporal.PlainDate.from(day),
      from: Temporal.PlainTime.from('20:00'),
      to: Temporal.PlainTime.from('08:00'),
      weeks: 2,
    },
    zone,
  ).map((span, index) => ({ ...span, id: String(index), what, recordedAt }))
const lines = (text: string, name: string) =>
  text.split('\r\n').flatMap((line) => (line.startsWith(name) ? [line.slice(name.length + 1)] : []))

it.each([
  // The first night is longer: clocks go back on 1 November 2026. A week later all is an hour further from UTC.
  ['2026-10-31', ['20261101T000000Z', '20261108T010000Z'], ['20261101T130000Z', '20261108T130000Z']],
  // Clocks go on, on 14 March 2027.
  ['2027-03-13', ['20270314T010000Z', '20270321T000000Z'], ['20270314T120000Z', '20270321T120000Z']],
])('gives the right instants where the clock changes: %s', (day, starts, ends) => {
  const text = calendarText(entries(day), 'en')
  expect([lines(text, 'DTSTART'), lines(text, 'DTEND')]).toEqual([starts, ends])
  expect(text).not.toContain('TZID')
})

it('says duty or away in the language asked for, and nothing more', () => {
  const all = [...entries('2027-01-01'), ...entries('2027-02-01', 'away')]
  expect(lines(calendarText(all, 'en'), 'SUMMARY')).toEqual(['Duty', 'Duty', 'Away', 'Away'])
  expect(lines(calendarText(all, 'es'), 'SUMMARY')).toEqual(['Guardia', 'Guardia', 'Ausencia', 'Ausencia'])
  expect(calendarText(all, 'en')).not.toMatch(/DESCRIPTION|LOCATION|ORGANIZER|ATTENDEE|URL/)
})

it('is the same text for the same entries', () => {
  expect(lines(calendarText(entries('2027-01-01'), 'en'), 'DTSTAMP')).toEqual([
    '20261001T120000Z',
    '20261001T120000Z',
  ])
  expect(calendarText([], 'en')).toContain('BEGIN:VCALENDAR')
})
