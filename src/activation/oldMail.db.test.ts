import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callOutHandlers, copyingMail } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { openPool } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { standDownPlan } from './end.server.ts'
import { LiveShared } from './LiveParts.tsx'
import { moveSession } from './moveSession.server.ts'
import type { OfferState, PlanState } from './planState.ts'
import { loadStuck } from './stuck.server.ts'
import { loadActivationView } from './view.server.ts'

const start = Temporal.Instant.from('2061-02-12T20:00:00Z')

describe('mail that goes out late, or about a session that will not be', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let day = 0
  const mail = copyingMail()
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
  })
  beforeEach(() => {
    mail.down = false
    mail.copies.length = 0
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })

  const nextDay = () => start.add({ hours: 240 * day++ })
  async function jobs(now?: Temporal.Instant): Promise<void> {
    if (now !== undefined) await at.base.setNow(now)
    await at.base.admin.query(
      `update graphile_worker._private_jobs set run_at = now() - interval '1 s'
        where last_error is not null or run_at <= $1`,
      [(now ?? start).toString()],
    )
    await drain(pool, callOutHandlers(at.base.db, mail, at.deps.solve))
  }
  async function calledOut(): Promise<PlanState> {
    const plan = await at.calledOut(nextDay())
    await jobs()
    return plan
  }
  const offerOf = (plan: PlanState, kind: string) => plan.offers.find((one) => one.kind === kind)!
  const minutesInto = (plan: PlanState, minutes: number) => plan.waves[0]!.sentAt.add({ minutes })
  const to = (kind: string, offer: OfferState) =>
    mail.copies.filter((one) => one.messageId.startsWith(`${kind}.${offer.id}`))
  const look = async (plan: PlanState) =>
    (await at.base.db.read(at.rae, (reader) => loadActivationView(reader, plan.activationId)))!
  const page = async (plan: PlanState) =>
    String(LiveShared({ view: await look(plan), lang: 'en' }))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
  const move = (plan: PlanState) =>
    moveSession(
      at.base.db,
      at.rae,
      plan.id,
      { startsAt: plan.approval!.startsAt.add({ hours: 1 }), place: 'Station 2', reason: 'shift' },
      0,
    )

  it('names no time that is past, and says that a seat is open', async () => {
    mail.down = true
    const plan = await calledOut()
    mail.down = false
    await jobs(minutesInto(plan, 10))
    const offer = offerOf(plan, 'lead')
    const [late] = to('offer', offer)
    expect(late!.subject).toBe('Tailboard: you may still answer')
    expect(late!.text).toMatch(/still answer while a seat is open/)
    expect(`${late!.subject} ${late!.text.replace(/http\S+/, '')}`).not.toMatch(/\d\d:\d\d/)
    expect(await at.answer(offer, yes)).toEqual({ ok: true, value: { kind: 'seated' } })
  })

  it('is not sent once its hour has come', async () => {
    mail.down = true
    const plan = await calledOut()
    mail.down = false
    await at.base.setNow(plan.approval!.startsAt)
    await jobs(plan.approval!.startsAt)
    expect(mail.copies.filter((one) => one.messageId.startsWith('offer.'))).toEqual([])
  })

  it('tells nobody of another time who was never asked: the offer carries it', async () => {
    mail.down = true
    const plan = await calledOut()
    expect((await move(plan)).ok).toBe(true)
    mail.down = false
    await jobs(minutesInto(plan, 1))
    const moved = mail.copies.filter((one) => one.messageId.startsWith('moved.'))
    expect(moved).toEqual([])
    expect(to('offer', offerOf(plan, 'lead'))).toHaveLength(1)
  })

  it('says to whoever was on the team that the session is cancelled, and thanks the others', async () => {
    const plan = await calledOut()
    const lead = offerOf(plan, 'lead')
    await at.answer(lead, yes)
    const silent = (await at.load(plan)).offers.find((one) => one.answer === null && !one.stoodDown)!
    mail.copies.length = 0
    await standDownPlan(at.base.db, at.rae, plan.id)
    await jobs()
    expect(to('stand-down', lead)).toMatchObject([
      {
        subject: 'Tailboard: the session is cancelled',
        text: 'The session is cancelled: please do not go. Thank you.\n',
      },
    ])
    expect(to('stand-down', silent)).toMatchObject([{ subject: 'Tailboard: you are not needed this time' }])
  })

  it('keeps apart what one and the same person was asked for', async () => {
    const first = await calledOut()
    const offer = offerOf(first, 'lead')
    const again = await alsoAsked(first, offer.memberId)
    await standDownPlan(at.base.db, at.rae, first.id)
    await jobs()
    const [thanks] = to('stand-down', offer)
    expect(thanks!.text).toMatch(
      /about one request only; others you were asked for still stand\. See them: http/,
    )
    mail.copies.length = 0
    await standDownPlan(at.base.db, at.rae, again.id)
    await jobs()
    expect(mail.copies.find((one) => one.messageId.includes(again.offerId))!.text).not.toMatch(/only/)
  })

  it('shows on a plan that is stood down whom nobody has told, with the number, until it went out', async () => {
    const plan = await calledOut()
    const lead = offerOf(plan, 'lead')
    await at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, by_mail, by_text)
       values ($1, $2, '+16175550199', true, false)`,
      [at.harbor.regionId, lead.memberId],
    )
    await at.answer(lead, yes)
    mail.down = true
    const then = minutesInto(plan, 1)
    await at.base.setNow(then)
    await standDownPlan(at.base.db, at.rae, plan.id)
    await jobs(then)
    expect(await page(plan)).not.toContain('Not told yet')
    await at.base.setNow(then.add({ minutes: 3 }))
    const told = await page(plan)
    expect(told).toMatch(/Not told yet: ring them .*\+16175550199 · that the session is cancelled/)
    expect(told).toMatch(/cancelled · mail: not taken yet/)
    expect(told).toContain('Was on the team')
    expect(told).not.toContain('Coming')
    const stuck = (await at.base.db.read(at.rae, loadStuck)).find(
      (one) => one.activationId === plan.activationId,
    )
    expect(stuck).toMatchObject({ count: 1 })
    mail.down = false
    await jobs(then.add({ minutes: 4 }))
    expect(await page(plan)).not.toContain('Not told yet')
  })

  it('shows on a plan that moved who on the team does not know', async () => {
    const plan = await calledOut()
    await at.answer(offerOf(plan, 'lead'), yes)
    mail.down = true
    const then = minutesInto(plan, 1)
    await at.base.setNow(then)
    expect((await move(plan)).ok).toBe(true)
    await jobs(then)
    await at.base.setNow(then.add({ minutes: 2 }))
    expect(await page(plan)).toMatch(/Not told yet: ring them .* of the other time or place/)
    mail.down = false
    await jobs(then.add({ minutes: 3 }))
    expect(await page(plan)).not.toContain('Not told yet')
  })

  /** The same person asked for a second session, as they stand in the database. */
  async function alsoAsked(plan: PlanState, memberId: MemberId) {
    const other = await at.calledOut(nextDay())
    const given = other.offers.find((one) => one.memberId === memberId) ?? other.offers[0]!
    await at.base.admin.query('update activation.offer set member_id = $2 where id = $1', [
      given.id,
      memberId,
    ])
    await at.base.setNow(minutesInto(plan, 0))
    return { id: other.id, offerId: given.id }
  }
})
