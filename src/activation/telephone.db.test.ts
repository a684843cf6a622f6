import { describe, expect, it } from 'vitest'
import { offerOf, onward, phonedCallOut } from '../../test/harness/phonedCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import { hookPaths } from '../messaging/index.server.ts'
import { isOneSegment } from '../messaging/index.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { callPath } from './api.ts'

describe('answers by text and telephone', () => {
  const night = phonedCallOut()
  const { jobs, calledOut, nextDay, say, press, reply, textTo, phoneOf } = night

  const heardOf = async (...people: string[]) =>
    (
      await night.at.base.admin.query(
        `select count(*)::int as n from roster.heard_from where person_id = any($1) and heard_at = tailboard.now()`,
        [people],
      )
    ).rows[0].n as number

  it('asks each by one text of one segment that gives nothing away, and by nothing else', async () => {
    const plan = await calledOut()
    expect(night.mail.copies).toEqual([])
    expect(night.company.sent).toHaveLength(plan.offers.length)
    for (const offer of plan.offers) {
      const [text, ...more] = textTo(offer)
      expect(more).toEqual([])
      expect(isOneSegment(text!.body)).toBe(true)
      expect(text!.body).toMatch(/^Tailboard scheduling: answer by \d\d:\d\d E[DS]T\. Reply 1/)
      expect(text!.body).not.toMatch(/Larkfield|child|defusing|crew|emergency/i)
    }
  })

  it('takes 1 and 2 as answers, once each, however often the text comes', async () => {
    const plan = await calledOut()
    const [lead, peer] = [offerOf(plan, 'lead'), offerOf(plan, 'peer')]
    expect(await reply(peer, 'what is this')).toMatch(/^Not understood, nothing changed/)
    // Phones end a word they completed with a space, and that is signed too.
    expect(await reply(peer, ' 2 ')).toMatch(/^Noted/)
    const on = await say(phoneOf.get(lead.memberId)!, '1', 'SAME')
    expect(on).toMatch(/^You're on/)
    // The company sends it again because our answer was lost; then they text once more themselves.
    expect(await say(phoneOf.get(lead.memberId)!, '1', 'SAME')).toBe('')
    expect(await reply(lead, '2')).toMatch(/^Nothing is waiting/)
    const after = await night.at.load(plan)
    expect(after.seats.filter((seat) => seat.taken !== null)).toHaveLength(1)
    expect(after.offers.find((one) => one.id === lead.id)?.answer).toMatchObject({
      code: 'coming',
      way: 'text',
    })
    expect(after.offers.find((one) => one.id === peer.id)?.answer).toMatchObject({ code: 'not_this_time' })
    // Whatever they said: messages reach them.
    expect(await heardOf(lead.memberId, peer.memberId)).toBe(2)
  })

  it('telephones whoever is on call and silent, says nothing before a key is pressed, and takes the key', async () => {
    const now = nextDay()
    await night.at.base.admin.query(
      `insert into roster.on_call_shift (region_id, id, member_id, starts_at, ends_at)
       select region_id, gen_random_uuid(), id, $1, $2 from roster.member on conflict do nothing`,
      [now.subtract({ hours: 1 }).toString(), now.add({ hours: 12 }).toString()],
    )
    const plan = await night.at.calledOut(now)
    await jobs()
    const [lead, peer] = [offerOf(plan, 'lead'), offerOf(plan, 'peer')]
    await reply(peer, '2')
    await jobs(now.add({ minutes: 4 }))
    expect(night.company.sent.filter((one) => one.kind === 'call')).toEqual([])
    await jobs(now.add({ minutes: 5 }))
    await jobs()
    const calls = night.company.sent.filter((one) => one.kind === 'call')
    expect(calls.map((one) => one.to)).toContain(phoneOf.get(lead.memberId))
    expect(calls.map((one) => one.to)).not.toContain(phoneOf.get(peer.memberId))
    expect(new Set(calls.map((one) => one.to)).size).toBe(calls.length)

    const { script } = calls.find((one) => one.to === phoneOf.get(lead.memberId))!
    const opening = await press(script, '')
    expect(opening).toContain('press 1')
    expect(opening).not.toMatch(/Larkfield|Defusing/)
    const heard = await press(onward(opening), '1')
    expect(heard).toMatch(/Defusing, for Larkfield Fire/)
    const wrong = await press(onward(heard), '9')
    expect(wrong).toContain('means nothing')
    const done = await press(onward(wrong), '1')
    expect(done).toContain('You are on')
    expect(await press(onward(heard), '2')).toContain('answered already')
    await jobs()
    expect(textTo(lead).at(-1)?.body).toMatch(/you're on/)
    const after = await night.at.load(plan)
    expect(after.seats.filter((seat) => seat.taken?.offerId === lead.id)).toHaveLength(1)
    // Not twice: the same call is not placed again, whatever wakes it.
    await jobs(now.add({ minutes: 9 }))
    expect(night.company.sent.filter((one) => one.kind === 'call')).toHaveLength(calls.length)
  })

  it('believes only its own phone company', async () => {
    const plan = await calledOut()
    const lead = offerOf(plan, 'lead')
    const url = new URL(hookPaths.texts('first'), night.publicUrl).href
    const fields = { From: phoneOf.get(lead.memberId)!, Body: '1', MessageSid: 'FORGED' }
    const forge = (path: string, signature: string) => night.signed(path, fields, signature)
    const [call] = night.company.sent
    for (const [path, signature] of [
      [url, night.company.sign(`${url}x`, fields)],
      [url, ''],
      [url.replace('first', 'other'), night.company.sign(url.replace('first', 'other'), fields)],
      [call!.receipts, night.company.sign(url, fields)],
    ] as const)
      expect((await forge(path, signature)).status).toBe(403)
    expect((await night.at.load(plan)).offers.find((one) => one.id === lead.id)?.answer).toBeNull()
    const bent = new URL(
      callPath('first', `offer.${night.at.harbor.regionId}.${lead.id}.AAAA`),
      night.publicUrl,
    ).href
    expect((await forge(bent, night.company.sign(bent, fields))).status).toBe(404)
  })

  it('takes a time as an answer, and says when it is too late', async () => {
    const plan = await calledOut()
    const lead = offerOf(plan, 'lead')
    // Called out at 16:00 where the region is, for 18:00.
    expect(await reply(lead, '1 5')).toMatch(/^Not understood/)
    expect(await reply(lead, '1 16:30')).toMatch(/^You're on/)
    const after = await night.at.load(plan)
    expect(after.offers.find((one) => one.id === lead.id)?.answer).toMatchObject({
      code: 'coming_from',
      fromAt: night.today().add({ minutes: 30 }),
    })
    const peer = offerOf(plan, 'peer')
    expect(await reply(peer, '1 23:30')).toMatch(/^Noted/)
    expect((await night.at.load(plan)).seats.filter((seat) => seat.taken !== null)).toHaveLength(1)
  })

  it('cannot tell which of two offers a reply means, and changes neither', async () => {
    const now = nextDay()
    const one = await night.at.calledOut(now)
    const other = await night.at.calledOut(now)
    await jobs()
    const both = one.offers.find((offer) => other.offers.some((two) => two.memberId === offer.memberId))
    expect(both).toBeDefined()
    expect(await reply(both!, '1')).toMatch(/^More than one answer is waiting/)
    for (const plan of [one, other])
      expect((await night.at.load(plan)).offers.filter((offer) => offer.answer !== null)).toEqual([])
  })

  it('lets a coordinator take a request by text or key, or hand it on', async () => {
    const accountId = newId<AccountId>()
    const number = '+16175559000'
    await night.at.base.db.write(night.at.system, (tx) => grantRole(tx, accountId, 'duty_coordinator'))
    await night.at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_text) values ($1, $2, $3, now(), true)`,
      [night.at.harbor.regionId, accountId, number],
    )
    const holder = async (id: Parameters<typeof loadAlert>[1]) =>
      takenBy(await night.at.base.db.read(night.at.system, (reader) => loadAlert(reader, id)))
    const first = await night.at.requested(nextDay())
    await jobs()
    const mine = night.company.sent.filter((one) => one.to === number)
    expect(mine.map((one) => one.kind).sort()).toEqual(['call', 'text'])
    expect(mine.find((one) => one.kind === 'text')!.body).not.toMatch(/Larkfield|child/i)
    expect(await heardOf(accountId)).toBe(0)
    expect(await say(number, '1')).toMatch(/^You call back/)
    expect(await heardOf(accountId)).toBe(1)
    expect(await holder(first)).toBe(accountId)
    expect(await say(number, '1')).toMatch(/^Nothing is waiting/)
    const { script } = mine.find((one) => one.kind === 'call')!
    expect(await press(script, '')).toContain('answered already')
    expect(await press(script.replace('/begin', '/answered'), '2')).toContain('answered already')
    expect(await holder(first)).toBe(accountId)

    night.company.sent.length = 0
    const second = await night.at.requested(nextDay())
    await jobs()
    const call = night.company.sent.find((one) => one.to === number && one.kind === 'call')!
    const heard = await press(onward(await press(call.script, '')), '1')
    expect(heard).toContain('hand it on')
    expect(await press(onward(heard), '1')).toContain('You call back')
    expect(await holder(second)).toBe(accountId)
  })
})
