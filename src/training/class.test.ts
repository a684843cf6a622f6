import { describe, expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import {
  beginsWhollyBefore,
  byTheClock,
  clockMinutes,
  daysMet,
  heldPlaces,
  minutesBy,
  minutesOf,
  type Place,
  placeInLine,
  seatsLeft,
  stateOf,
  waiting,
  whoMovesUp,
} from './class.ts'

const at = (text: string) => Temporal.Instant.from(text)
const meetings = [
  { id: 'a', startsAt: at('2027-03-01T14:00:00Z'), endsAt: at('2027-03-01T16:30:00Z') },
  { id: 'b', startsAt: at('2027-03-03T14:00:00Z'), endsAt: at('2027-03-03T16:00:00Z') },
]
const place = (
  enrolmentId: string,
  asked: number,
  seated: boolean,
  ends = '2027-12-31T00:00:00Z',
): Place => ({
  enrolmentId,
  accountId: enrolmentId as AccountId,
  askedAt: at('2027-01-01T00:00:00Z').add({ minutes: asked }),
  seatedAt: seated ? at('2027-01-02T00:00:00Z') : null,
  endsAt: at(ends),
})
const ids = (places: readonly Place[]) => places.map((one) => one.enrolmentId)

describe('a class', () => {
  it.each([
    ['2027-03-01T13:59:59Z', null, 'planned'],
    ['2027-03-01T14:00:00Z', null, 'running'],
    ['2027-03-02T14:00:00Z', null, 'running'],
    ['2027-03-03T15:59:59Z', null, 'running'],
    ['2027-03-03T16:00:00Z', null, 'over'],
    ['2027-03-01T13:00:00Z', '2027-02-01T00:00:00Z', 'cancelled'],
    ['2027-04-01T13:00:00Z', '2027-02-01T00:00:00Z', 'cancelled'],
  ])('at %s, cancelled %s, is %s', (now, cancelled, state) => {
    expect(stateOf({ meetings, cancelledAt: cancelled === null ? null : at(cancelled) }, at(now))).toBe(state)
  })

  it('takes the minutes of a meeting, and the days on which it met by now', () => {
    expect(meetings.map(minutesOf)).toEqual([150, 120])
    const met = (now: string) =>
      daysMet({ meetings, cancelledAt: null }, 'America/New_York', at(now)).map(String)
    expect(met('2027-03-01T13:59:00Z')).toEqual([])
    expect(met('2027-03-03T14:00:00Z')).toEqual(['2027-03-01', '2027-03-03'])
    const evening = [{ id: 'c', startsAt: at('2027-03-02T01:00:00Z'), endsAt: at('2027-03-02T03:00:00Z') }]
    expect(
      daysMet({ meetings: evening, cancelledAt: null }, 'America/New_York', at('2027-03-05T00:00:00Z')).map(
        String,
      ),
    ).toEqual(['2027-03-01'])
  })
})

describe('a class that was cancelled', () => {
  it.each([
    ['2027-02-20T00:00:00Z', []],
    ['2027-03-01T14:00:00Z', []],
    ['2027-03-02T00:00:00Z', ['2027-03-01']],
  ])('at %s met only before that', (cancelled, days) => {
    const one = { meetings, cancelledAt: at(cancelled) }
    expect(daysMet(one, 'America/New_York', at('2027-04-01T00:00:00Z')).map(String)).toEqual(days)
  })
})

describe('minutes', () => {
  const span = (from: string, to: string, minutes: number) => ({
    ...{ startsAt: at(`2027-03-01T${from}:00Z`), endsAt: at(`2027-03-01T${to}:00Z`), minutes },
  })

  it('of a meeting that goes on are those that have passed', () => {
    const passed = (now: string) => minutesBy(meetings[0]!, at(now))
    expect([passed('2027-03-01T13:00:00Z'), passed('2027-03-01T14:10:59Z')]).toEqual([0, 10])
    expect(passed('2027-03-09T00:00:00Z')).toBe(150)
  })

  it.each([
    ['one after the other', [span('14:00', '15:00', 60), span('15:00', '16:00', 60)], 120],
    ['at once', [span('14:00', '15:00', 60), span('14:00', '15:00', 60)], 60],
    ['partly at once', [span('14:30', '16:00', 90), span('14:00', '15:00', 60)], 120],
    ['at once, each for a part', [span('14:00', '15:00', 20), span('14:00', '15:00', 25)], 45],
    [
      'one within another, then a third',
      [span('14:00', '17:00', 180), span('15:00', '15:30', 30), span('16:00', '18:00', 120)],
      240,
    ],
    ['nowhere', [], 0],
  ])('in meetings %s don’t go beyond the clock', (_what, attended, sum) => {
    expect(clockMinutes(attended)).toBe(sum)
  })

  it('of a later one are what the earlier ones left of the clock', () => {
    const attended = [span('16:00', '18:00', 120), span('14:00', '17:00', 180), span('15:00', '15:30', 30)]
    expect(byTheClock(attended).map((one) => one.minutes)).toEqual([180, 30, 30])
  })
})

describe('who moves up', () => {
  const line = [place('c', 2, false), place('b', 1, false), place('a', 2, false), place('x', 9, true)]

  it.each([
    [0, []],
    [1, []],
    [2, ['b']],
    [3, ['b', 'a']],
    [9, ['b', 'a', 'c']],
  ])('of %i seats', (seats, up) => {
    expect(ids(whoMovesUp(line, seats))).toEqual(up)
  })

  it('is who waited longest; in one instant, in the same order each time', () => {
    expect(ids(waiting([...line].reverse()))).toEqual(['b', 'a', 'c'])
    expect(placeInLine(line, 'a')).toBe(2)
    expect(placeInLine(line, 'x')).toBeNull()
  })

  it('counts nobody whose enrolment is over before the class begins, and everybody whose ends later', () => {
    const before = place('gone', 0, true, '2027-02-28T00:00:00Z')
    const after = place('done', 0, true, '2027-03-04T00:00:00Z')
    const one = { meetings, seats: 3, places: [before, after, place('w', 1, false)] }
    expect(ids(heldPlaces(one))).toEqual(['done', 'w'])
    expect(seatsLeft(one)).toBe(1)
    expect(seatsLeft({ ...one, seats: 1 })).toBe(0)
  })

  it.each([
    ['2027-03-03T13:59:59Z', false],
    ['2027-03-03T14:00:00Z', false],
    ['2027-03-03T14:00:01Z', true],
  ])('of an enrolment that ends at %s, all its meetings are within: %s', (end, within) => {
    expect(beginsWhollyBefore({ meetings }, at(end))).toBe(within)
  })
})
