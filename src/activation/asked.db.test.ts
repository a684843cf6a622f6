import { describe, expect, it } from 'vitest'
import { no } from '../../test/harness/harborCallOut.ts'
import { offerOf, phonedCallOut } from '../../test/harness/phonedCallOut.ts'
import { standDownPlan } from './end.server.ts'
import { LiveShared } from './LiveParts.tsx'
import { liveId } from './liveShape.ts'
import type { OfferState, PlanState } from './planState.ts'
import { loadActivationView } from './view.server.ts'

describe('who was asked, on the board', () => {
  const night = phonedCallOut()
  const { jobs, calledOut, nextDay, reply, textTo } = night

  const look = async (plan: PlanState) =>
    (await night.at.base.db.read(night.at.rae, (reader) => loadActivationView(reader, plan.activationId)))!
  const asked = async (plan: PlanState, offer: OfferState) => (await look(plan)).asked.get(offer.id)
  /** The one line of the live board about them. */
  const line = async (plan: PlanState, offer: OfferState, lang: 'en' | 'es' = 'en') => {
    const view = await look(plan)
    const parts = String(LiveShared({ view, lang }))
    expect(parts).not.toContain('<form')
    const [, from = ''] = parts.split(`id="${liveId.asked(plan)}"`)
    const name = view.members.get(offer.memberId)!.name
    const row = from
      .split('<tr')
      .find((one) => one.includes(name))
      ?.replaceAll(/<[^>]*>/g, ' ')
    return row?.replaceAll(/\s+/g, ' ') ?? ''
  }

  it('tells what became of each message, and says STOP where it was said', async () => {
    const plan = await calledOut()
    const [lead, peer] = [offerOf(plan, 'lead'), plan.offers.filter((one) => one.kind === 'peer')[1]!]
    expect(await asked(plan, lead)).toEqual({ ways: [{ channel: 'text', fate: 'taken' }], stopped: false })
    await night.signed(textTo(lead)[0]!.receipts, { MessageStatus: 'delivered' })
    await night.signed(textTo(peer)[0]!.receipts, { MessageStatus: 'undelivered' })
    await jobs()
    expect(await asked(plan, lead)).toMatchObject({ ways: [{ channel: 'text', fate: 'delivered' }] })
    expect(await asked(plan, peer)).toMatchObject({
      ways: [
        { channel: 'mail', fate: 'taken' },
        { channel: 'text', fate: 'failed' },
      ],
    })
    expect(await line(plan, lead)).toMatch(/text: delivered.*no answer yet/)
    expect(await line(plan, peer)).toMatch(/mail: taken.*text: failed/)
    await reply(lead, 'STOP')
    expect(await line(plan, lead)).toContain('unreachable by text')
    expect(await line(plan, lead, 'es')).toContain('no localizable por mensaje')
  })

  it('says before anything went out that nothing did, and afterwards that STOP kept it back', async () => {
    const plan = await night.at.calledOut(nextDay())
    const lead = offerOf(plan, 'lead')
    expect(await line(plan, lead)).toContain('not sent yet')
    night.company.next.push(...plan.offers.map(() => 'stopped' as const))
    await jobs()
    expect(await line(plan, lead)).toMatch(/mail: taken.*unreachable by text/)
    expect(await line(plan, lead)).not.toContain('text: ')
  })

  it('tells how and when each answered, and whom nobody needs any more', async () => {
    const plan = await calledOut()
    const [lead, peer] = [offerOf(plan, 'lead'), offerOf(plan, 'peer')]
    await reply(lead, '1')
    await night.at.answer(peer, no)
    const hour = /\d{1,2}:\d\d/.source
    expect(await line(plan, lead)).toMatch(new RegExp(`comes · by text, ${hour}`))
    expect(await line(plan, peer)).toMatch(new RegExp(`not this time · on the page, ${hour}`))
    const silent = (await night.at.load(plan)).offers.find((one) => one.answer === null && !one.stoodDown)!
    await standDownPlan(night.at.base.db, night.at.rae, plan.id)
    expect(await line(plan, silent)).toContain('not needed any more')
  })
})
