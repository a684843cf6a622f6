import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { openPool } from '../platform/db.server.ts'
import { noRegion } from '../platform/door.server.ts'
import { openLog } from '../platform/log.server.ts'
import { addRegion } from '../region/index.server.ts'
import { holdCommand, retentionCommand } from './commands.ts'
import { keepRetention, retentionHandlers } from './jobs.server.ts'
import { nextSweep } from './jobs.ts'
import { sweepInstallation, sweepRegion } from './sweep.server.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')
const later = (days: number) => start.add({ hours: days * 24 })

describe('what is too old goes', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let plan: Awaited<ReturnType<HarborCallOut['load']>>
  const query = async (text: string, given: readonly unknown[] = []) =>
    (await at.base.admin.query(text, [...given])).rows
  const rows = async (table: string) =>
    (await query(`select count(*)::int as rows from ${table}`))[0].rows as number
  const sweep = (dryRun = false, from = pool, batch?: number) =>
    sweepRegion(from, at.harbor.regionId, { dryRun, ...(batch === undefined ? {} : { batch }) })
  const gone = async (...given: Parameters<typeof sweep>) =>
    Object.fromEntries((await sweep(...given)).map(({ rule, rows }) => [rule.name, rows]))
  /** What the trail says of removals and holds, the oldest first. */
  const said = async () =>
    (
      await query(
        `select act, detail, actor_kind from audit.entry
        where act in ('rows_removed', 'hold_set', 'hold_lifted') order by number`,
      )
    ).map(({ act, detail, actor_kind }) => [act, detail.rule ?? detail.reason, detail.rows, actor_kind])
  const open: Parameters<typeof retentionCommand>[1] = (work) => work({ db: at.base.db, workerPool: pool })

  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 3 })
    plan = await at.calledOut(start)
    await at.answer(plan.offers[0]!, yes)
    const { regionId } = at.harbor
    const ids = [regionId, plan.id]
    const one = `from activation.plan where region_id = $1 and id = $2`
    await query(
      `insert into activation.stand_down select region_id, id, 'filled' from activation.offer
      where region_id = $1 and plan_id = $2 and id <> $3`,
      [...ids, plan.offers[0]!.id],
    )
    await query(
      `insert into activation.answer_before select region_id, id, 1, 'not_this_time', null, made_at, 'page'
      from activation.offer where region_id = $1 and plan_id = $2`,
      ids,
    )
    await query(`insert into activation.plan_end select region_id, id, 'closed', $3 ${one}`, [
      ...ids,
      later(1).toString(),
    ])
    await query(`insert into activation.outcome select region_id, activation_id, 'closed', $3 ${one}`, [
      ...ids,
      later(1).toString(),
    ])
    await query(
      `insert into intervention.close_out select region_id, id, 'as_planned', 'under_5', '30_to_60', true, $3, id ${one}`,
      [...ids, later(1).toString()],
    )
    await query(
      `insert into intervention.briefing select region_id, id, 1, 'door', '', 'plain', 'none', $3, id ${one}`,
      [...ids, later(1).toString()],
    )
    await query(
      `insert into intervention.follow_up select region_id, gen_random_uuid(), id, 'month', null, null, $3, $3 ${one}`,
      [...ids, later(30).toString()],
    )
    await query(
      `insert into intervention.follow_up_step select region_id, gen_random_uuid(), id, 'done', due_at, plan_id from intervention.follow_up`,
    )
    await query(`insert into roster.own_load values ($1, gen_random_uuid(), '2026-11-23', 3)`, [regionId])
    await query(
      `insert into messaging.phone_proof values ($1, gen_random_uuid(), gen_random_uuid(), '+16175550100', 'text', $2)`,
      [regionId, start.toString()],
    )
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })

  it('each after its time, and nothing before', async () => {
    await at.base.setNow(later(1))
    expect(Object.values(await gone()).every((count) => count === 0)).toBe(true)
    await at.base.setNow(later(91))
    expect(await gone()).toMatchObject({ 'own load': 1, 'proofs and devices': 1, requests: 0, offers: 0 })
  })

  it('offers a year after their plan, while the request stays', async () => {
    await at.base.setNow(later(365))
    expect(await gone()).toMatchObject({ offers: 0 })
    await at.base.setNow(later(367))
    const offers = await rows('activation.offer')
    const would = await gone(true)
    expect(would.offers).toBeGreaterThan(offers)
    expect(await rows('activation.offer')).toBe(offers)
    // Own notes and devices went before; the trail says nothing of them.
    expect(await said()).toEqual([])
    expect(await gone()).toEqual(would)
    const removed = Object.entries(would).filter(([, count]) => count > 0)
    expect(removed.length).toBeGreaterThan(1)
    expect(await said()).toEqual(removed.map(([rule, count]) => ['rows_removed', rule, count, 'system']))
    for (const table of ['offer', 'answer', 'answer_before', 'acceptance', 'stand_down'])
      expect(await at.count(table), table).toBe(0)
    const now = await at.load(plan)
    expect([now.end?.code, now.seats.length, now.offers.length]).toEqual(['closed', plan.seats.length, 0])
    expect(await gone()).toMatchObject({ offers: 0 })
  })

  it('the application may remove none of it, and the keeper only of the region that is set', async () => {
    await expect(
      at.base.db.write(at.system, (tx) =>
        tx.tables<{ 'activation.request': object }>().deleteFrom('activation.request').execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    const keeper = await pool.connect()
    await keeper.query('begin')
    await keeper.query('set local role tailboard_keeper')
    expect((await keeper.query('select 1 from activation.request')).rowCount).toBe(0)
    await expect(keeper.query('select 1 from roster.member')).rejects.toThrow(/permission denied/)
    await keeper.query('rollback')
    keeper.release()
  })

  it('nothing of the team’s work while a hold stands, and what is a person’s own all the same', async () => {
    const asked = (...args: string[]) => holdCommand([...args, '--region', 'harbor'], open)
    await at.base.setNow(later(1200))
    await query(`insert into roster.own_load values ($1, gen_random_uuid(), '2026-11-23', 3)`, [
      at.harbor.regionId,
    ])
    expect((await asked('on')).text).toMatch(/with one of these codes: --reason litigation\|/)
    expect((await asked('on', '--reason', 'Smith')).code).toBe(2)
    expect((await asked('on', '--reason', 'litigation')).text).toMatch(
      /nothing of harbor goes.*Conversations are not held/,
    )
    expect((await asked('on', '--reason', 'litigation')).code).toBe(1)
    expect((await said()).slice(-1)).toEqual([['hold_set', 'litigation', undefined, 'system']])
    const before = await rows('activation.plan')
    const { text } = await retentionCommand(['--dry-run', '--region', 'harbor'], open)
    expect(text).toMatch(/requests .*: [1-9]\d* rows kept, a legal hold stands/)
    expect(text).toMatch(/own load .*: 1 row would go/)
    expect(text).toMatch(/conversations .*there are none yet; a hold would not keep them/)
    expect((await sweep()).filter((one) => one.held).map((one) => one.rule.name)).toContain('requests')
    expect(await rows('activation.plan')).toBe(before)
    expect(await rows('roster.own_load')).toBe(0)

    await at.base.setNow(later(1220))
    expect((await asked('off', '--reason', 'other')).text).toBe('No hold for other stands.\n')
    expect((await asked('off', '--reason', 'litigation')).text).toMatch(/^Lifted\. What is too old goes/)
    expect((await said()).slice(-1)).toEqual([['hold_lifted', 'litigation', undefined, 'system']])
    expect((await asked('list')).text).toMatch(/^litigation +since 2030-\S+, lifted 2030-/)
  })

  it('a request three years after its last step, and leaves its count; killed on the way, it goes on', async () => {
    const second = await addRegion(at.base.db, {
      slug: 'second',
      name: 'Second',
      state: 'MA',
      timeZone: 'America/New_York',
      teamPhone: '617-555-0100',
      policy: {},
    })
    await query(
      `insert into incident.critical_incident (region_id, id, source, kind, occurred_at, town, recorded_at)
      select $1::uuid, gen_random_uuid(), 'import', 'structure_fire', $3::timestamptz, 'Larkfield', $3::timestamptz from generate_series(1, 3)
      union all select $2::uuid, gen_random_uuid(), 'import', 'structure_fire', $3, 'Elsewhere', $3`,
      [at.harbor.regionId, second, start.toString()],
    )
    let left = 12
    const dying = {
      connect: async () => {
        const client = await pool.connect()
        return {
          release: (cut?: boolean) => client.release(cut),
          query: (text: string, given?: unknown[]) => {
            if (text.startsWith('delete') && left-- <= 0) throw new Error('killed')
            return client.query(text, given)
          },
        }
      },
    } as unknown as pg.Pool
    const due = (await gone(true)).requests
    await expect(gone(false, dying, 1)).rejects.toThrow('killed')
    expect(await rows('activation.activation')).toBe(1)
    left = 30
    await expect(gone(false, dying, 1)).rejects.toThrow('killed')
    await gone(false, pool, 2)
    for (const table of [
      'activation',
      'request',
      'plan',
      'approval',
      'seat',
      'wave',
      'plan_end',
      'outcome',
      'alert',
    ])
      expect(await at.count(table), table).toBe(0)
    expect(await query('select region_id, town from incident.critical_incident')).toEqual([
      { region_id: second, town: 'Elsewhere' },
    ])
    const counts = await query(
      `select to_char(month, 'YYYY-MM') as month, kind, incidents, requests, teams, sessions from retention.past_request order by kind`,
    )
    expect(counts).toEqual([
      { month: '2026-11', kind: 'child_death_or_injury', incidents: 1, requests: 1, teams: 1, sessions: 1 },
      { month: '2026-11', kind: 'structure_fire', incidents: 3, requests: 0, teams: 0, sessions: 0 },
    ])
    // An entry stands or falls with the removal it tells of.
    const told = (await said()).filter(([, rule]) => rule === 'requests')
    expect(told.length).toBeGreaterThan(1)
    expect(told.reduce((sum, [, , count]) => sum + count, 0)).toBe(due)
    expect(Object.values(await gone()).every((count) => count === 0)).toBe(true)
    expect(await query('select 1 from retention.past_request')).toHaveLength(2)
  })

  it('sign-ins that are over, of the whole installation', async () => {
    const now = later(1220)
    await query(
      `insert into auth.sign_in (id, mailbox_hash, browser_hash, language, asked_at, expires_at)
      select gen_random_uuid(), '\\x00', '\\x00', 'en', $1::timestamptz - make_interval(hours => h), $1
        from unnest(array[1, 23, 25, 99]) h`,
      [now.toString()],
    )
    const count = async (dryRun: boolean) => (await sweepInstallation(pool, { dryRun }))[0]!.rows
    expect([await count(true), await count(false), await count(false)]).toEqual([2, 2, 0])
    expect(await rows('auth.sign_in')).toBe(2)
  })

  it('every night by itself, and says when it last did', async () => {
    const jobs = () =>
      query(`select key, run_at from graphile_worker._private_jobs where key like 'retention:%'`)
    await keepRetention(at.base.db)
    await keepRetention(at.base.db)
    expect(await jobs()).toHaveLength(1)
    expect(nextSweep(Temporal.Instant.from('2026-11-23T08:00:00Z')).at.toString()).toBe(
      '2026-11-24T08:00:00Z',
    )
    expect(nextSweep(Temporal.Instant.from('2026-11-23T07:59:59Z')).at.toString()).toBe(
      '2026-11-23T08:00:00Z',
    )
    await query(
      `insert into roster.hand_over_note values ($1, gen_random_uuid(), 'old', $2, gen_random_uuid())`,
      [at.harbor.regionId, start.toString()],
    )
    const knock =
      'insert into tailboard.door_knock (region_id, door, caller, window_from) values ($1, $2, $3, $4)'
    await query(knock, [noRegion, 'old', 'x', later(1218).toString()])
    await query(knock, [noRegion, 'new', 'x', later(1220).toString()])
    await retentionHandlers({ db: at.base.db, pool, log: openLog('silent') })[0]!.run({})
    expect(await query('select door from tailboard.door_knock where region_id = $1', [noRegion])).toEqual([
      { door: 'new' },
    ])
    expect(await rows('roster.hand_over_note')).toBe(0)
    expect(await query('select what, done_at from tailboard.upkeep')).toEqual([
      { what: 'retention', done_at: later(1220) },
    ])
  })

  it.each([[['--dryrun']], [['harbor']], [['--region', 'nowhere']]])(
    'nothing when %j was typed',
    async (args) => {
      expect((await retentionCommand(args, open)).code).toBe(2)
    },
  )
})
