import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { approvalAt, type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { answerOffer } from './answer.server.ts'
import { approvePlan } from './callOut.server.ts'
import type { Solve } from './compose.ts'
import { recordContact } from './contact.server.ts'
import { closePlan, endActivation, standDownPlan } from './end.server.ts'
import type { PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { claim } from './store.server.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')
const long = process.env.TAILBOARD_LONG === '1'
const rounds = long ? 60 : 3
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code)

if (long) vi.setConfig({ testTimeout: 900_000 })

describe('two coordinators at once', () => {
  let at: HarborCallOut
  let day = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  const tomorrow = () => start.add({ hours: 240 * day++ })
  const settled = async (plan: PlanState) => {
    const { rows } = await at.base.admin.query(
      `select count(*)::int as bound from roster.commitment c
       join activation.acceptance a on a.commitment_id = c.id join activation.offer o on o.id = a.offer_id
       where o.plan_id = $1`,
      [plan.id],
    )
    return { plan: await at.load(plan), bound: rows[0].bound as number }
  }
  const pendingOrSeatedWithoutWord = (plan: PlanState) =>
    plan.offers.filter((offer) => !offer.stoodDown && offer.answer?.code !== 'not_this_time')

  it('approve one plan: one does, the other is told, one wave goes out', async () => {
    for (let round = 0; round < rounds; round++) {
      const now = tomorrow()
      const plan = await at.proposed(now)
      const both = await Promise.all(
        [at.rae, at.coordinator()].map((who) => approvePlan(at.deps, who, plan.id, approvalAt(now))),
      )
      expect(both.map(codeOf).sort()).toEqual(['approved_already', 'done'])
      const after = await at.load(plan)
      expect(after.waves.map((wave) => wave.number)).toEqual([1])
      expect(new Set(after.offers.map((offer) => offer.memberId)).size).toBe(after.offers.length)
    }
  })

  it('record the call to the agency: one does, the plans are proposed once', async () => {
    for (let round = 0; round < rounds; round++) {
      const now = tomorrow()
      const activationId = await at.requested(now)
      const contact = { role: 'shift commander', spokenAt: now, overAt: null }
      const both = await Promise.all(
        [at.rae, at.coordinator()].map((who) => recordContact(at.base.db, who, activationId, contact)),
      )
      expect(both.map(codeOf).sort()).toEqual(['done', 'spoken_already'])
      expect(await at.base.db.read(at.rae, (reader) => loadPlans(reader, { activationId }))).toHaveLength(1)
    }
  })

  it('stand one plan down: one does, the other is told', async () => {
    for (let round = 0; round < rounds; round++) {
      const plan = await at.calledOut(tomorrow())
      const both = await Promise.all(
        [at.rae, at.coordinator()].map((who) => standDownPlan(at.base.db, who, plan.id)),
      )
      expect(both.map(codeOf).sort()).toEqual(['done', 'ended_already'])
      expect(pendingOrSeatedWithoutWord(await at.load(plan))).toEqual([])
    }
  })

  it('approve and stand down: whoever is later, nobody stays asked for a plan that ended', async () => {
    for (let round = 0; round < rounds; round++) {
      const now = tomorrow()
      const plan = await at.proposed(now)
      await Promise.all([
        approvePlan(at.deps, at.rae, plan.id, approvalAt(now)),
        standDownPlan(at.base.db, at.coordinator(), plan.id),
      ])
      const after = await at.load(plan)
      expect(after.end?.code).toBe('cancelled')
      expect(pendingOrSeatedWithoutWord(after)).toEqual([])
    }
  })

  it('change nothing by an approval worked out before the plan was stood down', async () => {
    const now = tomorrow()
    const plan = await at.proposed(now)
    const solve: Solve = async (program) => {
      await standDownPlan(at.base.db, at.coordinator(), plan.id)
      return await at.deps.solve(program)
    }
    const late = await approvePlan({ ...at.deps, solve }, at.rae, plan.id, approvalAt(now))
    expect(codeOf(late)).toBe('ended_already')
    expect(await at.load(plan)).toMatchObject({ approval: null, waves: [], offers: [] })
  })

  it('are told when the activation never stands still, and nothing is written', async () => {
    const now = tomorrow()
    const plan = await at.proposed(now)
    const solve: Solve = async (program) => {
      await at.base.db.write(at.coordinator(), (tx) => claim(tx, plan.activationId))
      return await at.deps.solve(program)
    }
    const never = await approvePlan({ ...at.deps, solve }, at.rae, plan.id, approvalAt(now))
    expect(never).toMatchObject({ ok: false, kind: 'conflict', code: 'changed_meanwhile' })
    expect(await at.load(plan)).toMatchObject({ approval: null, waves: [], offers: [] })
  })

  it('end the activation and record the call: no plan stays open in an ended activation', async () => {
    for (let round = 0; round < rounds; round++) {
      const now = tomorrow()
      const activationId = await at.requested(now)
      await Promise.all([
        endActivation(at.base.db, at.rae, activationId, 'declined'),
        recordContact(at.base.db, at.coordinator(), activationId, {
          role: 'shift commander',
          spokenAt: now,
          overAt: null,
        }),
      ])
      const plans = await at.base.db.read(at.rae, (reader) => loadPlans(reader, { activationId }))
      expect(plans.filter((plan) => plan.end === null)).toEqual([])
    }
  })

  it('stand down while a member says yes: the member is thanked and free again', async () => {
    for (let round = 0; round < rounds; round++) {
      const plan = await at.calledOut(tomorrow())
      const offer = plan.offers[0]!
      await Promise.all([
        answerOffer(at.base.db, at.member(offer), offer.id, yes),
        standDownPlan(at.base.db, at.rae, plan.id),
      ])
      const after = await settled(plan)
      expect(after.plan.end?.code).toBe('cancelled')
      expect(pendingOrSeatedWithoutWord(after.plan)).toEqual([])
      expect(after.bound).toBe(0)
    }
  })

  it('close no plan before its session, nor one that nobody came for', async () => {
    const now = tomorrow()
    const plan = await at.calledOut(now)
    const close = () => at.base.db.write(at.rae, (tx) => closePlan(tx, plan.id))
    expect(codeOf(await close())).toBe('session_ahead')
    await at.base.setNow(now.add({ hours: 3 }))
    expect(codeOf(await close())).toBe('nobody_seated')
    expect((await at.load(plan)).end).toBeNull()
  })

  it('close one plan: one does, the other is told', async () => {
    for (let round = 0; round < rounds; round++) {
      const now = tomorrow()
      const plan = await at.calledOut(now)
      expect((await at.answer(plan.offers[0]!, yes)).ok).toBe(true)
      await at.base.setNow(now.add({ hours: 3 }))
      const both = await Promise.all(
        [at.rae, at.coordinator()].map((who) => at.base.db.write(who, (tx) => closePlan(tx, plan.id))),
      )
      expect(both.map(codeOf).sort()).toEqual(['done', 'ended_already'])
    }
  })
})
