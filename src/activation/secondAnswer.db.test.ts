import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, no, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import type { Answer } from './answer.server.ts'
import { advance, tick } from './callOut.server.ts'
import { closePlan, endActivation, standDownPlan } from './end.server.ts'
import { released, withdraw } from './leaveTeam.server.ts'
import { moveSession } from './moveSession.server.ts'
import { type OfferState, openSeats, type PlanState, pendingOffers } from './planState.ts'
import { refuseMember } from './refuse.server.ts'
import { recordSpoken } from './spoken.server.ts'
import { loadActivation } from './store.server.ts'
import { timelineOf } from './timeline.ts'

const start = Temporal.Instant.from('2059-02-03T20:00:00Z')
const held: Answer = { conflict: false, choice: 'if_released', fromAt: null }

describe('a second answer', () => {
  let at: HarborCallOut
  let day = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
    await at.base.db.write(at.system, (tx) => grantRole(tx, at.rae.accountId, 'duty_coordinator'))
  })
  afterAll(() => at.stop())

  const calledOut = () => at.calledOut(start.add({ hours: 240 * day++ }))
  const peers = (plan: PlanState) => plan.offers.filter((one) => one.kind === 'peer')
  const sits = async (plan: PlanState, offer: OfferState) =>
    (await at.load(plan)).seats.some((seat) => seat.taken?.offerId === offer.id)
  const later = async (plan: PlanState, minutes: number) => {
    await at.base.setNow(plan.approval!.at.add({ minutes }))
    await tick(at.deps, at.harbor.regionId)
  }
  const jobsAbout = async (offer: OfferState, name: string) =>
    (
      await at.base.admin.query(`select 1 from graphile_worker._private_jobs where key like $1`, [
        `activation.${name}:${offer.id}:%`,
      ])
    ).rowCount

  /** One peer's seat is kept for the first, and the second said yes meanwhile. */
  const oneHeldOneNext = async () => {
    const plan = await calledOut()
    const [first, second] = peers(plan)
    expect(await at.answer(first!, held)).toMatchObject({ value: { kind: 'held' } })
    const next = await at.answer(second!, yes)
    expect(next).toEqual({ ok: true, value: { kind: 'next', until: plan.approval!.at.add({ minutes: 30 }) } })
    return { plan, first: first!, second: second! }
  }

  it('is not needed by whoever waits for a kept seat: they sit when it comes free, and hear it', async () => {
    const { plan, first, second } = await oneHeldOneNext()
    expect(await sits(plan, second)).toBe(false)
    await later(plan, 30)
    expect([await sits(plan, first), await sits(plan, second)]).toEqual([false, true])
    expect(await jobsAbout(second, 'seated')).toBeGreaterThan(0)
    // And the one whose seat could not be kept is told, and free for it if another comes up.
    expect(await at.answer(first, yes)).toMatchObject({ code: 'seat_taken' })
    await withdraw(at.base.db, at.member(second), second.id)
    expect(await at.answer(first, yes)).toMatchObject({ value: { kind: 'seated' } })
  })

  it('thanks whoever waited once the seat is not free after all', async () => {
    const { plan, first, second } = await oneHeldOneNext()
    expect((await released(at.base.db, at.member(first), first.id)).ok).toBe(true)
    expect((await at.load(plan)).offers.find((one) => one.id === second.id)!.stoodDown).toBe(true)
    expect(await jobsAbout(second, 'standDown')).toBeGreaterThan(0)
  })

  it('lets whoever waits say that they no longer can', async () => {
    const { plan, second } = await oneHeldOneNext()
    expect(await at.answer(second, no)).toMatchObject({ value: { kind: 'noted' } })
    await later(plan, 30)
    expect(await sits(plan, second)).toBe(false)
  })

  it('mends a slip and a withdrawal while a seat is open, by themselves or told to a coordinator', async () => {
    const plan = await calledOut()
    const [slipped, stepped] = peers(plan)
    await at.answer(slipped!, no)
    expect(await at.answer(slipped!, no)).toMatchObject({ code: 'answered_already' })
    expect(await recordSpoken(at.base.db, at.rae, plan.id, slipped!.id, yes)).toMatchObject({
      value: { kind: 'seated' },
    })
    expect(await at.answer(slipped!, no)).toMatchObject({ code: 'answered_already' })
    await withdraw(at.base.db, at.member(slipped!), slipped!.id)
    expect(await at.answer(stepped!, yes)).toMatchObject({ value: { kind: 'seated' } })
    await withdraw(at.base.db, at.member(stepped!), stepped!.id)
    expect(await at.answer(slipped!, yes)).toMatchObject({ value: { kind: 'seated' } })
    // What was said before stays on record.
    const { rows } = await at.base.admin.query(
      'select code, way from activation.answer_before where offer_id = $1 order by number',
      [slipped!.id],
    )
    expect(rows).toEqual([
      { code: 'not_this_time', way: 'page' },
      { code: 'coming', way: 'coordinator' },
    ])
    const after = await at.load(plan)
    const name = (id: string) => (id === slipped!.memberId ? 'Sam S.' : 'another')
    const told = timelineOf(
      { openedAt: plan.approval!.at, request: null, contact: null, outcome: null },
      [after],
      name,
      'en',
      String,
    )
    expect(told.map((one) => one.what).filter((what) => what.startsWith('Sam S.'))).toEqual([
      'Sam S. is coming',
      'Sam S. said yes',
      'Sam S. not this time',
    ])
  })

  it('is taken from nobody the agency would rather not see', async () => {
    const plan = await calledOut()
    const [unwanted] = peers(plan)
    await at.answer(unwanted!, no)
    await refuseMember(at.base.db, at.rae, plan.id, unwanted!.memberId)
    expect(await at.answer(unwanted!, yes)).toMatchObject({ code: 'answered_already' })
  })

  it('is not needed by whoever can from an hour the session moves to', async () => {
    const plan = await calledOut()
    const [late] = peers(plan)
    const fromAt = plan.approval!.startsAt.add({ minutes: 30 })
    await at.answer(late!, { conflict: false, choice: 'coming_from', fromAt })
    expect(await sits(plan, late!)).toBe(false)
    const move = { startsAt: fromAt.add({ hours: 2 }), place: 'Community room', reason: 'shift' as const }
    expect(await moveSession(at.base.db, at.rae, plan.id, move, 0)).toMatchObject({ ok: true })
    expect(await sits(plan, late!)).toBe(true)
  })

  it('seats nobody who may not go any more', async () => {
    const plan = await calledOut()
    const [suspended] = peers(plan)
    await at.base.admin.query(
      'update roster.credential set expires_on = $2 where member_id = $1 and kind = $3',
      [suspended!.memberId, '2030-01-01', 'AIC'],
    )
    expect(await at.answer(suspended!, yes)).toMatchObject({ value: { kind: 'filled' } })
    expect(await sits(plan, suspended!)).toBe(false)
  })

  it('comes too late once the hour has gone by with nobody there; a coordinator hears of it', async () => {
    const plan = await calledOut()
    await at.base.setNow(plan.approval!.startsAt)
    for (const offer of peers(plan).slice(0, 2))
      expect(await at.answer(offer, yes)).toMatchObject({ code: 'hour_passed', kind: 'conflict' })
    const asked = (await at.load(plan)).offers.length
    for (let look = 0; look < 2; look++) await advance(at.deps, at.system, plan.id)
    const after = await at.load(plan)
    expect(after.offers).toHaveLength(asked)
    expect(openSeats(after)).toHaveLength(after.seats.length)
    const told = await at.base.admin.query(
      `select key from graphile_worker._private_jobs where key like $1`,
      [`hand:${plan.id}:hour_passed:%`],
    )
    expect(told.rowCount).toBeGreaterThan(0)
    // Another hour, and those who were asked may say yes to it.
    const startsAt = plan.approval!.startsAt.add({ hours: 1 })
    await moveSession(at.base.db, at.rae, plan.id, { startsAt, place: 'Community room', reason: 'shift' }, 0)
    expect(await at.answer(peers(plan)[0]!, yes)).toMatchObject({ value: { kind: 'seated' } })
  })

  it('cannot undo a session that has begun, whoever asks', async () => {
    const plan = await calledOut()
    const [one] = peers(plan)
    await at.answer(one!, yes)
    await at.base.setNow(plan.approval!.startsAt)
    const { activationId } = plan
    for (const refused of [
      await withdraw(at.base.db, at.member(one!), one!.id),
      await refuseMember(at.base.db, at.rae, plan.id, one!.memberId),
    ])
      expect(refused).toMatchObject({ code: 'session_begun', kind: 'conflict' })
    for (const refused of [
      await standDownPlan(at.base.db, at.rae, plan.id),
      await endActivation(at.base.db, at.rae, activationId, 'advice_only'),
    ])
      expect(refused).toMatchObject({ code: 'close_out_first', kind: 'conflict' })
    expect(await sits(plan, one!)).toBe(true)
    await at.base.db.write(at.rae, (tx) => closePlan(tx, plan.id))
    const activation = await at.base.db.read(at.rae, (reader) => loadActivation(reader, activationId))
    expect(activation!.outcome?.code).toBe('closed')
  })

  it('comes before an end that was asked for on an older page', async () => {
    const plan = await calledOut()
    const version = async () =>
      (await at.base.db.read(at.rae, (reader) => loadActivation(reader, plan.activationId)))!.version
    const seen = await version()
    await at.answer(peers(plan)[0]!, yes)
    for (const refused of [
      await standDownPlan(at.base.db, at.rae, plan.id, seen),
      await endActivation(at.base.db, at.rae, plan.activationId, 'stood_down', seen),
    ])
      expect(refused).toMatchObject({ code: 'changed_meanwhile', kind: 'conflict' })
    expect(pendingOffers(await at.load(plan)).length).toBeGreaterThan(0)
    expect(await standDownPlan(at.base.db, at.rae, plan.id, await version())).toMatchObject({ ok: true })
    expect(pendingOffers(await at.load(plan))).toEqual([])
  })
})
