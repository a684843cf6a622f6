import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { type OfferState, type PlanState, pendingOffers } from './planState.ts'

const start = Temporal.Instant.from('2027-01-11T20:00:30Z')

describe('"I can, but from …"', () => {
  let at: HarborCallOut
  let day = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  const calledOut = () => at.calledOut(start.add({ hours: 240 * day++ }))
  const from = (plan: PlanState, fromAt: Temporal.Instant | null, conflict = false) =>
    at.answer(first(plan), { conflict, choice: 'coming_from', fromAt })
  const first = (plan: PlanState) => plan.offers[0]!
  const bound = async (offer: OfferState) =>
    (
      await at.base.admin.query(
        'select 1 from roster.commitment where member_id = $1 and upper(during) > $2',
        [offer.memberId, offer.madeAt.toString()],
      )
    ).rowCount
  /** The latest moment from which this member is there when the session starts. */
  const justInTime = (plan: PlanState) =>
    plan.approval!.startsAt.subtract({ minutes: first(plan).travelMinutes })

  const cases: [string, (plan: PlanState) => Temporal.Instant, 'seated' | 'noted'][] = [
    ['the minute of the offer', (plan) => first(plan).madeAt.subtract({ seconds: 30 }), 'seated'],
    ['an hour from now, before the session', (plan) => plan.approval!.at.add({ hours: 1 }), 'seated'],
    ['just in time, the drive counted in', justInTime, 'seated'],
    ['a minute too late for the drive', (plan) => justInTime(plan).add({ minutes: 1 }), 'noted'],
    ['the start, with the drive still ahead', (plan) => plan.approval!.startsAt, 'noted'],
    ['after the start, inside the window', (plan) => plan.window.closes.subtract({ minutes: 1 }), 'noted'],
    ['after the window', (plan) => plan.window.closes.add({ hours: 5 }), 'noted'],
    ['the year 9999', () => Temporal.Instant.from('9999-12-31T23:59:00Z'), 'noted'],
  ]
  it.each(cases)('%s', async (_what, moment, kind) => {
    const plan = await calledOut()
    const fromAt = moment(plan)
    expect(await from(plan, fromAt)).toEqual({ ok: true, value: { kind } })
    const after = await at.load(plan)
    const offer = after.offers.find((one) => one.id === first(plan).id)!
    expect(offer.answer).toMatchObject({ code: 'coming_from', fromAt })
    expect(after.seats.filter((seat) => seat.taken?.offerId === offer.id)).toHaveLength(
      kind === 'seated' ? 1 : 0,
    )
    expect(await bound(offer)).toBe(kind === 'seated' ? 1 : 0)
    expect(pendingOffers(after)).toHaveLength(plan.offers.length - 1)
  })

  const refused: [string, (plan: PlanState) => Temporal.Instant | null, string][] = [
    ['no time', () => null, 'from_time_missing'],
    [
      'a time before the offer was made',
      (plan) => first(plan).madeAt.subtract({ hours: 24 }),
      'from_time_past',
    ],
    ['the year 0', () => Temporal.Instant.from('0000-01-01T05:00:00Z'), 'from_time_past'],
  ]
  it.each(refused)('is asked again with %s, and nothing is written', async (_what, moment, code) => {
    const plan = await calledOut()
    expect(await from(plan, moment(plan))).toEqual({ ok: false, kind: 'invalid', code, field: 'fromAt' })
    expect(await at.load(plan)).toEqual(plan)
  })

  it('keeps no time beside a conflict', async () => {
    const plan = await calledOut()
    expect(await from(plan, justInTime(plan), true)).toEqual({ ok: true, value: { kind: 'noted' } })
    const offer = (await at.load(plan)).offers.find((one) => one.id === first(plan).id)!
    expect(offer.answer).toMatchObject({ code: 'not_this_time', fromAt: null })
  })
})
