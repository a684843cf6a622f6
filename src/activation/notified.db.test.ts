import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callOutHandlers, copyingMail, testSecrets } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { openPushService, type PushService } from '../../test/harness/pushService.ts'
import { vapidKeys, webPushSender } from '../messaging/index.server.ts'
import { openPool } from '../platform/db.server.ts'
import { drain } from '../platform/worker.server.ts'
import { answerOffer } from './answer.server.ts'
import { standDownPlan } from './end.server.ts'
import { moveSession } from './moveSession.server.ts'
import { type PlanState, pendingOffers } from './planState.ts'

const start = Temporal.Instant.from('2060-04-15T20:00:00Z')
type Payload = { readonly line: string; readonly path: string; readonly lang: string }

describe('a call-out by notifications', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let service: PushService
  let plan: PlanState
  const mail = copyingMail()
  const push = webPushSender(testSecrets, { privateKey: null, subject: 'https://peers.example' })
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
    service = await openPushService()
    // Everybody has one browser and wants nothing else; every other one reads Spanish.
    const { rows } = await at.base.admin.query('select id from roster.member order by id')
    for (const [index, { id }] of rows.entries()) {
      const { endpoint, p256dh, auth } = service.subscribe(vapidKeys(testSecrets, null).publicKey)
      await at.base.admin.query(
        `insert into messaging.push_subscription (region_id, id, person_id, owner_id, endpoint, p256dh, auth)
         values ($1, gen_random_uuid(), $2, $2, $3, $4, $5)`,
        [at.harbor.regionId, id, endpoint, p256dh, auth],
      )
      await at.base.admin.query(
        `insert into messaging.reach (region_id, person_id, by_mail, by_push, lang) values ($1, $2, false, true, $3)`,
        [at.harbor.regionId, id, index % 2 === 0 ? 'en' : 'es'],
      )
    }
  }, 60_000)
  afterAll(async () => {
    await service.close()
    await pool.end()
    await at.stop()
  })

  const jobs = () => drain(pool, callOutHandlers(at.base.db, mail, at.deps.solve, { push }))
  const told = (): Payload[] => service.taken.map((one) => one.payload as Payload)
  const lines = () => [...new Set(told().map((one) => one.line))].sort()
  const calledOut = async (days: number) => {
    plan = await at.calledOut(start.add({ hours: 24 * days }))
    service.forget()
    mail.copies.length = 0
    await jobs()
    return plan
  }

  it('says that an answer is needed and until when, in each one’s language, and mails nobody', async () => {
    await calledOut(0)
    expect(service.taken).toHaveLength(plan.offers.length)
    expect(mail.copies).toEqual([])
    const languages = new Set(told().map((one) => one.lang))
    expect([...languages].sort()).toEqual(['en', 'es'])
    for (const { line, lang, path } of told()) {
      const clock = '\\d\\d:\\d\\d [A-Z]{3}'
      const said =
        lang === 'en'
          ? `^Tailboard: answer needed by ${clock}\\. Open it\\.$`
          : `^Tailboard: se necesita respuesta antes de las ${clock}\\. Ábralo\\.$`
      expect(line).toMatch(new RegExp(said))
      expect(path).toMatch(/^\/offers\/[\w-]+$/)
    }
    const minutes = service.taken.map((one) => one.keepFor / 60)
    const wave = plan.offers[0]!.answerBy.since(plan.offers[0]!.madeAt).total('minutes')
    expect(new Set(minutes)).toEqual(new Set([wave]))
  })

  it('tells whoever is on, what was moved and who is not needed, and never more', async () => {
    const [first] = pendingOffers(plan)
    await answerOffer(at.base.db, at.rae, first!.id, yes, 'coordinator')
    service.forget()
    await jobs()
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toMatch(/^Tailboard: (you're on|forma parte del equipo)\./)

    const startsAt = plan.approval!.startsAt.add({ hours: 1 })
    const moved = await moveSession(
      at.base.db,
      at.rae,
      plan.id,
      { startsAt, place: 'Station 2, upstairs', reason: 'shift' },
      0,
    )
    expect(moved.ok).toBe(true)
    service.forget()
    await jobs()
    expect(lines()).toEqual([
      'Tailboard: another time or place. Open it.',
      'Tailboard: otra hora u otro lugar. Ábralo.',
    ])
    await standDownPlan(at.base.db, at.rae, plan.id)
    service.forget()
    await jobs()
    expect(lines()).toEqual([
      'Tailboard: esta vez no hace falta. Gracias.',
      // Whoever was on the team must not drive there.
      'Tailboard: the session is cancelled. Please do not go.',
      'Tailboard: you are not needed this time. Thank you.',
    ])
    expect(mail.copies).toEqual([])
  })

  it('goes by mail to whoever’s browser is gone, and once', async () => {
    service.be('gone')
    plan = await at.calledOut(start.add({ hours: 48 }))
    await jobs()
    await jobs()
    expect(service.calls.filter((one) => one.status === 410)).toHaveLength(plan.offers.length)
    expect(mail.copies.map((one) => one.messageId).sort()).toEqual(
      plan.offers.map((offer) => `offer.${offer.id}@tailboard`).sort(),
    )
    // From now on they are mailed at once.
    service.forget()
    mail.copies.length = 0
    await standDownPlan(at.base.db, at.rae, plan.id)
    await jobs()
    expect(service.calls).toEqual([])
    expect(mail.copies).toHaveLength(plan.offers.length)
  })
})
