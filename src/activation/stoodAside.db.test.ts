import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalAt, type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { loadDemoRegion, readDemoRegion } from '../demonstration.server.ts'
import type { Actor } from '../platform/actor.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import type { Outcome } from '../platform/problem.ts'
import { ringingFor } from './alertStore.server.ts'
import { allow } from './allow.server.ts'
import { askByName, askMore } from './askMore.server.ts'
import { acceptGuest, askNeighbour, guestLeaves } from './askNeighbour.server.ts'
import { approvePlan } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { closePlan, endActivation, standDownPlan } from './end.server.ts'
import { moveSession } from './moveSession.server.ts'
import type { PlanState } from './planState.ts'
import { refuseMember } from './refuse.server.ts'
import { recordSpoken } from './spoken.server.ts'
import { handOn, takeRequest } from './take.server.ts'
import { loadFurtherView, tellFurther } from './tellFurther.server.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')

type With = {
  readonly at: HarborCallOut
  readonly who: Actor
  readonly plan: PlanState
  readonly neighbour: RegionId
}
/** Everything somebody can do to an activation that is being called out. */
const tries: Readonly<Record<string, (given: With) => Promise<Outcome<unknown, string>>>> = {
  'take it': ({ at, who, plan }) => takeRequest(at.base.db, who, plan.activationId),
  'record the call': ({ at, who, plan }) =>
    recordContact(at.base.db, who, plan.activationId, { role: 'supervisor', spokenAt: start, overAt: null }),
  'write down what the agency told': async ({ at, who, plan }) => {
    const view = await at.base.db.read(who, (reader) => loadFurtherView(reader, plan.activationId))
    return await tellFurther(at.base.db, who, plan.activationId, view!.incident.further, null)
  },
  'approve a plan': ({ at, who, plan }) => approvePlan(at.deps, who, plan.id, approvalAt(start)),
  'leave out a member': ({ at, who, plan }) =>
    refuseMember(at.base.db, who, plan.id, plan.offers[0]!.memberId),
  'allow more': ({ at, who, plan }) => allow(at.base.db, who, plan.id, ['farther'], null),
  'ask a neighbour': ({ at, who, plan, neighbour }) =>
    askNeighbour(at.base.db, who, plan.id, { kind: 'peer', region: neighbour, consent: true }),
  'take a guest': ({ at, who, plan }) => acceptGuest(at.base.db, who, plan.id, newId()),
  'let a guest go': ({ at, who, plan }) => guestLeaves(at.base.db, who, plan.id, newId()),
  'write down an answer': ({ at, who, plan }) =>
    recordSpoken(at.base.db, who, plan.id, plan.offers[0]!.id, yes),
  'move a session': ({ at, who, plan }) =>
    moveSession(
      at.base.db,
      who,
      plan.id,
      { startsAt: plan.approval!.startsAt, place: 'Elsewhere', reason: 'room' },
      0,
    ),
  'ask more': ({ at, who, plan }) => askMore(at.deps, who, plan.id, 1),
  'ask somebody by name': ({ at, who, plan }) => askByName(at.deps, who, plan.id, plan.offers[0]!.memberId),
  'stand a plan down': ({ at, who, plan }) => standDownPlan(at.base.db, who, plan.id),
  'close a plan': ({ at, who, plan }) => at.base.db.write(who, (tx) => closePlan(tx, plan.id)),
  'end it': ({ at, who, plan }) => endActivation(at.base.db, who, plan.activationId, 'declined'),
}

describe('whoever stood aside', () => {
  let at: HarborCallOut
  let neighbour: RegionId
  let plan: PlanState
  const aside = () => at.rae
  const other = () => ({ ...at.rae, accountId: newId() }) as Actor

  beforeAll(async () => {
    at = await openHarborCallOut()
    const demo = `${import.meta.dirname}/../../demo`
    const day = Temporal.PlainDate.from('2026-11-23')
    neighbour = (await loadDemoRegion(at.base.db, demo, readDemoRegion(demo, 'montgomery'), day, false))
      .regionId
    plan = await at.calledOut(start)
    expect(await handOn(at.base.db, aside(), plan.activationId, true)).toMatchObject({ ok: true })
    plan = await at.load(plan)
  })
  afterAll(() => at.stop())

  it.each(Object.keys(tries))('cannot %s, whatever page is still open', async (name) => {
    const tried = await tries[name]!({ at, who: aside(), plan, neighbour })
    expect(tried).toMatchObject({ ok: false, code: 'stood_aside', kind: 'forbidden' })
    expect(await at.load(plan)).toEqual(plan)
    // It is who they are that refuses it, not the moment.
    expect(await tries[name]!({ at, who: other(), plan, neighbour: newId() })).not.toMatchObject({
      code: 'stood_aside',
    })
    if (name !== 'end it') plan = await at.load(plan)
  })

  it('is not asked by text either', async () => {
    const id = await at.requested(start.add({ hours: 240 }))
    const ringing = () => at.base.db.read(at.system, (reader) => ringingFor(reader, at.rae.accountId))
    await at.base.admin.query(
      `insert into activation.ring (region_id, activation_id, account_id, round, step) values ($1, $2, $3, 99, 'everybody')`,
      [at.harbor.regionId, id, at.rae.accountId],
    )
    expect(await ringing()).toEqual([id])
    await handOn(at.base.db, aside(), id, true)
    expect(await ringing()).toEqual([])
  })
})
