import type { Hono } from 'hono'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callOutHandlers, copyingMail, testSecrets } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, no, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { openPhoneCompany, type PhoneCompany, type Sent } from '../../test/harness/phoneCompany.ts'
import { grantRole } from '../identity/index.server.ts'
import { hookPaths, hookRoutes, twilioProvider } from '../messaging/index.server.ts'
import { isOneSegment } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import { openPool } from '../platform/db.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { released } from './answer.server.ts'
import { callPath, callRoutes } from './api.ts'
import { advance } from './callOut.server.ts'
import { standDownPlan } from './end.server.ts'
import { heldSeats, type OfferState, type PlanState, stageOf } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { onText } from './textAnswers.server.ts'

const start = Temporal.Instant.from('2060-03-15T20:00:00Z')
const publicUrl = new URL('http://localhost:3000')
const teamUrl = new URL('http://team.localhost:3000')

describe('a call-out by text and telephone', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let company: PhoneCompany
  let hooks: Hono
  let days = 0
  let texts = 0
  const mail = copyingMail()
  const phone = () => ({
    phones: [twilioProvider('first', company.url, '+16175550100')],
    receiptsUrl: (...of: Parameters<typeof hookPaths.receipts>) =>
      new URL(hookPaths.receipts(...of), publicUrl).href,
    callUrl: (provider: string, token: string) => new URL(callPath(provider, token), publicUrl).href,
  })
  const phoneOf = new Map<string, string>()

  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
    company = await openPhoneCompany()
    const deps = {
      db: at.base.db,
      secrets: testSecrets,
      publicUrl,
      teamUrl,
      phones: phone().phones,
      actorOf: async (accountId: AccountId): Promise<Actor> => ({ ...at.rae, accountId }),
    }
    hooks = hookRoutes({ ...deps, onText: (texters, text) => onText(deps, texters, text) })
    hooks.route('/', callRoutes({ ...deps, onText: async () => null }))
    // Everybody on the roster chose texts alone, on a number they proved.
    const { rows } = await at.base.admin.query('select id from roster.member order by id')
    for (const [index, { id }] of rows.entries()) {
      phoneOf.set(id, `+1617555${String(1000 + index)}`)
      await at.base.admin.query(
        `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
         values ($1, $2, $3, now(), false, true)`,
        [at.harbor.regionId, id, phoneOf.get(id)],
      )
    }
  })
  beforeEach(() => {
    company.sent.length = 0
    company.mood = 'well'
    mail.copies.length = 0
  })
  // Whoever still waits for an answer of an earlier test would have two questions open.
  afterEach(async () => {
    for (const plan of await at.base.db.read(at.rae, (reader) => loadPlans(reader, { running: true })))
      await standDownPlan(at.base.db, at.rae, plan.id)
    await drain(pool, callOutHandlers(at.base.db, mail, at.deps.solve, phone()))
  })
  afterAll(async () => {
    await company.close()
    await pool.end()
    await at.stop()
  })

  const jobs = async (now?: Temporal.Instant) => {
    if (now !== undefined) {
      await at.base.setNow(now)
      await at.base.admin.query(
        `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where run_at <= $1`,
        [now.toString()],
      )
    }
    await drain(pool, callOutHandlers(at.base.db, mail, at.deps.solve, phone()))
  }
  const calledOut = async (): Promise<PlanState> => {
    const plan = await at.calledOut(start.add({ hours: 240 * days++ }))
    await jobs()
    return plan
  }
  const say = async (from: string, body: string, sid = `IN${++texts}`): Promise<string> => {
    const url = new URL(hookPaths.texts('first'), publicUrl).href
    const fields = { From: from, Body: body, MessageSid: sid }
    const answer = await hooks.request(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': company.sign(url, fields) },
      body: new URLSearchParams(fields),
    })
    expect(answer.status).toBe(200)
    return /<Message>(.*)<\/Message>/.exec(await answer.text())?.[1] ?? ''
  }
  const press = async (call: string, digits: string): Promise<string> => {
    const fields = { Digits: digits }
    const answer = await hooks.request(call, {
      method: 'POST',
      headers: { 'x-twilio-signature': company.sign(call, fields) },
      body: new URLSearchParams(fields),
    })
    return await answer.text()
  }
  const onward = (xml: string) => /action="([^"]+)"/.exec(xml)![1]!
  const of = (plan: PlanState, kind: string) => plan.offers.find((one) => one.kind === kind)!
  const reply = (offer: OfferState, body: string) => say(phoneOf.get(offer.memberId)!, body)
  const textTo = (offer: OfferState): Sent[] =>
    company.sent.filter((one) => one.to === phoneOf.get(offer.memberId))

  it('asks each by one text of one segment that gives nothing away, and by nothing else', async () => {
    const plan = await calledOut()
    expect(mail.copies).toEqual([])
    expect(company.sent).toHaveLength(plan.offers.length)
    for (const offer of plan.offers) {
      const [text, ...more] = textTo(offer)
      expect(more).toEqual([])
      expect(isOneSegment(text!.body)).toBe(true)
      expect(text!.body).toMatch(/^Tailboard scheduling: answer by \d\d:\d\d E[DS]T\. Reply 1/)
      expect(text!.body).not.toMatch(/Larkfield|child|defusing|crew|emergency/i)
    }
  })

  it('takes 1, 2, and a time as answers, once each, however often the text comes', async () => {
    const plan = await calledOut()
    const [lead, peer] = [of(plan, 'lead'), of(plan, 'peer')]
    expect(await reply(peer, 'what is this')).toMatch(/^Not understood, nothing changed/)
    expect(await reply(peer, '2')).toMatch(/^Noted/)
    const on = await say(phoneOf.get(lead.memberId)!, '1', 'SAME')
    expect(on).toMatch(/^You're on/)
    // The company sends it again because our answer was lost; then they text once more themselves.
    expect(await say(phoneOf.get(lead.memberId)!, '1', 'SAME')).toBe('')
    expect(await reply(lead, '2')).toMatch(/^Nothing is waiting/)
    const after = await at.load(plan)
    expect(after.seats.filter((seat) => seat.taken !== null)).toHaveLength(1)
    expect(after.offers.find((one) => one.id === lead.id)?.answer).toMatchObject({
      code: 'coming',
      way: 'text',
    })
    expect(after.offers.find((one) => one.id === peer.id)?.answer).toMatchObject({ code: 'not_this_time' })
  })

  it('keeps a seat for whom a shift must release, and asks somebody else when it doesn’t', async () => {
    const plan = await calledOut()
    const lead = of(plan, 'lead')
    expect(await reply(lead, '3')).toMatch(/^A seat is kept for you until \d\d:\d\d/)
    const kept = await at.load(plan)
    expect(heldSeats(kept)).toHaveLength(1)
    expect(stageOf(kept)).toBe('filling')
    const until = heldSeats(kept)[0]!.taken!.heldUntil!
    await at.base.setNow(until.subtract({ seconds: 1 }))
    await advance(at.deps, at.system, plan.id)
    expect(heldSeats(await at.load(plan))).toHaveLength(1)
    await jobs(until)
    await jobs(until)
    const gone = await at.load(plan)
    expect(heldSeats(gone)).toEqual([])
    expect(gone.offers.find((one) => one.id === lead.id)).toMatchObject({ leftTeam: true, stoodDown: true })
    expect(gone.offers.some((one) => one.kind === 'lead' && one.id !== lead.id)).toBe(true)
    expect(textTo(lead).at(-1)?.body).toMatch(/could not be kept/)
    expect(await released(at.base.db, at.member(lead), lead.id)).toMatchObject({ code: 'hold_over' })
  })

  it('seats whom the shift released in time, for good', async () => {
    const plan = await calledOut()
    const lead = of(plan, 'lead')
    await reply(lead, '3')
    expect(await reply(lead, '1')).toMatch(/^You're on/)
    const until = start.add({ hours: 240 * (days - 1) + 1 })
    await jobs(until)
    const after = await at.load(plan)
    expect(heldSeats(after)).toEqual([])
    expect(after.seats.filter((seat) => seat.taken?.offerId === lead.id)).toHaveLength(1)
  })

  it('texts nobody after STOP, writes to them by mail, and texts again after START', async () => {
    const plan = await calledOut()
    const lead = of(plan, 'lead')
    expect(await reply(lead, 'STOP')).toBe('')
    await at.answer(lead, no)
    company.sent.length = 0
    const next = await calledOut()
    const again = next.offers.find((one) => one.memberId === lead.memberId)
    expect(again).toBeDefined()
    expect(textTo(again!)).toEqual([])
    expect(mail.copies.map((one) => one.messageId)).toEqual([`offer.${again!.id}@tailboard`])
    expect(await reply(lead, 'start')).toMatch(/texts are on again/)
    company.sent.length = 0
    const third = await calledOut()
    expect(textTo(third.offers.find((one) => one.memberId === lead.memberId)!)).toHaveLength(1)
  })

  it('telephones whoever is on call and silent, says nothing before a key is pressed, and takes the key', async () => {
    const now = start.add({ hours: 240 * days })
    await at.base.admin.query(
      `insert into roster.on_call_shift (region_id, id, member_id, starts_at, ends_at)
       select region_id, gen_random_uuid(), id, $1, $2 from roster.member on conflict do nothing`,
      [now.subtract({ hours: 1 }).toString(), now.add({ hours: 12 }).toString()],
    )
    const plan = await calledOut()
    const [lead, peer] = [of(plan, 'lead'), of(plan, 'peer')]
    await reply(peer, '2')
    await jobs(now.add({ minutes: 4 }))
    expect(company.sent.filter((one) => one.kind === 'call')).toEqual([])
    await jobs(now.add({ minutes: 5 }))
    await jobs()
    const calls = company.sent.filter((one) => one.kind === 'call')
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
    const after = await at.load(plan)
    expect(after.seats.filter((seat) => seat.taken?.offerId === lead.id)).toHaveLength(1)
    // Not twice: the same call is not placed again, whatever wakes it.
    await jobs(now.add({ minutes: 9 }))
    expect(company.sent.filter((one) => one.kind === 'call')).toHaveLength(calls.length)
  })

  it('believes only its own phone company', async () => {
    const plan = await calledOut()
    const lead = of(plan, 'lead')
    const url = new URL(hookPaths.texts('first'), publicUrl).href
    const fields = { From: phoneOf.get(lead.memberId)!, Body: '1', MessageSid: 'FORGED' }
    const forge = (path: string, signature: string) =>
      hooks.request(path, {
        method: 'POST',
        headers: { 'x-twilio-signature': signature },
        body: new URLSearchParams(fields),
      })
    const [call] = company.sent
    for (const [path, signature] of [
      [url, company.sign(`${url}x`, fields)],
      [url, ''],
      [url.replace('first', 'other'), company.sign(url.replace('first', 'other'), fields)],
      [call!.receipts, company.sign(url, fields)],
    ] as const)
      expect((await forge(path, signature)).status).toBe(403)
    expect((await at.load(plan)).offers.find((one) => one.id === lead.id)?.answer).toBeNull()
    const bent = new URL(callPath('first', `offer.${at.harbor.regionId}.${lead.id}.AAAA`), publicUrl).href
    expect((await forge(bent, company.sign(bent, fields))).status).toBe(404)
  })

  it('mails an offer whose text never arrived, and does not write twice', async () => {
    const plan = await calledOut()
    const offer = of(plan, 'peer')
    const [text] = textTo(offer)
    for (const status of ['undelivered', 'sent', 'failed']) {
      const fields = { MessageStatus: status }
      await hooks.request(text!.receipts, {
        method: 'POST',
        headers: { 'x-twilio-signature': company.sign(text!.receipts, fields) },
        body: new URLSearchParams(fields),
      })
    }
    await jobs()
    await jobs()
    expect(mail.copies.map((one) => one.messageId)).toEqual([`offer.${offer.id}@tailboard`])
    expect(textTo(offer)).toHaveLength(1)
  })

  it('cannot tell which of two offers a reply means, and changes neither', async () => {
    const now = start.add({ hours: 240 * days++ })
    const one = await at.calledOut(now)
    const other = await at.calledOut(now)
    await jobs()
    const both = one.offers.find((offer) => other.offers.some((two) => two.memberId === offer.memberId))
    expect(both).toBeDefined()
    expect(await reply(both!, '1')).toMatch(/^More than one answer is waiting/)
    for (const plan of [one, other])
      expect((await at.load(plan)).offers.filter((offer) => offer.answer !== null)).toEqual([])
  })

  it('lets a coordinator take a request by text or key, or hand it on', async () => {
    const accountId = newId<AccountId>()
    const number = '+16175559000'
    await at.base.db.write(at.system, (tx) => grantRole(tx, accountId, 'duty_coordinator'))
    await at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_text) values ($1, $2, $3, now(), true)`,
      [at.harbor.regionId, accountId, number],
    )
    const holder = async (id: Parameters<typeof loadAlert>[1]) =>
      takenBy(await at.base.db.read(at.system, (reader) => loadAlert(reader, id)))
    const first = await at.requested(start.add({ hours: 240 * days++ }))
    await drain(
      pool,
      callOutHandlers(at.base.db, mail, at.deps.solve, phone(), async () => 'uma.v@peers.example'),
    )
    const mine = company.sent.filter((one) => one.to === number)
    expect(mine.map((one) => one.kind).sort()).toEqual(['call', 'text'])
    expect(mine.find((one) => one.kind === 'text')!.body).not.toMatch(/Larkfield|child/i)
    expect(await say(number, '1')).toMatch(/^You call back/)
    expect(await holder(first)).toBe(accountId)
    expect(await say(number, '1')).toMatch(/^Nothing is waiting/)
    const { script } = mine.find((one) => one.kind === 'call')!
    expect(await press(script, '')).toContain('answered already')
    expect(await press(script.replace('/begin', '/answered'), '2')).toContain('answered already')
    expect(await holder(first)).toBe(accountId)

    company.sent.length = 0
    const second = await at.requested(start.add({ hours: 240 * days++ }))
    await drain(
      pool,
      callOutHandlers(at.base.db, mail, at.deps.solve, phone(), async () => 'uma.v@peers.example'),
    )
    const call = company.sent.find((one) => one.to === number && one.kind === 'call')!
    const heard = await press(onward(await press(call.script, '')), '1')
    expect(heard).toContain('hand it on')
    expect(await press(onward(heard), '1')).toContain('You call back')
    expect(await holder(second)).toBe(accountId)
  })

  it('answers on the page still count as before', async () => {
    const plan = await calledOut()
    expect(await at.answer(of(plan, 'lead'), yes)).toEqual({ ok: true, value: { kind: 'seated' } })
  })
})
