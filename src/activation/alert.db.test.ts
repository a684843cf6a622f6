import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, type ActivationId, newId } from '../platform/ids.ts'
import { ring, ringDue } from './alert.server.ts'
import { loadAlert, ringingFor } from './alertStore.server.ts'
import { approvePlan, tick } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { loadPlans } from './planStore.server.ts'
import { requestTeam } from './request.server.ts'
import { handOn, takeRequest } from './take.server.ts'

const crew = (at: HarborCallOut, now: Temporal.Instant) => ({
  kind: 'child_death_or_injury' as const,
  occurredAt: now.subtract({ hours: 2 }),
  overAt: null,
  town: 'Larkfield',
  agencyId: at.harbor.agencies.get('Larkfield Fire')!,
  groups: [{ role: 'firefighters' as const, count: 6 }],
  requesterName: 'Pat L.',
  callbackPhone: '617-555-0199',
})
const start = Temporal.Instant.from('2060-02-02T06:05:00Z')

describe('a request rings', () => {
  let at: HarborCallOut
  let rounds = 0
  const [rae, tom, uma, dr] = [1, 2, 3, 4].map(() => newId<AccountId>()) as [
    AccountId,
    AccountId,
    AccountId,
    AccountId,
  ]
  const names = new Map([
    [rae, 'rae'],
    [tom, 'tom'],
    [uma, 'uma'],
    [dr, 'dr'],
  ])
  const as = (
    accountId: AccountId,
    role: 'duty_coordinator' | 'clinical_director' = 'duty_coordinator',
  ): Actor => ({
    kind: 'account',
    accountId,
    regionId: at.harbor.regionId,
    roles: [role],
  })

  beforeAll(async () => {
    at = await openHarborCallOut()
    await at.base.setNow(start)
    await at.base.db.write(at.system, async (tx) => {
      for (const one of [rae, tom, uma]) await grantRole(tx, one, 'duty_coordinator')
      await grantRole(tx, dr, 'clinical_director')
    })
    await at.base.admin.query('delete from roster.coordinator_shift')
    for (const [accountId, place] of [
      [rae, 'on_call'],
      [tom, 'backup'],
    ] as const)
      await at.base.admin.query(
        `insert into roster.coordinator_shift (region_id, id, account_id, place, starts_at, ends_at, recorded_at)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $4)`,
        [at.harbor.regionId, accountId, place, start.toString(), start.add({ hours: 24 * 30 }).toString()],
      )
  })
  afterAll(() => at.stop())

  const requested = async () => {
    const now = start.add({ hours: 3 * ++rounds })
    return { now, id: await at.requested(now) }
  }
  const state = (id: ActivationId) => at.base.db.read(at.system, (reader) => loadAlert(reader, id))
  const rung = async (id: ActivationId) =>
    (await state(id)).rung.map((one) => `${names.get(one.accountId)} ${one.step}`)
  const later = async (now: Temporal.Instant, minutes: number) => {
    await at.base.setNow(now.add({ minutes }))
    await tick(at.deps, at.harbor.regionId)
  }
  const messages = async (id: ActivationId) =>
    (
      await at.base.admin.query(
        `select key from graphile_worker._private_jobs where key like $1 order by id`,
        [`alert:${id}:%`],
      )
    ).rows.map((row: { key: string }) => row.key.split(':').slice(2).join(' '))

  it('the one on call at once, then further and further, each minute of the policy and none before', async () => {
    const { now, id } = await requested()
    expect(await rung(id)).toEqual(['rae on_call'])
    await later(now, 4)
    expect(await rung(id)).toHaveLength(1)
    await later(now, 5)
    expect(await rung(id)).toEqual(['rae on_call', 'tom backup'])
    // Two processes that look at once ring once.
    await at.base.setNow(now.add({ minutes: 10 }))
    await Promise.all([1, 2, 3].map(() => at.base.db.write(at.system, (tx) => ring(tx, id))))
    expect((await rung(id)).slice(2)).toEqual(['uma everybody'])
    await later(now, 15)
    expect((await rung(id)).slice(3)).toEqual(['dr director'])
    await later(now, 20)
    expect(new Set((await rung(id)).slice(4))).toEqual(
      new Set(['rae director', 'tom director', 'uma director', 'dr director']),
    )
    // Nobody's second ring is mistaken for the first: every message has a key of its own.
    const keys = await messages(id)
    expect(keys).toHaveLength(8)
    expect(new Set(keys).size).toBe(8)
  })

  it('catches up in one tick after the process slept, and stops after a day', async () => {
    const { now, id } = await requested()
    await later(now, 47)
    expect(await rung(id)).toEqual(['rae on_call', 'tom backup'])
    await later(now, 60 * 24)
    expect((await state(id)).dueAt).toBeNull()
    const before = (await rung(id)).length
    await later(now, 60 * 30)
    expect(await rung(id)).toHaveLength(before)
  })

  it('nobody else once somebody calls back, and only one of two who take it together', async () => {
    const { now, id } = await requested()
    await later(now, 5)
    const both = await Promise.all([as(rae), as(tom)].map((actor) => takeRequest(at.base.db, actor, id)))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ code: 'taken_already', kind: 'conflict' })
    await later(now, 19)
    expect(await rung(id)).toHaveLength(2)
    expect((await state(id)).takings).toHaveLength(1)
  })

  it('on with the backup, at once, when whoever is on call was involved; and never them again', async () => {
    const { now, id } = await requested()
    await later(now, 1)
    expect(await handOn(at.base.db, as(rae), id, true)).toMatchObject({ ok: true })
    expect(await rung(id)).toEqual(['rae on_call', 'tom backup'])
    expect(await takeRequest(at.base.db, as(rae), id)).toMatchObject({
      code: 'stood_aside',
      kind: 'forbidden',
    })
    expect(await takeRequest(at.base.db, as(tom), id)).toMatchObject({ ok: true })
    const contact = { role: 'shift commander', spokenAt: now.add({ minutes: 1 }), overAt: null }
    expect(await recordContact(at.base.db, as(rae), id, contact)).toMatchObject({ code: 'stood_aside' })
    expect(await recordContact(at.base.db, as(tom), id, contact)).toMatchObject({ ok: true })
    const [plan] = await at.base.db.read(at.system, (reader) => loadPlans(reader, { activationId: id }))
    const approval = { startsAt: now.add({ hours: 2 }), place: 'Community room', signOffRole: null }
    expect(await approvePlan(at.deps, as(rae), plan!.id, approval)).toMatchObject({ code: 'stood_aside' })
    // What is kept says that they stood aside, and not why.
    const { rows } = await at.base.admin.query(
      `select string_agg(column_name, ' ' order by column_name) as columns from information_schema.columns
        where table_schema = 'activation' and table_name = 'stood_aside'`,
    )
    expect(rows[0].columns).toBe('account_id activation_id region_id stood_aside_at')
  })

  it('on when the one who took it hands it on, and not when a third one can’t', async () => {
    const { now, id } = await requested()
    await takeRequest(at.base.db, as(rae), id)
    await handOn(at.base.db, as(uma), id, false)
    expect(await rung(id)).toEqual(['rae on_call'])
    await later(now, 2)
    await handOn(at.base.db, as(rae), id, false)
    expect(await rung(id)).toEqual(['rae on_call', 'tom backup'])
    expect(await at.base.db.read(at.system, (reader) => ringingFor(reader, tom))).toContain(id)
    // Who handed on because they could not may take it again.
    expect(await takeRequest(at.base.db, as(rae), id)).toMatchObject({ ok: true })
    expect(await at.base.db.read(at.system, (reader) => ringingFor(reader, tom))).not.toContain(id)
  })

  it('on when whoever took it records no call in the minutes that were promised, and another takes it over', async () => {
    const { now, id } = await requested()
    await takeRequest(at.base.db, as(rae), id)
    await later(now, 14)
    expect(await rung(id)).toEqual(['rae on_call'])
    expect(await takeRequest(at.base.db, as(tom), id)).toMatchObject({ code: 'taken_already' })
    await later(now, 15)
    expect(await rung(id)).toEqual(['rae on_call', 'tom backup'])
    expect(await at.base.db.read(at.system, (reader) => ringingFor(reader, tom))).toContain(id)
    expect(await takeRequest(at.base.db, as(tom), id)).toMatchObject({ ok: true })
    expect(await takeRequest(at.base.db, as(rae), id)).toMatchObject({ code: 'taken_already' })
    expect((await state(id)).takings).toMatchObject([
      { accountId: rae, handedOnAt: now.add({ minutes: 15 }) },
      { accountId: tom, handedOnAt: null },
    ])
    await later(now, 29)
    expect(await rung(id)).toHaveLength(2)
  })

  it('no further because somebody says twice that they can’t, nor before all who were rung together do', async () => {
    const { now, id } = await requested()
    await later(now, 1)
    for (let press = 0; press < 3; press++) await handOn(at.base.db, as(rae), id, false)
    expect(await rung(id)).toEqual(['rae on_call', 'tom backup'])
    await handOn(at.base.db, as(tom), id, false)
    await handOn(at.base.db, as(uma), id, false)
    expect((await rung(id)).slice(2)).toEqual(['uma everybody', 'dr director'])
    await later(now, 20)
    expect(await rung(id)).toHaveLength(8)
    for (const one of [rae, tom, dr]) await handOn(at.base.db, as(one), id, true)
    expect(await rung(id)).toHaveLength(8)
    await handOn(at.base.db, as(uma), id, false)
    expect((await rung(id)).slice(8)).toEqual(['uma director'])
  })

  it('on when somebody turns out to be involved after the call, until another goes on with it', async () => {
    const { now, id } = await requested()
    await recordContact(at.base.db, as(rae), id, { role: 'supervisor', spokenAt: now, overAt: null })
    await handOn(at.base.db, as(rae), id, true)
    expect(await rung(id)).toEqual(['rae on_call', 'tom backup'])
    expect(await takeRequest(at.base.db, as(tom), id)).toMatchObject({ ok: true })
    await later(now, 60)
    expect(await rung(id)).toHaveLength(2)
  })

  it('the next one when whoever writes it down was involved, and nobody when they were not', async () => {
    const { now } = await requested()
    const entered = async (involved: boolean) => {
      const facts = { ...crew(at, now), town: involved ? 'Dunmere' : 'Graywick' }
      const actor = as(rae) as Extract<Actor, { kind: 'account' }>
      const saved = await requestTeam(at.base.db, at.harbor.regionId, facts, null, { actor, involved })
      return (saved as { value: { activationId: ActivationId } }).value.activationId
    }
    const others = await entered(true)
    expect(await rung(others)).toEqual(['tom backup'])
    expect(await takeRequest(at.base.db, as(rae), others)).toMatchObject({ code: 'stood_aside' })
    const own = await entered(false)
    expect(await rung(own)).toEqual([])
    expect((await state(own)).takings).toMatchObject([{ accountId: rae }])
  })

  it('no more once the call is recorded, which also says who has it', async () => {
    const { now, id } = await requested()
    await recordContact(at.base.db, as(uma), id, { role: 'supervisor', spokenAt: now, overAt: null })
    expect((await state(id)).takings).toMatchObject([{ accountId: uma, handedOnAt: null }])
    await later(now, 10)
    expect(await rung(id)).toEqual(['rae on_call'])
  })

  it('nobody of another region, and nobody without the role', async () => {
    const { id } = await requested()
    const foreign: Actor = { ...(as(rae) as Extract<Actor, { kind: 'account' }>), regionId: newId() }
    expect(await takeRequest(at.base.db, foreign, id)).toMatchObject({ code: 'unknown_activation' })
    const peer: Actor = { ...(as(rae) as Extract<Actor, { kind: 'account' }>), roles: ['peer'] }
    for (const tried of [await takeRequest(at.base.db, peer, id), await handOn(at.base.db, peer, id, true)])
      expect(tried).toMatchObject({ code: 'not_allowed', kind: 'forbidden' })
    await ringDue(at.base.db, foreign.regionId)
    expect(await rung(id)).toEqual(['rae on_call'])
  })
})
