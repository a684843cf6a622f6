import { describe, expect, it } from 'vitest'
import { readMeetings } from './classMeetings.ts'

const zone = 'America/New_York'
const now = Temporal.Instant.from('2026-11-01T04:00:00Z')
const row = (day: string, from: string, until: string, number = 1) => ({
  [`day_${number}`]: day,
  [`from_${number}`]: from,
  [`until_${number}`]: until,
})
const read = (typed: Record<string, string>, at = now) => readMeetings(typed, zone, at)
const spans = (typed: Record<string, string>) =>
  read(typed).meetings.map((one) => `${one.startsAt} ${one.endsAt}`)
const faults = (typed: Record<string, string>, at = now) =>
  read(typed, at).faults.map((one) => `${one.field} ${one.code}`)

describe('meetings as typed', () => {
  it.each([
    ['winter', row('2026-12-01', '09:00', '12:30'), '2026-12-01T14:00:00Z 2026-12-01T17:30:00Z'],
    ['summer', row('2027-06-01', '09:00', '12:30'), '2027-06-01T13:00:00Z 2027-06-01T16:30:00Z'],
    // 14 March 2027: the clocks go on at 02:00; 01:30 to 03:30 is one hour.
    [
      'across the hour that is skipped',
      row('2027-03-14', '01:30', '03:30'),
      '2027-03-14T06:30:00Z 2027-03-14T07:30:00Z',
    ],
    ['after it', row('2027-03-14', '09:00', '11:00'), '2027-03-14T13:00:00Z 2027-03-14T15:00:00Z'],
    // 7 November 2027: 01:00 to 02:00 comes twice.
    [
      'across the hour that comes twice',
      row('2027-11-07', '00:30', '02:30'),
      '2027-11-07T04:30:00Z 2027-11-07T07:30:00Z',
    ],
    ['begun in it', row('2027-11-07', '01:30', '03:00'), '2027-11-07T05:30:00Z 2027-11-07T08:00:00Z'],
    ['ended in it', row('2027-11-07', '00:30', '01:30'), '2027-11-07T04:30:00Z 2027-11-07T06:30:00Z'],
    ['the leap day', row('2028-02-29', '09:00', '10:00'), '2028-02-29T14:00:00Z 2028-02-29T15:00:00Z'],
  ])('%s', (_, typed, span) => {
    expect(faults(typed)).toEqual([])
    expect(spans(typed)).toEqual([span])
  })

  it.each([
    ['no meeting at all', {}, ['day_1 day_missing', 'from_1 clock_missing', 'until_1 clock_missing']],
    ['a day without its times', { day_2: '2026-12-01' }, ['from_2 clock_missing', 'until_2 clock_missing']],
    ['no leap year', row('2027-02-29', '09:00', '10:00'), ['day_1 day_missing']],
    ['no clock', row('2026-12-01', '9', '25:00'), ['from_1 clock_missing', 'until_1 clock_missing']],
    ['its end before its start', row('2026-12-01', '12:00', '09:00'), ['until_1 ends_before_start']],
    ['no length', row('2026-12-01', '12:00', '12:00'), ['until_1 ends_before_start']],
    ['a start that the clocks skip', row('2027-03-14', '02:30', '04:00'), ['from_1 clock_skipped']],
    ['an end that the clocks skip', row('2027-03-14', '01:00', '02:15'), ['until_1 clock_skipped']],
    ['a day gone by', row('2026-10-01', '09:00', '10:00'), ['day_1 day_past']],
    ['more than half a day', row('2026-12-01', '08:00', '20:01'), ['until_1 meeting_long']],
  ])('refuses %s', (_, typed, said) => {
    expect(faults(typed)).toEqual(said)
  })

  it('are put in order, and refused where two run at once', () => {
    const two = { ...row('2026-12-02', '09:00', '10:00'), ...row('2026-12-01', '09:00', '10:00', 3) }
    expect(spans(two)).toEqual([
      '2026-12-01T14:00:00Z 2026-12-01T15:00:00Z',
      '2026-12-02T14:00:00Z 2026-12-02T15:00:00Z',
    ])
    const next = { ...row('2026-12-02', '09:00', '10:00'), ...row('2026-12-02', '10:00', '11:00', 2) }
    expect(faults(next)).toEqual([])
    const both = { ...row('2026-12-02', '09:00', '10:00', 4), ...row('2026-12-02', '08:00', '09:01', 5) }
    expect(faults(both)).toEqual(['from_4 meetings_overlap'])
  })

  it('begin later than now, to the second', () => {
    const typed = row('2026-12-01', '09:00', '10:00')
    expect(faults(typed, Temporal.Instant.from('2026-12-01T13:59:59Z'))).toEqual([])
    expect(faults(typed, Temporal.Instant.from('2026-12-01T14:00:00Z'))).toEqual(['day_1 day_past'])
  })
})
