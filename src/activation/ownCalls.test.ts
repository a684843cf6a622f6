import { expect, it } from 'vitest'
import type { AgencyId, MemberId, PlanId } from '../platform/ids.ts'
import type { Agency } from '../region/index.ts'
import { ownCalls } from './ownCalls.ts'
import { offerTo, onDay, planFor, seatOf } from './plan.testing.ts'

const agencies = [{ id: 'agency' as AgencyId, name: 'Larkfield Fire', town: 'Larkfield' } as Agency]
const sam = 'sam' as MemberId
const answer = { code: 'coming', fromAt: null, at: onDay('12:05'), way: 'page' } as const
const asked = planFor({ offers: [offerTo('sam', 'peer'), offerTo('dana', 'lead')] })
const seated = planFor({
  id: 'seated' as PlanId,
  seats: [seatOf('lead'), seatOf('peer', 'sam')],
  offers: [offerTo('sam', 'peer', { answer })],
})
const mine = (plans: Parameters<typeof ownCalls>[0], now: string) => {
  const own = ownCalls(plans, agencies, sam, onDay(now))
  return { asked: own.asked.map((one) => one.plan.id), seats: own.seats.map((one) => one.plan.id) }
}

it.each([
  ['is asked while nobody answered', [asked], '12:10', ['plan'], []],
  ['may still answer after the hour that was named', [asked], '13:00', ['plan'], []],
  ['is asked nothing once the window is closed', [asked], '22:00', [], []],
  [
    'is asked nothing that was stood down',
    [planFor({ offers: [offerTo('sam', 'peer', { stoodDown: true })] })],
    '12:10',
    [],
    [],
  ],
  [
    'is asked nothing of a plan that ended',
    [planFor({ ...asked, end: { code: 'cancelled', at: onDay('12:05') } })],
    '12:10',
    [],
    [],
  ],
  ['is asked nothing that went to others', [planFor({ offers: [offerTo('dana', 'lead')] })], '12:10', [], []],
  ['is expected where they said yes', [seated], '12:10', [], ['seated']],
  ['is expected until it is over', [seated], '19:00', [], []],
  [
    'is expected nowhere after stepping back',
    [planFor({ offers: [offerTo('sam', 'peer', { answer, leftTeam: true })] })],
    '12:10',
    [],
    [],
  ],
] as const)('a member %s', (_, plans, now, open, seats) => {
  expect(mine(plans, now)).toEqual({ asked: open, seats })
})

it('shows the offer that presses most first', () => {
  const later = planFor({
    id: 'later' as PlanId,
    offers: [offerTo('sam', 'peer', { answerBy: onDay('12:30') })],
  })
  expect(mine([later, asked], '12:10').asked).toEqual(['plan', 'later'])
})
