import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { type Actor, type Role, roles } from '../platform/actor.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { policyCommand } from './commands.ts'
import { addRegion, changePolicy, loadPolicy, policyHistory } from './index.server.ts'
import { defaultPolicy } from './policy.ts'
import type { Change } from './policyChange.ts'

const now = Temporal.Instant.from('2026-11-24T03:00:00Z')
const longer = [{ path: 'windows.defusing.closes', new: 14 }] as const

describe('deciding a region’s policy', () => {
  let base: TestDatabase
  let regions = 0
  beforeAll(async () => {
    base = await freshDatabase()
    await base.setNow(now)
  })
  afterAll(() => base.drop())

  const region = (policy = {}) =>
    addRegion(base.db, {
      slug: `region-${++regions}`,
      name: 'Fictional',
      state: 'MA',
      timeZone: 'America/New_York',
      teamPhone: '617-555-0100',
      policy,
    })
  const actor = (regionId: RegionId, ...held: Role[]) => ({
    kind: 'account' as const,
    accountId: newId<AccountId>(),
    regionId,
    roles: held,
  })
  const policyOf = (regionId: RegionId, version?: number) =>
    base.db.read({ kind: 'system', regionId }, (reader) => loadPolicy(reader, version))
  const historyOf = (regionId: RegionId) => base.db.read({ kind: 'system', regionId }, policyHistory)
  const codeOf = async (outcome: ReturnType<typeof changePolicy>) => {
    const answer = await outcome
    return answer.ok ? 'done' : [answer.code, answer.field].filter(Boolean).join(' ')
  }

  it('adds a version and leaves the ones before as they were', async () => {
    const here = await region()
    const lena = actor(here, 'clinical_director')
    const changed = await changePolicy(base.db, lena, 1, longer)
    expect(changed).toEqual({ ok: true, value: { version: 2 } })
    expect((await policyOf(here)).policy.windows.defusing.closes).toBe(14)
    expect(await policyOf(here, 1)).toEqual({ version: 1, policy: defaultPolicy })

    await base.setNow(now.add({ hours: 2 }))
    const kim = actor(here, 'administrator')
    await changePolicy(base.db, kim, 2, [
      { path: 'travel.kind', new: 'fixed' },
      { path: 'travel.minutes', new: 25 },
    ])
    expect(await historyOf(here)).toEqual([
      {
        version: 3,
        decidedAt: now.add({ hours: 2 }),
        decidedBy: kim.accountId,
        changes: [
          { path: 'travel.kind', old: 'distance', new: 'fixed' },
          { path: 'travel.kilometresPerHour', old: 40, new: null },
          { path: 'travel.minutes', old: null, new: 25 },
        ],
      },
      {
        version: 2,
        decidedAt: now,
        decidedBy: lena.accountId,
        changes: [{ path: 'windows.defusing.closes', old: 12, new: 14 }],
      },
      { version: 1, decidedAt: now, decidedBy: null, changes: [] },
    ])
    await base.setNow(now)
  })

  it('lets one of two who decide at once, and tells the other', async () => {
    const here = await region()
    const lena = actor(here, 'clinical_director')
    const both = await Promise.all([
      codeOf(changePolicy(base.db, lena, 1, longer)),
      codeOf(changePolicy(base.db, actor(here, 'administrator'), 1, [{ path: 'restHours', new: 24 }])),
    ])
    expect(both.sort()).toEqual(['changed_meanwhile', 'done'])
    expect(await codeOf(changePolicy(base.db, lena, 1, [{ path: 'restHours', new: 36 }]))).toBe(
      'changed_meanwhile',
    )
    expect(await codeOf(changePolicy(base.db, lena, 3, [{ path: 'restHours', new: 36 }]))).toBe(
      'changed_meanwhile',
    )
    expect(await historyOf(here)).toHaveLength(2)
  })

  it('meets the row of who was faster even when both looked before either wrote', async () => {
    const here = await region()
    const writer = await base.admin.connect()
    try {
      await writer.query('begin')
      await writer.query(
        `insert into region.policy (region_id, version, settings) select region_id, 2, settings
           from region.policy where region_id = $1`,
        [here],
      )
      const waiting = codeOf(changePolicy(base.db, actor(here, 'administrator'), 1, longer))
      await expect
        .poll(async () => {
          const held = await base.admin.query(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
          return held.rowCount
        })
        .toBeGreaterThan(0)
      await writer.query('commit')
      expect(await waiting).toBe('changed_meanwhile')
    } finally {
      writer.release()
    }
  })

  it('is for administrators and the clinical director', async () => {
    const here = await region()
    const deciders = ['administrator', 'clinical_director']
    for (const role of roles.filter((one) => !deciders.includes(one)))
      expect([role, await codeOf(changePolicy(base.db, actor(here, role), 1, longer))]).toEqual([
        role,
        'not_allowed',
      ])
    const others: Actor[] = [
      { kind: 'system', regionId: here },
      { kind: 'visitor', regionId: here },
    ]
    for (const one of others) expect(await codeOf(changePolicy(base.db, one, 1, longer))).toBe('not_allowed')
    expect(await historyOf(here)).toHaveLength(1)
  })

  it('reaches the actor’s own region only', async () => {
    const [here, there] = [await region(), await region()]
    const changed = await codeOf(changePolicy(base.db, actor(there, 'administrator'), 1, longer))
    expect(changed).toBe('done')
    expect(await historyOf(here)).toHaveLength(1)
    expect((await policyOf(here)).policy).toEqual(defaultPolicy)
    expect(await historyOf(there)).toHaveLength(2)
  })

  it.each<[string, readonly Pick<Change, 'path' | 'new'>[], string]>([
    ['nothing new', [{ path: 'restHours', new: 48 }], 'nothing_changed'],
    ['half an hour', [{ path: 'restHours', new: 0.5 }], 'value_refused restHours'],
    [
      'no certificate at all',
      [{ path: 'standing.certificates.peer', new: [] }],
      'value_refused standing.certificates.peer',
    ],
    [
      'a window turned round',
      [{ path: 'windows.cisd.opens', new: 100 }],
      'contradicts_itself windows.cisd.opens',
    ],
  ])('refuses %s', async (_what, changes, code) => {
    const here = await region()
    expect(await codeOf(changePolicy(base.db, actor(here, 'administrator'), 1, changes))).toBe(code)
    expect(await historyOf(here)).toHaveLength(1)
  })

  it('never changes or drops a version, whoever asks', async () => {
    const here = await region()
    for (const statement of ['update region.policy set version = 9', 'delete from region.policy'])
      await expect(
        base.db.write({ kind: 'system', regionId: here }, async (tx) => {
          await sql.raw(statement).execute(tx.tables())
        }),
      ).rejects.toThrow(/permission denied/)
  })

  it('refuses a region whose first policy contradicts itself, naming the settings', async () => {
    await expect(region({ windows: { defusing: { opens: 0, idealUntil: 20, closes: 12 } } })).rejects.toThrow(
      /windows\.defusing\.idealUntil.*windows\.defusing\.closes/,
    )
    await expect(region({ restHours: 'long' })).rejects.toThrow(/restHours/)
  })

  it('is told on the command line, the defaults without a database', async () => {
    const here = await region()
    await changePolicy(base.db, actor(here, 'administrator'), 1, longer)
    const never = () => Promise.reject(new Error('no database was needed'))
    expect(await policyCommand(['explain'], never)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/defusing\.closes +12 +hours/),
    })
    const own = await policyCommand(['explain', '--region', `region-${regions}`], (work) => work(base.db))
    expect(own.text).toMatch(/^Fictional: version 2 .*defusing\.closes \* +14 +12 +hours/s)
    const nowhere = await policyCommand(['explain', '--region', 'nowhere'], (work) => work(base.db))
    expect(nowhere).toMatchObject({ code: 2, text: expect.stringMatching(/no region "nowhere"/) })
    for (const args of [[], ['print'], ['explain', 'more'], ['explain', '--regoin', 'x']])
      expect(await policyCommand(args, never)).toMatchObject({
        code: 2,
        text: expect.stringMatching(/^tailboard policy explain/),
      })
  })
})
