import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsIn } from './coverage.ts'
import { shiftsOf } from './shiftHours.ts'

const start = Temporal.Instant.from('2027-03-01T00:00:00Z')
const at = (hours: number) => start.add({ hours })
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) })

describe('hours nobody covers', () => {
  it.each([
    ['no shift at all', [], ['0-24']],
    ['a shift in the middle', [span(8, 16)], ['0-8', '16-24']],
    ['shifts that touch', [span(0, 12), span(12, 24)], []],
    ['shifts that overlap, in any order', [span(10, 24), span(0, 12)], []],
    ['one inside another', [span(0, 20), span(5, 6)], ['20-24']],
    ['a shift from before to after', [span(-5, 40)], []],
    ['a shift that begins after the end', [span(30, 40)], ['0-24']],
  ])('%s', (_what, shifts, gaps) => {
    const found = gapsIn(shifts, at(0), at(24))
    expect(
      found.map(
        (gap) => `${gap.startsAt.since(start).total('hours')}-${gap.endsAt.since(start).total('hours')}`,
      ),
    ).toEqual(gaps)
  })

  it('are exactly the hours in no shift', () => {
    const shifts = fc.array(
      fc
        .tuple(fc.integer({ min: -10, max: 40 }), fc.integer({ min: 1, max: 20 }))
        .map(([from, long]) => span(from, from + long)),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(shifts, (given) => {
        const gaps = gapsIn(given, at(0), at(30))
        for (let hour = 0; hour < 30; hour++) {
          const within = (one: ReturnType<typeof span>) =>
            Temporal.Instant.compare(one.startsAt, at(hour)) <= 0 &&
            Temporal.Instant.compare(at(hour), one.endsAt) < 0
          expect(gaps.some(within)).toBe(!given.some(within))
        }
      }),
    )
  })
})

describe('a shift by the clock on the wall', () => {
  const boston = 'America/New_York'
  it.each([
    ['a day', '2027-01-11', '08:00', '16:00', boston, '8'],
    ['a night', '2027-01-11', '22:00', '06:00', boston, '8'],
    ['a whole day', '2027-01-11', '07:00', '07:00', boston, '24'],
    ['the night the clocks go forward', '2027-03-13', '22:00', '06:00', boston, '7'],
    ['the night the clocks go back', '2027-11-06', '22:00', '06:00', boston, '9'],
    ['from the hour that is skipped', '2027-03-14', '02:30', '06:00', boston, '2.5'],
    ['from the hour that comes twice: the first of both', '2027-11-07', '01:30', '06:00', boston, '5.5'],
    ['to the hour that comes twice: the second of both', '2027-11-06', '22:00', '01:30', boston, '4.5'],
    ['over a leap day', '2028-02-28', '20:00', '08:00', boston, '12'],
    ['where clocks never change', '2027-03-13', '22:00', '06:00', 'America/Phoenix', '8'],
  ])('%s', (_what, day, from, to, zone, hours) => {
    const [shift] = shiftsOf(
      {
        day: Temporal.PlainDate.from(day),
        from: Temporal.PlainTime.from(from),
        to: Temporal.PlainTime.from(to),
        weeks: 1,
      },
      zone,
    )
    expect(String(shift!.startsAt.until(shift!.endsAt).total('hours'))).toBe(hours)
  })

  it('keeps its hour on the wall from week to week', () => {
    const shifts = shiftsOf(
      {
        day: Temporal.PlainDate.from('2027-03-08'),
        from: Temporal.PlainTime.from('08:00'),
        to: Temporal.PlainTime.from('16:00'),
        weeks: 3,
      },
      boston,
    )
    expect(shifts.map((one) => one.startsAt.toZonedDateTimeISO(boston).toPlainDateTime().toString())).toEqual(
      ['2027-03-08T08:00:00', '2027-03-15T08:00:00', '2027-03-22T08:00:00'],
    )
  })
})
