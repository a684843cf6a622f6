import { afterEach, describe, expect, it } from 'vitest'
import { no } from '../../test/harness/harborCallOut.ts'
import { offerOf, phonedCallOut } from '../../test/harness/phonedCallOut.ts'
import { standDownPlan } from './end.server.ts'
import type { OfferState } from './planState.ts'
import { planOfOffer } from './planStore.server.ts'

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

  describe('nor by mail, whose address takes none', () => {
    const byMail = async (lead: { memberId: string }, also = '') =>
      await night.at.base.admin.query(
        `update messaging.reach set by_mail = true, by_text = false ${also} where person_id = $1`,
        [lead.memberId],
      )
    const back = () => night.at.base.admin.query('update messaging.reach set by_mail = false, by_text = true')
    const asked = async (): Promise<OfferState> => {
      const plan = await night.at.calledOut(nextDay())
      night.mail.refuses = true
      return offerOf(plan, 'lead')
    }
    const kinds = (offer: OfferState) => textTo(offer).map((one) => one.kind)
    afterEach(async () => {
      night.mail.refuses = false
      await back()
    })

    it('texts the offer, once, and telephones where the text fails too', async () => {
      const { rows } = await night.at.base.admin.query('select id from roster.member')
      for (const { id } of rows) await byMail({ memberId: id })
      const lead = await asked()
      for (const _ of [1, 2, 3]) await jobs()
      expect(kinds(lead)).toEqual(['text'])
      const [text] = textTo(lead)
      await night.signed(text!.receipts, { MessageStatus: 'undelivered' })
      for (const _ of [1, 2, 3]) await jobs()
      expect(kinds(lead)).toEqual(['text', 'call'])
      const call = textTo(lead)[1]
      await night.signed(call!.receipts, { CallStatus: 'no-answer' })
      for (const _ of [1, 2, 3]) await jobs()
      expect(kinds(lead)).toEqual(['text', 'call'])
      expect(night.mail.copies).toEqual([])
    })

    it('telephones whoever said STOP, and nobody for thanks', async () => {
      const { rows } = await night.at.base.admin.query('select id from roster.member')
      for (const { id } of rows) await byMail({ memberId: id })
      const lead = await asked()
      await night.at.base.admin.query(
        'insert into messaging.text_stop (region_id, id, phone) values ($1, gen_random_uuid(), $2)',
        [night.at.harbor.regionId, phoneOf.get(lead.memberId)],
      )
      for (const _ of [1, 2]) await jobs()
      expect(kinds(lead)).toEqual(['call'])
      const plan = (await night.at.base.db.read(night.at.rae, (reader) => planOfOffer(reader, lead.id)))!
      await standDownPlan(night.at.base.db, night.at.rae, plan.id)
      for (const _ of [1, 2, 3]) await jobs()
      expect(kinds(lead)).toEqual(['call'])
    })

    it('stops where there is no other way', async () => {
      const { rows } = await night.at.base.admin.query('select id from roster.member')
      for (const { id } of rows) await byMail({ memberId: id }, ', phone_proven_at = null')
      await asked()
      for (const _ of [1, 2, 3]) await jobs()
      expect(night.company.sent).toEqual([])
      await night.at.base.admin.query('update messaging.reach set phone_proven_at = now()')
    })
  })

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
