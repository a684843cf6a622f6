import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from './shiftHours.ts'
import { notCover, reachedOnly, weekOf } from './week.ts'

const zone = 'America/New_York'
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })
const clock = (one: Span) =>
  [one.startsAt, one.endsAt]
    .map((moment) => moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }))
    .join('-')

describe('a week of duty', () => {
  const now = at('2026-11-23T10:00')

  it('cuts a night at midnight, and leaves what is over alone', () => {
    const night = { ...span('2026-11-23T20:00', '2026-11-24T08:00'), place: 'on_call' as const }
    const [monday, tuesday] = weekOf({ coordinators: [night], shifts: [] }, now, zone)
    expect([monday!.coordinator.map(clock), monday!.gaps.map(clock)]).toEqual([
      ['20:00-00:00'],
      ['10:00-20:00'],
    ])
    expect([tuesday!.coordinator.map(clock), tuesday!.gaps.map(clock)]).toEqual([
      ['00:00-08:00'],
      ['08:00-00:00'],
    ])
  })

  it('takes a backup for no coordinator', () => {
    const backup = { ...span('2026-11-24T00:00', '2026-11-25T00:00'), place: 'backup' as const }
    const tuesday = weekOf({ coordinators: [backup], shifts: [] }, now, zone)[1]!
    expect([tuesday.backup.map(clock), tuesday.gaps.map(clock)]).toEqual([['00:00-00:00'], ['00:00-00:00']])
  })

  it('shows no hour as covered by somebody whom messages do not reach, and names them once', () => {
    const day = span('2026-11-24T00:00', '2026-11-25T00:00')
    const plan = {
      coordinators: [{ ...day, place: 'on_call' as const, accountId: 'rae' }],
      shifts: ['kit', 'sam', 'kit'].map((memberId) => ({ ...day, memberId })),
    }
    const silent = new Set(['rae', 'kit', 'ann'])
    const tuesday = weekOf(reachedOnly(plan, silent), now, zone)[1]!
    expect([tuesday.coordinator, tuesday.gaps.map(clock)]).toEqual([[], ['00:00-00:00']])
    expect(tuesday.members.map((one) => one.count)).toEqual([1])
    expect(notCover(plan, silent)).toEqual(['rae', 'kit'])
  })

  it('counts members stretch by stretch', () => {
    const shifts = [
      span('2026-11-24T08:00', '2026-11-24T20:00'),
      span('2026-11-24T12:00', '2026-11-24T20:00'),
      span('2026-11-24T20:00', '2026-11-24T22:00'),
      span('2026-11-24T20:00', '2026-11-24T22:00'),
    ]
    const tuesday = weekOf({ coordinators: [], shifts }, now, zone)[1]!
    expect(tuesday.members.map((one) => `${clock(one)} ${one.count}`)).toEqual([
      '08:00-12:00 1',
      '12:00-22:00 2',
    ])
  })

  it.each([
    ['2026-11-01T12:00', 25],
    ['2027-03-14T12:00', 23],
    ['2028-02-29T12:00', 24],
  ])('has days as long as the clock makes them: %s', (day, hours) => {
    const [one] = weekOf({ coordinators: [], shifts: [] }, at(day), zone)
    expect(one!.startsAt.until(one!.endsAt).total('hours')).toBe(hours)
  })

  it('accounts for every hour ahead: somebody coordinates, or it is a gap', () => {
    const shift = fc
      .tuple(fc.integer({ min: -30, max: 200 }), fc.integer({ min: 1, max: 40 }))
      .map(([from, length]) => ({
        startsAt: now.add({ hours: from }),
        endsAt: now.add({ hours: from + length }),
        place: 'on_call' as const,
      }))
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 6 }), (coordinators) => {
        for (const day of weekOf({ coordinators, shifts: [] }, now, zone))
          for (let moment = day.startsAt; moment.epochMilliseconds < day.endsAt.epochMilliseconds; ) {
            const holds = (one: Span) =>
              Temporal.Instant.compare(one.startsAt, moment) <= 0 &&
              Temporal.Instant.compare(moment, one.endsAt) < 0
            const ahead = Temporal.Instant.compare(moment, now) >= 0
            expect(day.gaps.some(holds)).toBe(ahead && !coordinators.some(holds))
            moment = moment.add({ hours: 1 })
          }
      }),
      { numRuns: 30 },
    )
  })
})
