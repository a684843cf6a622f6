import { expect, it } from 'vitest'
import { onDay, planFor } from './plan.testing.ts'
import { isPromised, sharesRoom } from './sharedRoom.ts'

const approval = (place: string, from: string, until: string) => ({
  at: onDay('12:00'),
  startsAt: onDay(from),
  endsAt: onDay(until),
  place,
})
const here = planFor()
const other = (given: Parameters<typeof planFor>[0]) =>
  planFor({ id: 'other' as never, role: 'officers', ...given })

it.each([
  ['the same room at the same time', { approval: approval('Room', '18:00', '19:00') }, true],
  ['written another way, and only the end of it', { approval: approval(' room ', '18:59', '20:00') }, true],
  ['the same room afterwards', { approval: approval('Room', '19:00', '20:00') }, false],
  ['another room', { approval: approval('Room 2', '18:00', '19:00') }, false],
  ['one that was stood down', { end: { code: 'cancelled' as const, at: onDay('13:00') } }, false],
  ['one that nobody approved', { approval: null }, false],
])('two groups and one room: %s', (_, given, shared) => {
  expect(sharesRoom(here, [here, other(given)]) !== null).toBe(shared)
})

it('suggests no room that another group was promised', () => {
  expect(isPromised('room', [here])).toBe(true)
  expect(isPromised('Room 2', [here])).toBe(false)
  expect(isPromised('Room', [planFor({ approval: null })])).toBe(false)
})
