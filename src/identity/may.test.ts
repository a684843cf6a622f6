import { expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../platform/actor.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { may } from './may.ts'
import { type Area, roleTable } from './roles.ts'

const regionId = newId<RegionId>()
const as = (...held: Role[]): Actor => ({
  kind: 'account',
  accountId: newId<AccountId>(),
  regionId,
  roles: held,
})

it('lets an administrator bring in everybody, a coordinator those who do not run the team, others nobody', () => {
  const invitedBy = (actor: Actor) => roles.filter((role) => may(actor, 'invite', role))
  expect(invitedBy(as('administrator'))).toEqual([...roles])
  expect(invitedBy(as('duty_coordinator'))).toEqual(['peer', 'agency_contact', 'instructor', 'learner'])
  for (const role of ['peer', 'clinical_director', 'agency_contact', 'instructor', 'learner'] as const)
    expect(invitedBy(as(role))).toEqual([])
  expect(invitedBy({ kind: 'visitor', regionId })).toEqual([])
  expect(invitedBy({ kind: 'member', memberId: newId<MemberId>(), regionId })).toEqual([])
})

it('shows a department’s contact nothing of the team, and an administrator none of its work', () => {
  const work: Area[] = ['requests', 'activations', 'availability', 'clearance']
  for (const area of work)
    for (const role of ['agency_contact', 'administrator', 'peer'] as const)
      expect(may(as(role), 'see', area)).toBe(false)
  // An administrator keeps the roster, and sees nobody's work in it.
  for (const role of ['agency_contact', 'peer'] as const) expect(may(as(role), 'see', 'roster')).toBe(false)
  expect(may(as('agency_contact'), 'see', 'own_requests')).toBe(true)
  expect(may(as('duty_coordinator'), 'see', 'clearance')).toBe(false)
  expect(may(as('clinical_director'), 'see', 'clearance')).toBe(true)
})

it('shows what peers counted to the clinical director alone', () => {
  for (const role of roles) expect(may(as(role), 'see', 'tallies')).toBe(role === 'clinical_director')
})

it('adds up what several roles see', () => {
  const both = as('administrator', 'duty_coordinator')
  for (const area of [...roleTable.administrator.sees, ...roleTable.duty_coordinator.sees])
    expect(may(both, 'see', area)).toBe(true)
  expect(may(both, 'see', 'clearance')).toBe(false)
})
