import { expect, it } from 'vitest'
import { type CloseOut, longerThanSince } from './closeOut.ts'

const startsAt = Temporal.Instant.from('2060-04-05T14:00:00Z')

it.each([
  ['under_30', 0, false],
  ['30_to_60', 29, true],
  ['30_to_60', 30, false],
  ['60_to_120', 1, true],
  ['60_to_120', 60, false],
  ['over_120', 119, true],
  ['over_120', 120, false],
  ['none', 0, false],
] as const)('%s, %i minutes after the start', (duration: CloseOut['duration'], minutes, longer) => {
  expect(longerThanSince(duration, startsAt, startsAt.add({ minutes }))).toBe(longer)
})
