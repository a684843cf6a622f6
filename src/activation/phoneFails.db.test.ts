import { describe, expect, it } from 'vitest'
import { no } from '../../test/harness/harborCallOut.ts'
import { offerOf, phonedCallOut } from '../../test/harness/phonedCallOut.ts'
import { standDownPlan } from './end.server.ts'

describe('a message that does not arrive', () => {
  const night = phonedCallOut()
  const { jobs, calledOut, nextDay, reply, textTo, phoneOf } = night

  it('texts nobody after STOP, writes to them by mail, and texts again after START', async () => {
    const plan = await calledOut()
    const lead = offerOf(plan, 'lead')
    expect(await reply(lead, 'STOP')).toBe('')
    await night.at.answer(lead, no)
    night.company.sent.length = 0
    const next = await calledOut()
    const again = next.offers.find((one) => one.memberId === lead.memberId)
    expect(again).toBeDefined()
    expect(textTo(again!)).toEqual([])
    const offers = night.mail.copies.filter((one) => one.messageId.startsWith('offer.'))
    expect(offers.map((one) => one.messageId)).toEqual([`offer.${again!.id}@tailboard`])
    expect(await reply(lead, 'start')).toMatch(/texts are on again/)
    night.company.sent.length = 0
    const third = await calledOut()
    expect(textTo(third.offers.find((one) => one.memberId === lead.memberId)!)).toHaveLength(1)
  })

  it('mails an offer whose text never arrived, and does not write twice', async () => {
    const plan = await calledOut()
    const offer = offerOf(plan, 'peer')
    const [text] = textTo(offer)
    for (const status of ['undelivered', 'sent', 'failed']) {
      await night.signed(text!.receipts, { MessageStatus: status })
    }
    await jobs()
    await jobs()
    expect(night.mail.copies.map((one) => one.messageId)).toEqual([`offer.${offer.id}@tailboard`])
    expect(textTo(offer)).toHaveLength(1)
  })

  it.each(['number_unknown', 'stopped', 'broken'] as const)(
    'loses nobody whose phone company says %s: the offer goes by mail, once',
    async (mood) => {
      night.company.mood = mood
      const plan = await night.at.calledOut(nextDay())
      for (const _ of [1, 2]) await jobs()
      expect(night.company.sent).toEqual([])
      expect(night.mail.copies.map((one) => one.messageId).sort()).toEqual(
        plan.offers.map((offer) => `offer.${offer.id}@tailboard`).sort(),
      )
    },
  )

  it('loses nobody who says STOP between being asked and being texted', async () => {
    const plan = await night.at.calledOut(nextDay())
    const lead = offerOf(plan, 'lead')
    await night.at.base.admin.query(
      'insert into messaging.text_stop (region_id, id, phone) values ($1, gen_random_uuid(), $2)',
      [night.at.harbor.regionId, phoneOf.get(lead.memberId)],
    )
    for (const _ of [1, 2]) await jobs()
    expect(textTo(lead)).toEqual([])
    expect(night.mail.copies.map((one) => one.messageId)).toEqual([`offer.${lead.id}@tailboard`])
  })

  it('mails thanks that did not arrive as a text', async () => {
    const plan = await calledOut()
    await standDownPlan(night.at.base.db, night.at.rae, plan.id)
    night.company.mood = 'number_unknown'
    for (const _ of [1, 2]) await jobs()
    expect(night.mail.copies.map((one) => one.messageId).sort()).toEqual(
      plan.offers.map((offer) => `stand-down.${offer.id}@tailboard`).sort(),
    )
  })
})
