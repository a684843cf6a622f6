import { describe, expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import {
  daysMet,
  heldPlaces,
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
const place = (enrolmentId: string, asked: number, seated: boolean, ended: string | null = null): Place => ({
  enrolmentId,
  accountId: enrolmentId as AccountId,
  askedAt: at('2027-01-01T00:00:00Z').add({ minutes: asked }),
  seatedAt: seated ? at('2027-01-02T00:00:00Z') : null,
  endedAt: ended === null ? null : at(ended),
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
    const met = (now: string) => daysMet({ meetings }, 'America/New_York', at(now)).map(String)
    expect(met('2027-03-01T13:59:00Z')).toEqual([])
    expect(met('2027-03-03T14:00:00Z')).toEqual(['2027-03-01', '2027-03-03'])
    const evening = [{ id: 'c', startsAt: at('2027-03-02T01:00:00Z'), endsAt: at('2027-03-02T03:00:00Z') }]
    expect(
      daysMet({ meetings: evening }, 'America/New_York', at('2027-03-05T00:00:00Z')).map(String),
    ).toEqual(['2027-03-01'])
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

  it('counts nobody whose enrolment ended before the class began, and everybody whose ended later', () => {
    const before = place('gone', 0, true, '2027-02-28T00:00:00Z')
    const after = place('done', 0, true, '2027-03-04T00:00:00Z')
    const one = { meetings, seats: 3, places: [before, after, place('w', 1, false)] }
    expect(ids(heldPlaces(one))).toEqual(['done', 'w'])
    expect(seatsLeft(one)).toBe(1)
    expect(seatsLeft({ ...one, seats: 1 })).toBe(0)
  })
})
