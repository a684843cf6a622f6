import { expect, it } from 'vitest'
import type { ActivationRecord } from './activationRecord.ts'
import { activationStage } from './activationStage.ts'
import { onDay, planFor, seatOf } from './plan.testing.ts'

const running = {
  outcome: null,
  contact: { spokenAt: onDay('11:00'), recordedAt: onDay('11:00'), role: 'supervisor' },
}
const full = planFor({ seats: [seatOf('lead', 'A'), seatOf('peer', 'B')] })
const kept = planFor({ seats: [seatOf('lead', 'A'), seatOf('peer', 'B', '12:40')] })
const half = planFor({ seats: [seatOf('lead', 'A'), seatOf('peer')] })
const proposed = planFor({ approval: null })
const ended = planFor({ end: { code: 'cancelled', at: onDay('12:00') } })

it.each([
  ['of no plan', [], { code: 'no_plan' }],
  ['of plans that have all ended', [ended], { code: 'no_plan' }],
  ['of a plan nobody approved', [proposed], { code: 'to_approve' }],
  ['of a full team', [full, ended], { code: 'filled' }],
  ['of a full team beside a plan nobody approved', [full, proposed], { code: 'to_approve' }],
  ['of a seat that is only kept', [kept], { code: 'filling', taken: 1, seats: 2 }],
  ['of two teams, one of them full', [full, half], { code: 'filling', taken: 3, seats: 4 }],
  [
    'of a team that fills beside a plan nobody approved',
    [half, proposed],
    { code: 'filling', taken: 1, seats: 2 },
  ],
] as const)('an activation is as far as what still needs somebody: %s', (_, plans, stage) => {
  expect(
    activationStage(running as Pick<ActivationRecord, 'outcome' | 'contact'>, plans, onDay('12:30')),
  ).toEqual(stage)
})

it('is under way once every team that is not there yet is full', () => {
  const at = onDay('18:10')
  const ahead = planFor({
    ...full,
    approval: { at: onDay('12:00'), startsAt: onDay('20:00'), endsAt: onDay('21:00'), place: 'Room' },
  })
  const of = (...plans: Parameters<typeof activationStage>[1]) =>
    activationStage(running as Pick<ActivationRecord, 'outcome' | 'contact'>, plans, at).code
  expect(of(half, ahead)).toBe('begun')
  expect(of(half, { ...ahead, seats: half.seats })).toBe('filling')
})

it('is nothing of its plans before the call back, and after its end', () => {
  const outcome = { code: 'closed' as const, at: onDay('12:00') }
  expect(activationStage({ outcome: null, contact: null }, [full], onDay('12:30')).code).toBe('call_back')
  expect(activationStage({ outcome, contact: null }, [full], onDay('12:30')).code).toBe('closed')
})
