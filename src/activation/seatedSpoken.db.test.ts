import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { heldSeats, type OfferState, type PlanState } from './planState.ts'
import { recordSeatedSpoken } from './spoken.server.ts'

const start = Temporal.Instant.from('2058-02-03T20:00:00Z')

describe('what somebody on the team tells a coordinator on the phone', () => {
  let at: HarborCallOut
  let plan: PlanState
  let day = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  const says = (what: Parameters<typeof recordSeatedSpoken>[4], offer: OfferState, who: Actor = at.rae) =>
    recordSeatedSpoken(at.base.db, who, plan.id, offer.id, what)
  const peer = async (choice: 'coming' | 'if_released') => {
    plan = await at.calledOut(start.add({ hours: 240 * day++ }))
    const offer = plan.offers.find((one) => one.kind === 'peer')!
    await at.answer(offer, { ...yes, choice })
    return offer
  }
  const now = async (offer: OfferState) => {
    const stands = await at.load(plan)
    return {
      sits: stands.seats.some((seat) => seat.taken?.offerId === offer.id),
      held: heldSeats(stands).length,
      offer: stands.offers.find((one) => one.id === offer.id)!,
    }
  }
  const keys = async (like: string) =>
    (await at.base.admin.query('select key from graphile_worker._private_jobs where key like $1', [like]))
      .rowCount
  const bound = async (offer: OfferState) =>
    (
      await at.base.admin.query(
        'select 1 from roster.commitment where member_id = $1 and upper(during) > $2',
        [offer.memberId, plan.approval!.at.toString()],
      )
    ).rowCount

  it('seats for good whose shift let them go, and sends them the way there', async () => {
    const offer = await peer('if_released')
    expect((await now(offer)).held).toBe(1)
    expect(await says('released', offer)).toMatchObject({ ok: true })
    const after = await now(offer)
    expect([after.sits, after.held]).toEqual([true, 0])
    expect(after.offer.answer).toMatchObject({ code: 'if_released', way: 'coordinator' })
    expect(after.offer.before).toMatchObject([{ code: 'if_released', way: 'page' }])
    expect(await keys(`activation.seated:${offer.id}:%`)).toBeGreaterThan(0)
  })

  it('frees the seat of somebody who can’t come after all, as if they had stepped back themselves', async () => {
    const offer = await peer('coming')
    expect(await says('cannot_come', offer)).toMatchObject({ ok: true })
    const after = await now(offer)
    expect([after.sits, await bound(offer)]).toEqual([false, 0])
    expect(after.offer).toMatchObject({
      answer: { code: 'not_this_time', way: 'coordinator' },
      leftTeam: true,
      stoodDown: false,
    })
    expect((await at.load(plan)).refused).toEqual([])
    expect(await keys(`advance-now:${plan.id}`)).toBe(1)
    // Said twice, it is said that there is no seat any more.
    expect(await says('cannot_come', offer)).toMatchObject({ code: 'not_on_the_team' })
  })

  it('is written down by coordinators, of their region’s plan, who did not stand aside', async () => {
    const offer = await peer('coming')
    expect(await says('cannot_come', offer, { ...at.rae, roles: ['peer'] } as Actor)).toMatchObject({
      code: 'not_allowed',
    })
    expect(await says('cannot_come', offer, { ...at.rae, regionId: newId() } as Actor)).toMatchObject({
      code: 'unknown_offer',
    })
    await at.base.setNow(plan.approval!.startsAt)
    expect(await says('cannot_come', offer)).toMatchObject({ code: 'session_begun' })
    expect((await now(offer)).sits).toBe(true)
  })
})
