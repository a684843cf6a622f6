import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callOutHandlers, copyingMail } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { openPool } from '../platform/db.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { suspend } from '../roster/index.server.ts'
import { LiveShared } from './LiveParts.tsx'
import { notReached } from './newestMessage.ts'
import { isCutOff } from './outage.server.ts'
import type { PlanState } from './planState.ts'
import { loadStuck } from './stuck.server.ts'
import { loadActivationView } from './view.server.ts'

const start = Temporal.Instant.from('2060-01-12T20:00:00Z')

describe('a night with the mail system down', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let day = 0
  const mail = copyingMail()
  beforeAll(async () => {
    at = await openHarborCallOut()
    const rae = (at.rae as { accountId: AccountId }).accountId
    await at.base.db.write(at.system, (tx) => grantRole(tx, rae, 'duty_coordinator'))
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
  })
  beforeEach(() => {
    mail.down = true
    mail.copies.length = 0
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })

  /** What is due at this minute of the night, tried once; whatever failed is due again at once. */
  async function minute(plan: PlanState, minutes: number): Promise<PlanState> {
    const now = plan.waves[0]!.sentAt.add({ minutes })
    await at.base.setNow(now)
    await at.base.admin.query(
      // What was added first is tried first: of two that are due at the same moment either could come before the other.
      `update graphile_worker._private_jobs j set run_at = now() - interval '1 s' - due.back * interval '1 ms'
         from (select id, row_number() over (order by id desc) as back
                 from graphile_worker._private_jobs where run_at <= $1) due
        where due.id = j.id`,
      [now.toString()],
    )
    await drain(
      pool,
      callOutHandlers(at.base.db, mail, at.deps.solve, {}, async () => 'rae.h@peers.example'),
    )
    return await at.load(plan)
  }
  const look = async (plan: PlanState) =>
    (await at.base.db.read(at.rae, (reader) => loadActivationView(reader, plan.activationId)))!
  const page = async (plan: PlanState, lang: 'en' | 'es' = 'en') =>
    String(LiveShared({ view: await look(plan), lang }))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
  async function calledOut(): Promise<PlanState> {
    const plan = await at.calledOut(start.add({ hours: 240 * day++ }))
    return await minute(plan, 0)
  }
  const handed = () => mail.copies.filter((one) => one.messageId.includes('.not_reached.'))

  it('is said on the board: how many, since when, and whom to telephone', async () => {
    const plan = await calledOut()
    const count = plan.offers.length
    await at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, by_mail, by_text)
       values ($1, $2, '+16175550123', true, false) on conflict (region_id, person_id) do update set phone = excluded.phone`,
      [at.harbor.regionId, plan.offers[0]!.memberId],
    )
    expect(await page(plan)).not.toMatch(/not gone out|not reached/)
    await minute(plan, 2)
    const told = await page(plan)
    expect(told).toMatch(new RegExp(`${count} of ${count} messages have not gone out since \\d\\d:\\d\\d E`))
    expect(told).toContain('+16175550123')
    expect(told).toContain('none of them reached')
    expect(told).not.toMatch(/almost surely filled|in 10 to be filled|nobody else is left/)
    expect(told).toContain('people were asked whom no message has reached')
    expect(await page(plan, 'es')).toMatch(/mensajes no han salido desde las/)

    mail.down = false
    await minute(plan, 3)
    expect(await page(plan)).not.toMatch(/not gone out|not reached/)
  })

  it('is told on today as well: how many, since when, and where to look', async () => {
    const plan = await calledOut()
    const stuck = () => at.base.db.read(at.rae, loadStuck)
    expect(await stuck()).toEqual([])
    await minute(plan, 2)
    const [one] = await stuck()
    expect(one).toEqual({
      ...{ activationId: plan.activationId, number: expect.any(Number) },
      ...{ count: plan.offers.length, since: plan.offers[0]!.madeAt },
    })
    mail.down = false
    await minute(plan, 3)
    expect(await stuck()).toEqual([])
  })

  it('asks nobody else by the same way, and tells whoever has the activation until somebody is reached', async () => {
    const plan = await calledOut()
    for (const minutes of [3, 7, 13]) await minute(plan, minutes)
    expect((await at.load(plan)).waves).toHaveLength(1)
    const { rows } = await at.base.admin.query(
      `select count(*)::int as waiting from graphile_worker._private_jobs where key like $1`,
      [`hand:${plan.id}:not_reached:%`],
    )
    expect(rows[0].waiting).toBeGreaterThan(0)
    // Still looked at: nothing stops by itself.
    const looks = await at.base.admin.query(
      'select run_at from graphile_worker._private_jobs where key = $1',
      [`advance:${plan.id}`],
    )
    expect(looks.rowCount).toBe(1)

    mail.down = false
    await minute(plan, 14)
    expect(mail.copies.filter((one) => one.messageId.startsWith('offer.'))).not.toEqual([])
    await minute(plan, 20)
    expect((await at.load(plan)).waves.length).toBeGreaterThan(1)
  }, 90_000)

  it('tells two minutes after the wave, not when it is due', async () => {
    const plan = await calledOut()
    const waiting = async () =>
      (
        await at.base.admin.query(`select 1 from graphile_worker._private_jobs where key like $1`, [
          `hand:${plan.id}:not_reached:%`,
        ])
      ).rowCount
    await minute(plan, 1)
    expect(await waiting()).toBe(0)
    await minute(plan, 2)
    expect(await waiting()).toBeGreaterThan(0)
    // Once somebody was reached there is nothing to ring about.
    mail.down = false
    await minute(plan, 3)
    expect(handed()).toEqual([])
  })

  it('is told to nobody who took it and coordinates no more', async () => {
    const plan = await calledOut()
    const told = async () =>
      (
        await at.base.admin.query(`select key from graphile_worker._private_jobs where key like $1`, [
          `hand:${plan.id}:not_reached:%`,
        ])
      ).rows.map((row) => row.key.split(':')[4])
    const { rows } = await at.base.admin.query(
      `delete from identity."grant" where role = 'duty_coordinator' and account_id = $1 returning *`,
      [(at.rae as { accountId: string }).accountId],
    )
    expect(rows).toHaveLength(1)
    const other = newId<AccountId>()
    await at.base.db.write(at.system, (tx) => grantRole(tx, other, 'duty_coordinator'))
    await minute(plan, 2)
    expect(new Set(await told())).toEqual(new Set([other]))
    await at.base.admin.query('delete from identity."grant" where account_id = $1', [other])
    await at.base.db.write(at.system, (tx) => grantRole(tx, rows[0].account_id, 'duty_coordinator'))
  })

  it('is none where nobody of the newest wave may be asked any more: the next one is', async () => {
    const plan = await at.calledOut(start.add({ hours: 240 * day++ }))
    await at.base.setNow(plan.waves[0]!.sentAt.add({ minutes: 3 }))
    const isNone = async () => !(await at.base.db.read(at.system, (reader) => isCutOff(reader, plan)))
    expect(await isNone()).toBe(false)
    const director = { ...at.rae, roles: ['clinical_director'] } as Actor
    for (const { memberId } of plan.offers) await suspend(at.base.db, director, memberId, 'under_review')
    expect(await isNone()).toBe(true)
    await at.base.admin.query('delete from roster.suspension where member_id = any($1)', [
      plan.offers.map((offer) => offer.memberId),
    ])
    expect(await isNone()).toBe(false)
  })

  it('goes on by itself where people left to ask can be reached another way', async () => {
    const plan = await calledOut()
    await minute(plan, 3)
    const asked = plan.offers.map((offer) => offer.memberId)
    await at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
       select region_id, id, '+1617555' || lpad((row_number() over (order by id))::text, 4, '0'), now(), false, true
         from roster.member where id <> all($1)
       on conflict (region_id, person_id) do update set phone_proven_at = now(), by_text = true, phone = excluded.phone`,
      [asked],
    )
    expect((await minute(plan, 7)).waves).toHaveLength(2)
    await at.base.admin.query('delete from messaging.reach')
  })

  it('counts nobody as asked who answers on the phone', async () => {
    const plan = await calledOut()
    await minute(plan, 3)
    await at.answer(plan.offers[0]!, yes)
    const view = await look(plan)
    const after = await at.load(plan)
    expect(notReached(after, view.messages, view.now)).toHaveLength(plan.offers.length - 1)
  })
})
