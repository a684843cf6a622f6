import type { Hono } from 'hono'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { callPath, callRoutes } from '../../src/activation/api.ts'
import { standDownPlan } from '../../src/activation/end.server.ts'
import type { OfferState, PlanState } from '../../src/activation/planState.ts'
import { loadPlans } from '../../src/activation/planStore.server.ts'
import { onText } from '../../src/activation/textAnswers.server.ts'
import { hookPaths, hookRoutes, twilioProvider } from '../../src/messaging/index.server.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { openPool } from '../../src/platform/db.server.ts'
import type { AccountId } from '../../src/platform/ids.ts'
import { drain } from '../../src/platform/worker.server.ts'
import { callOutHandlers, copyingMail, testSecrets } from './callOutJobs.ts'
import { type HarborCallOut, openHarborCallOut } from './harborCallOut.ts'
import { openPhoneCompany, type PhoneCompany, type Sent } from './phoneCompany.ts'

const start = Temporal.Instant.from('2060-03-15T20:00:00Z')
const publicUrl = new URL('http://localhost:3000')
const teamUrl = new URL('http://team.localhost:3000')

/**
 * A describe block's call-outs by telephone: Harbor's roster, everybody on texts alone with a
 * number they proved, and a phone company that takes, fails and signs. Each test has a day of its
 * own; whatever one left running, and whoever it made say STOP, is put right after it.
 */
export function phonedCallOut() {
  let at: HarborCallOut
  let pool: pg.Pool
  let company: PhoneCompany
  let hooks: Hono
  let today = start.subtract({ hours: 240 })
  let texts = 0
  const mail = copyingMail()
  const phoneOf = new Map<string, string>()
  const handlers = () =>
    callOutHandlers(
      at.base.db,
      mail,
      at.deps.solve,
      {
        phones: [twilioProvider('first', company.url, '+16175550100')],
        receiptsUrl: (...of) => new URL(hookPaths.receipts(...of), publicUrl).href,
        callUrl: (provider, token) => new URL(callPath(provider, token), publicUrl).href,
      },
      async () => 'uma.v@peers.example',
    )

  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
    company = await openPhoneCompany()
    const deps = {
      db: at.base.db,
      secrets: testSecrets,
      publicUrl,
      teamUrl,
      phones: [twilioProvider('first', company.url, '+16175550100')],
      actorOf: async (accountId: AccountId): Promise<Actor> => ({ ...at.rae, accountId }),
    }
    hooks = hookRoutes({ ...deps, onText: (texters, text) => onText(deps, texters, text) })
    hooks.route('/', callRoutes({ ...deps, onText: async () => null }))
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
    company.mood = 'well'
    await at.base.admin.query('delete from messaging.text_stop')
    for (const plan of await at.base.db.read(at.rae, (reader) => loadPlans(reader, { running: true })))
      await standDownPlan(at.base.db, at.rae, plan.id)
    await drain(pool, handlers())
  })
  afterAll(async () => {
    await company.close()
    await pool.end()
    await at.stop()
  })

  const signed = (url: string, fields: Record<string, string>, signature = company.sign(url, fields)) =>
    hooks.request(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature },
      body: new URLSearchParams(fields),
    })
  const nextDay = (): Temporal.Instant => {
    today = today.add({ hours: 240 })
    return today
  }
  /** Runs what is due, at `now` if the clock is to jump. */
  const jobs = async (now?: Temporal.Instant): Promise<void> => {
    if (now !== undefined) {
      await at.base.setNow(now)
      await at.base.admin.query(
        `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where run_at <= $1`,
        [now.toString()],
      )
    }
    await drain(pool, handlers())
  }
  const say = async (from: string, body: string, sid = `IN${++texts}`): Promise<string> => {
    const url = new URL(hookPaths.texts('first'), publicUrl).href
    const answer = await signed(url, { From: from, Body: body, MessageSid: sid })
    expect(answer.status).toBe(200)
    return /<Message>(.*)<\/Message>/.exec(await answer.text())?.[1] ?? ''
  }

  return {
    get at() {
      return at
    },
    get company() {
      return company
    },
    mail,
    publicUrl,
    phoneOf,
    nextDay,
    today: () => today,
    jobs,
    say,
    signed,
    /** A call-out on a day of its own whose offers have gone out. */
    async calledOut(): Promise<PlanState> {
      const plan = await at.calledOut(nextDay())
      await jobs()
      return plan
    },
    async press(call: string, digits: string): Promise<string> {
      return await (await signed(call, { Digits: digits })).text()
    },
    reply: (offer: OfferState, body: string) => say(phoneOf.get(offer.memberId)!, body),
    textTo: (offer: OfferState): Sent[] =>
      company.sent.filter((one) => one.to === phoneOf.get(offer.memberId)),
  }
}

/** Where what was just heard sends the next key. */
export const onward = (xml: string): string => /action="([^"]+)"/.exec(xml)![1]!

export const offerOf = (plan: PlanState, kind: string): OfferState =>
  plan.offers.find((one) => one.kind === kind)!
