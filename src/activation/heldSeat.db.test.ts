import { describe, expect, it } from 'vitest'
import { offerOf, phonedCallOut } from '../../test/harness/phonedCallOut.ts'
import { advance } from './callOut.server.ts'
import { released } from './leaveTeam.server.ts'
import { heldSeats, pendingOffers, stageOf } from './planState.ts'

describe('a seat kept until a shift releases', () => {
  const night = phonedCallOut()
  const { jobs, calledOut, reply, textTo } = night

  it('keeps a seat for whom a shift must release, and asks somebody else when it doesn’t', async () => {
    const plan = await calledOut()
    const lead = offerOf(plan, 'lead')
    expect(await reply(lead, '3')).toMatch(/^A seat is kept for you until \d\d:\d\d/)
    const kept = await night.at.load(plan)
    expect(heldSeats(kept)).toHaveLength(1)
    expect(stageOf(kept)).toBe('filling')
    const until = heldSeats(kept)[0]!.taken!.heldUntil!
    await night.at.base.setNow(until.subtract({ seconds: 1 }))
    await advance(night.at.deps, night.at.system, plan.id)
    expect(heldSeats(await night.at.load(plan))).toHaveLength(1)
    await jobs(until)
    await jobs(until)
    const gone = await night.at.load(plan)
    expect(heldSeats(gone)).toEqual([])
    expect(gone.offers.find((one) => one.id === lead.id)).toMatchObject({ leftTeam: true, stoodDown: true })
    expect(gone.offers.some((one) => one.kind === 'lead' && one.id !== lead.id)).toBe(true)
    expect(textTo(lead).at(-1)?.body).toMatch(/could not be kept/)
    expect(await released(night.at.base.db, night.at.member(lead), lead.id)).toMatchObject({
      code: 'hold_over',
    })
  })

  it('seats whom the shift released in time, for good', async () => {
    const plan = await calledOut()
    const lead = offerOf(plan, 'lead')
    await reply(lead, '3')
    expect(await reply(lead, '1')).toMatch(/^You're on/)
    const until = night.today().add({ hours: 1 })
    await jobs(until)
    const after = await night.at.load(plan)
    expect(heldSeats(after)).toEqual([])
    expect(after.seats.filter((seat) => seat.taken?.offerId === lead.id)).toHaveLength(1)
  })

  it('thanks nobody while a seat is only kept: whoever is still asked is needed if it comes free', async () => {
    const plan = await calledOut()
    const peers = plan.offers.filter((one) => one.kind === 'peer')
    await reply(offerOf(plan, 'lead'), '1')
    await reply(peers[0]!, '3')
    const kept = await night.at.load(plan)
    expect(kept.offers.filter((one) => one.stoodDown)).toEqual([])
    expect(pendingOffers(kept).length).toBeGreaterThan(0)
    await reply(peers[0]!, '1')
    const full = await night.at.load(plan)
    expect(stageOf(full)).toBe('filled')
    expect(pendingOffers(full)).toEqual([])
  })

  it('lets a kept seat go at its minute, whatever waves go out before', async () => {
    const plan = await calledOut()
    await reply(offerOf(plan, 'lead'), '3')
    const until = heldSeats(await night.at.load(plan))[0]!.taken!.heldUntil!
    for (let now = night.today(); Temporal.Instant.compare(now, until) < 0; ) {
      await jobs(now)
      now = now.add({ minutes: 1 })
    }
    await jobs(until)
    await jobs(until)
    expect(heldSeats(await night.at.load(plan))).toEqual([])
  })
})
