import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOutHandlers, copyingMail } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import type { Job } from '../platform/jobs.ts'
import { suspend } from '../roster/index.server.ts'
import { standDownPlan } from './end.server.ts'
import { alertCoordinator, handNeeded, sendMoved, sendOffer, sendSeated, sendStandDown } from './jobs.ts'
import { moveSession } from './moveSession.server.ts'
import { endOf } from './planState.ts'
import { recordSpoken } from './spoken.server.ts'
import { isOver, newsHours } from './stale.ts'

const start = Temporal.Instant.from('2060-01-12T20:00:00Z')

describe('a message that was held up', () => {
  let at: HarborCallOut
  let days = 0
  const mail = copyingMail()
  beforeAll(async () => {
    at = await openHarborCallOut()
    await at.base.db.write(at.system, (tx) => grantRole(tx, at.rae.accountId, 'duty_coordinator'))
  })
  afterAll(() => at?.stop())

  const next = () => start.add({ hours: 240 * days++ })
  /** How many mails this job sends when it is taken at that moment. */
  async function sends(job: Job<never>, payload: object, now: Temporal.Instant): Promise<number> {
    await at.base.setNow(now)
    mail.copies.length = 0
    const all = callOutHandlers(at.base.db, mail, at.deps.solve, {}, async () => 'rae.h@peers.example')
    const { regionId } = at.harbor
    await all.find((one) => one.name === job.name)!.run({ regionId, channel: 'mail', ...payload })
    return mail.copies.length
  }
  /** The moment it is over comes first: a message that was sent is never sent again. */
  async function until(job: Job<unknown>, payload: object, over: Temporal.Instant): Promise<void> {
    const told = [over.add({ hours: 24 * 120 }), over, over.subtract({ seconds: 1 })]
    const sent: number[] = []
    for (const now of told) sent.push(await sends(job as Job<never>, payload, now))
    expect([job.name, ...sent]).toEqual([job.name, 0, 0, 1])
  }

  it('is over at its moment, not before', () => {
    expect([isOver(start, start), isOver(start.add({ seconds: 1 }), start)]).toEqual([true, false])
  })

  it('tells of a seat, and of another hour, until the session ends', async () => {
    const plan = await at.calledOut(next())
    const [lead] = plan.offers.filter((one) => one.kind === 'lead')
    await recordSpoken(at.base.db, at.rae, plan.id, lead!.id, yes)
    const { startsAt } = plan.approval!
    const move = {
      startsAt: startsAt.add({ hours: 1 }),
      place: 'Day room',
      reason: 'room',
      late: true,
    } as const
    expect(await moveSession(at.base.db, at.rae, plan.id, move, 0)).toMatchObject({ ok: true })
    const { endsAt } = (await at.load(plan)).approval!
    await until(sendSeated, { offerId: lead!.id }, endsAt)
    await until(sendMoved, { offerId: lead!.id, number: 1 }, endsAt)
  })

  it('thanks whoever is not needed, and calls for a hand, for a day after the end', async () => {
    const plan = await at.calledOut(next())
    const over = endOf(plan).add({ hours: newsHours })
    const hand = { planId: plan.id, accountId: at.rae.accountId, reason: 'nobody_left', round: 0 }
    await until(handNeeded, hand, over)
    await at.base.setNow(plan.waves[0]!.sentAt)
    await standDownPlan(at.base.db, at.rae, plan.id)
    await until(sendStandDown, { offerId: plan.offers[0]!.id }, over)
  })

  it('wakes nobody a day after the request, also where nothing has silenced it', async () => {
    const now = next()
    const activationId = await at.requested(now)
    const alert = { activationId, accountId: at.rae.accountId, round: 1 }
    await until(alertCoordinator, alert, now.add({ hours: 24 }))
  })

  it('reaches nobody who coordinates no more, and asks nobody who was suspended meanwhile', async () => {
    const now = next()
    const plan = await at.calledOut(now)
    const gone = newId<AccountId>()
    const hand = { planId: plan.id, reason: 'nobody_left', round: 0 }
    const heldUp = now.add({ minutes: 3 })
    expect(await sends(handNeeded as Job<never>, { ...hand, accountId: gone }, heldUp)).toBe(0)
    expect(await sends(handNeeded as Job<never>, { ...hand, accountId: at.rae.accountId }, heldUp)).toBe(1)
    const [suspended, other] = plan.offers
    const director = { ...at.rae, roles: ['clinical_director' as const] }
    await suspend(at.base.db, director, suspended!.memberId, 'under_review')
    expect(await sends(sendOffer as Job<never>, { offerId: suspended!.id }, heldUp)).toBe(0)
    expect(await sends(sendOffer as Job<never>, { offerId: other!.id }, heldUp)).toBe(1)
  })
})
