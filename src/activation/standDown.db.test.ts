import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOutHandlers, copyingMail } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, no, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { openPool } from '../platform/db.server.ts'
import { drain } from '../platform/worker.server.ts'
import { advance, tick } from './callOut.server.ts'
import { standDownPlan } from './end.server.ts'
import { withdraw } from './leaveTeam.server.ts'
import { type OfferState, type PlanState, pendingOffers, stageOf } from './planState.ts'

// Later than any clock that runs this: a job due in the plan's future stays until the test lets it come due.
const start = Temporal.Instant.from('2060-01-12T20:00:00Z')

describe('standing down', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let day = 0
  const mail = copyingMail()
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })

  const runJobs = () => drain(pool, callOutHandlers(at.base.db, mail, at.deps.solve))
  async function calledOut(): Promise<PlanState> {
    const plan = await at.calledOut(start.add({ hours: 240 * day++ }))
    await runJobs()
    mail.copies.length = 0
    return plan
  }
  const take = async (plan: PlanState, kind: 'lead' | 'peer') => {
    const offer = plan.offers.find((one) => one.kind === kind)!
    expect(await at.answer(offer, yes)).toEqual({ ok: true, value: { kind: 'seated' } })
    return offer
  }
  /** Members thanked, once for each copy that left. */
  const thanked = () =>
    mail.copies
      .filter((one) => one.messageId.startsWith('stand-down.'))
      .map((one) => one.messageId.replace(/^stand-down\.(.+)@tailboard$/, '$1'))
      .sort()
  const ids = (offers: readonly OfferState[]) => offers.map((offer) => offer.id).sort()
  const except = (plan: PlanState, ...gone: OfferState[]) =>
    plan.offers.filter((offer) => !gone.some((one) => one.id === offer.id))
  const reasons = async (plan: PlanState) =>
    (
      await at.base.admin.query(
        `select distinct reason from activation.stand_down d join activation.offer o on o.id = d.offer_id
         where o.plan_id = $1`,
        [plan.id],
      )
    ).rows.map((row) => row.reason)

  it('thanks those a filled team no longer needs, each once, whatever comes after', async () => {
    const plan = await calledOut()
    const lead = await take(plan, 'lead')
    const peer = await take(plan, 'peer')
    await runJobs()
    const surplus = except(plan, lead, peer)
    expect(surplus.length).toBeGreaterThan(0)
    expect(thanked()).toEqual(ids(surplus))
    expect(await reasons(plan)).toEqual(['filled'])

    await at.base.setNow(plan.approval!.startsAt.subtract({ minutes: 1 }))
    await tick(at.deps, at.harbor.regionId)
    await standDownPlan(at.base.db, at.rae, plan.id)
    await runJobs()
    expect(thanked()).toEqual(ids([...surplus, lead, peer]))
  })

  it('lets a lead who is still asked sit as a peer before anybody is thanked', async () => {
    const plan = await calledOut()
    const lead = await take(plan, 'lead')
    expect(pendingOffers(await at.load(plan))).toHaveLength(plan.offers.length - 1)
    await take({ ...plan, offers: except(plan, lead) }, 'lead')
    const after = await at.load(plan)
    expect(stageOf(after)).toBe('filled')
    expect(pendingOffers(after)).toEqual([])
  })

  it('goes with whoever came once the session begins: nobody else is asked, and the plan stays', async () => {
    const plan = await calledOut()
    const seated = await take(plan, 'lead')
    const asked = pendingOffers(await at.load(plan))
    expect(asked.length).toBeGreaterThan(0)
    const { startsAt } = plan.approval!
    await at.base.setNow(startsAt.subtract({ milliseconds: 1 }))
    await runJobs()
    const still = pendingOffers(await at.load(plan))
    expect(still.length).toBeGreaterThan(0)

    await at.base.setNow(startsAt)
    await Promise.all([1, 2].map(() => advance(at.deps, at.system, plan.id)))
    await runJobs()
    expect(pendingOffers(await at.load(plan))).toEqual([])
    expect(thanked()).toEqual(ids(still))
    await at.base.setNow(plan.window.closes.add({ minutes: 1 }))
    await tick(at.deps, at.harbor.regionId)
    const after = await at.load(plan)
    expect(after.end).toBeNull()
    expect(after.seats.flatMap((seat) => seat.taken?.offerId ?? [])).toEqual([seated.id])
    // Held is held: nobody is asked to a session that is over because somebody steps back from it.
    expect(await withdraw(at.base.db, at.member(seated), seated.id)).toMatchObject({ code: 'session_begun' })
    expect((await at.load(plan)).seats.flatMap((seat) => seat.taken?.offerId ?? [])).toEqual([seated.id])
  })

  it('ends a plan whose window closes with nobody there, and tells those still asked', async () => {
    const plan = await calledOut()
    const saysNo = plan.offers.find((one) => one.kind === 'peer')!
    await at.answer(saysNo, no)
    await at.base.setNow(plan.window.closes.subtract({ milliseconds: 1 }))
    await runJobs()
    expect((await at.load(plan)).end).toBeNull()
    const asked = pendingOffers(await at.load(plan))
    expect(asked.length).toBeGreaterThan(0)

    await at.base.setNow(plan.window.closes)
    await Promise.all([1, 2].map(() => advance(at.deps, at.system, plan.id)))
    await tick(at.deps, at.harbor.regionId)
    await runJobs()
    const after = await at.load(plan)
    expect(after.end).toEqual({ code: 'window_closed', at: plan.window.closes })
    expect(pendingOffers(after)).toEqual([])
    expect(thanked()).toEqual(ids(asked))
    expect(await reasons(plan)).toEqual(['ended'])
    expect(await at.answer(asked[0]!, yes)).toMatchObject({
      ok: false,
      kind: 'conflict',
      code: 'ended_already',
    })
  })

  it('looks at a plan again on its own when its window closes', async () => {
    const plan = await calledOut()
    const nextLook = async () => {
      const due = 'select run_at from graphile_worker._private_jobs where key = $1'
      return (await at.base.admin.query(due, [`advance:${plan.id}`])).rows[0].run_at as Temporal.Instant
    }
    for (const moment of [await nextLook(), plan.window.closes.subtract({ minutes: 20 })]) {
      await at.base.setNow(moment)
      await advance(at.deps, at.system, plan.id)
    }
    for (let look = 0; look < 9 && (await at.load(plan)).end === null; look++) {
      await at.base.setNow(await nextLook())
      await advance(at.deps, at.system, plan.id)
    }
    expect((await at.load(plan)).end).toEqual({ code: 'window_closed', at: plan.window.closes })
  })

  it('releases those who said yes when a coordinator stands the plan down', async () => {
    const plan = await calledOut()
    const lead = await take(plan, 'lead')
    expect(await standDownPlan(at.base.db, at.rae, plan.id)).toEqual({ ok: true, value: null })
    await runJobs()
    expect(thanked()).toEqual(ids(plan.offers))
    expect(await reasons(plan)).toEqual(['cancelled'])
    const { rowCount } = await at.base.admin.query(
      'select 1 from roster.commitment where member_id = $1 and upper(during) > $2',
      [lead.memberId, plan.approval!.at.toString()],
    )
    expect(rowCount).toBe(0)
  })
})
