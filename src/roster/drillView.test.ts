import { describe, expect, it } from 'vitest'
import { type LineState, lineState, needsHand } from './drillView.ts'

describe('what became of a drill’s message', () => {
  const at = Temporal.Instant.from('2027-03-01T15:00:00Z')
  const taken = { outcome: 'taken', state: null }
  it.each([
    ['answered', at, taken, true],
    ['answered', at, undefined, true],
    ['waiting', null, taken, false],
    ['waiting', null, { outcome: 'taken', state: 'delivered' }, false],
    ['silent', null, { outcome: 'taken', state: 'delivered' }, true],
    ['undelivered', null, { outcome: 'taken', state: 'undelivered' }, false],
    ['refused', null, { outcome: 'refused', state: null }, true],
    ['stopped', null, { outcome: 'stopped', state: null }, false],
    ['unsent', null, { outcome: 'unreachable', state: null }, true],
    ['unsent', null, { outcome: null, state: null }, false],
    ['unsent', null, undefined, true],
  ] as const)('%s', (state, answeredAt, wire, over) => {
    expect(lineState({ answeredAt }, wire, over)).toBe(state)
  })
})

it.each<[string, boolean, readonly LineState[], boolean, boolean]>([
  ['answered one way, refused the other', true, ['answered', 'refused'], true, false],
  ['waiting while it runs', false, ['waiting', 'unsent'], false, false],
  ['refused one way while it runs', false, ['waiting', 'refused'], false, true],
  ['said STOP', false, ['waiting', 'stopped'], false, true],
  ['silent to the end', false, ['silent'], true, true],
])('a hand is needed: %s', (_what, reached, states, over, needed) => {
  const ways = new Map(
    states.map((state, index) => [(['mail', 'text'] as const)[index]!, { state, at: null }]),
  )
  expect(needsHand({ reached, ways }, over)).toBe(needed)
})
