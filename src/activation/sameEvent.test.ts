import { expect, it } from 'vitest'
import { maybeSameEvent } from './sameEvent.ts'

const at = (time: string) => Temporal.Instant.from(`2027-01-11T${time}:00Z`)
const one = { kind: 'child_death_or_injury', town: 'Larkfield', occurredAt: at('06:00') } as const

it.each([
  ['typed another way, hours later', { town: ' larkfield ', occurredAt: at('18:00') }, true],
  ['earlier', { occurredAt: at('01:00') }, true],
  ['half a day and more apart', { occurredAt: at('18:01') }, false],
  ['elsewhere', { town: 'Dunmere' }, false],
  ['of another kind', { kind: 'officer_involved_shooting' as const }, false],
])('may be the same event: %s', (_, other, same) => {
  expect(maybeSameEvent(one, { ...one, ...other })).toBe(same)
})
