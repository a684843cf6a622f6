import { expect, it } from 'vitest'
import { needsHand } from './needsHand.ts'
import { onDay, planFor, seatOf } from './plan.testing.ts'

const proposed = planFor({ approval: null })
const filled = planFor({ seats: [seatOf('lead', 'a'), seatOf('peer', 'b')] })
const kept = planFor({ seats: [seatOf('lead', 'a', '17:00'), seatOf('peer', 'b', '16:00')] })
const partly = planFor({ seats: [seatOf('lead', 'a'), seatOf('peer')] })

it.each([
  ['nothing while a proposal has time', proposed, '17:59', []],
  ['a proposal whose window closes soon', proposed, '18:00', ['window_closes 1 22:00']],
  ['a proposal whose window is over', proposed, '22:00', ['window_closed 1 22:00']],
  ['nothing while open seats have time', planFor(), '13:59', []],
  ['open seats near the start', planFor(), '14:00', ['seats_open 2 18:00']],
  ['nothing for a full team', filled, '17:00', []],
  ['seats that are only kept, with the first hour that counts', kept, '13:00', ['seats_held 2 16:00']],
  ['nothing once the session runs with somebody', partly, '18:00', []],
  ['a session that is over', partly, '19:00', ['close_out 1 19:00']],
  ['nothing to close out where nobody came', planFor(), '19:00', []],
  ['nothing of what has ended', planFor({ end: { code: 'closed', at: onDay('20:00') } }), '21:00', []],
] as const)('a coordinator is shown %s', (_, plan, now, expected) => {
  const told = needsHand(plan, onDay(now)).map(
    ({ code, count, at }) => `${code} ${count} ${at.toString().slice(11, 16)}`,
  )
  expect(told).toEqual(expected)
})
