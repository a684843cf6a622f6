import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { audit } from './audit.server.ts'
import { loadEntries, verify, verifyNewest } from './entries.server.ts'
import type { Anchor } from './entry.ts'
import { retire } from './retire.server.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.drop())

const member = newId<MemberId>()
const actorIn = (regionId: RegionId) =>
  ({ kind: 'account', accountId: newId<AccountId>(), regionId, roles: ['duty_coordinator'] }) as const
const suspended = { act: 'member_suspended', subject: { member } } as const
const walk = (regionId: RegionId, anchors: readonly Anchor[] = []) =>
  base.db.read({ kind: 'system', regionId }, (reader) => verify(reader, anchors))

/** A region with this many entries. */
async function chainOf(count: number): Promise<RegionId> {
  const regionId = newId<RegionId>()
  for (let made = 0; made < count; made++)
    await base.db.write(actorIn(regionId), (tx) => audit(tx, { ...suspended, detail: { version: made } }))
  return regionId
}

/** As somebody who owns the database could. */
async function tamper(...statements: readonly [text: string, values: unknown[]][]): Promise<void> {
  const client: pg.PoolClient = await base.admin.connect()
  try {
    for (const [text, values] of statements) await client.query(text, values)
  } finally {
    client.release()
  }
}

describe('the chain of a region', () => {
  it('holds after many writers at once, without a gap', async () => {
    const regionId = newId<RegionId>()
    const writers = Array.from({ length: 60 }, (_, index) =>
      base.db.write(actorIn(regionId), async (tx) => {
        await audit(tx, { ...suspended, detail: { version: index } })
        if (index % 3 === 0)
          await audit(tx, { act: 'policy_changed', subject: 'region', detail: { version: index } })
      }),
    )
    await Promise.all(writers)
    const { broken, head } = await walk(regionId)
    expect(broken).toBeNull()
    expect(head.number).toBe(80)
    const entries = await base.db.read({ kind: 'system', regionId }, (reader) => loadEntries(reader, {}, 100))
    expect(entries.map((one) => one.number)).toEqual(Array.from({ length: 80 }, (_, index) => 80 - index))
  })

  it('is held up by nobody who has written but not finished', async () => {
    const regionId = newId<RegionId>()
    await base.db.write(actorIn(regionId), async (tx) => {
      await audit(tx, suspended)
      await base.db.write(actorIn(regionId), (other) => audit(other, suspended))
    })
    expect((await walk(regionId)).head.number).toBe(2)
  })

  it('has no entry of what was undone', async () => {
    const regionId = await chainOf(1)
    const undone = base.db.write(actorIn(regionId), async (tx) => {
      await audit(tx, suspended)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await base.db.write(actorIn(regionId), (tx) => audit(tx, suspended))
    expect((await walk(regionId)).head.number).toBe(2)
    expect((await base.admin.query('select from audit.draft')).rowCount).toBe(0)
  })

  it('is seen by its own region alone', async () => {
    await chainOf(2)
    const other = newId<RegionId>()
    const seen = await base.db.read({ kind: 'system', regionId: other }, async (reader) =>
      Promise.all(
        ['audit.entry', 'audit.head'].map(
          async (table) =>
            (await reader.tables<Record<string, object>>().selectFrom(table).selectAll().execute()).length,
        ),
      ),
    )
    expect(seen).toEqual([0, 0])
  })

  it('says who did it as the transaction knows them', async () => {
    const regionId = newId<RegionId>()
    const actor = actorIn(regionId)
    await base.db.write(actor, (tx) => audit(tx, suspended))
    const [entry] = await base.db.read(actor, (reader) => loadEntries(reader, {}, 1))
    expect(entry).toMatchObject({
      actorKind: 'account',
      actorId: actor.accountId,
      roles: ['duty_coordinator'],
      act: 'member_suspended',
      subjectKind: 'member',
      subjectId: member,
    })
  })
})

describe('tampering', () => {
  it.each([
    [
      'a changed entry',
      3,
      "update audit.entry set act = 'member_selected' where region_id = $1 and number = 3",
    ],
    [
      'a changed detail',
      2,
      `update audit.entry set detail = '{"version": 7}' where region_id = $1 and number = 2`,
    ],
    ['a changed role', 4, "update audit.entry set roles = '{peer}' where region_id = $1 and number = 4"],
    [
      'a moment moved',
      1,
      "update audit.entry set at = at - interval '1 microsecond' where region_id = $1 and number = 1",
    ],
    ['an entry taken out', 3, 'delete from audit.entry where region_id = $1 and number = 3'],
    ['the first taken out', 1, 'delete from audit.entry where region_id = $1 and number = 1'],
    ['the end cut off', 5, 'delete from audit.entry where region_id = $1 and number > 4'],
    [
      'a change with a hash that fits',
      4,
      'update audit.entry set actor_id = null where region_id = $1 and number = 3',
      `update audit.entry e set hash = audit.hash_of(e) where region_id = $1 and number = 3`,
    ],
    [
      'two that changed places',
      2,
      'update audit.entry set number = 5 - number where region_id = $1 and number in (2, 3)',
    ],
    [
      'a beginning removed as if it were too old',
      2,
      'delete from audit.entry where region_id = $1 and number <= 2',
      `update audit.head set retired = 2, retired_hash =
         (select previous from audit.entry where region_id = $1 and number = 3) where region_id = $1`,
    ],
  ] as const)('%s is found, with its number', async (_what, number, ...statements) => {
    const regionId = await chainOf(5)
    expect((await walk(regionId)).broken).toBeNull()
    // The primary key is checked row by row: two can't simply change places.
    await tamper(
      ['alter table audit.entry drop constraint entry_pkey', []],
      ...statements.map((text): [string, unknown[]] => [String(text), [regionId]]),
    )
    const { broken } = await walk(regionId)
    await base.admin.query(
      'alter table audit.entry add constraint entry_pkey primary key (region_id, number)',
    )
    expect(broken?.number).toBe(number)
  })

  it('by cutting off the end together with the head shows to whoever kept an anchor', async () => {
    const regionId = await chainOf(5)
    const { head: anchor } = await walk(regionId)
    await tamper(
      ['delete from audit.entry where region_id = $1 and number > 3', [regionId]],
      [
        `update audit.head set number = 3, hash =
           (select hash from audit.entry where region_id = $1 and number = 3) where region_id = $1`,
        [regionId],
      ],
    )
    expect((await walk(regionId)).broken).toBeNull()
    expect((await walk(regionId, [anchor])).lost).toEqual([anchor])
  })

  it('of the newest entries is found without walking all of them', async () => {
    const regionId = await chainOf(6)
    const newest = () =>
      base.db.read({ kind: 'system', regionId }, async (reader) => (await verifyNewest(reader, 3)).broken)
    expect(await newest()).toBeNull()
    await tamper([
      "update audit.entry set act = 'member_cleared' where region_id = $1 and number = 5",
      [regionId],
    ])
    expect(await newest()).toEqual({ number: 5, what: 'changed' })
  })
})

describe('the application’s role', () => {
  const refused = async (text: string) => {
    const regionId = await chainOf(1)
    await expect(
      base.db.write({ kind: 'system', regionId }, (tx) => tx.tables().executeQuery(compiled(text))),
    ).rejects.toThrow(/permission denied|row-level security/)
  }

  it.each([
    "update audit.entry set act = 'member_cleared'",
    'delete from audit.entry',
    'truncate audit.entry',
    `insert into audit.entry select region_id, number + 1, at, actor_kind, actor_id, roles, act, subject_kind,
       subject_id, detail, hash, sha256('forged') from audit.entry`,
    'update audit.head set number = 0',
    'delete from audit.head',
    'truncate audit.head',
    'select * from audit.draft',
    `insert into audit.draft (region_id, at, actor_kind, roles, act, subject_kind, detail)
       values (tailboard.region(), tailboard.now(), 'system', '{}', 'a', 'region', '{}')`,
    'set role tailboard_audit',
  ])('may not: %s', refused)

  it('is read by pages and backups alone, and nobody logs in as the one that writes it', async () => {
    const { rows } = await base.admin.query(`
      select r.rolname, has_any_column_privilege(r.rolname, 'audit.entry', 'select') as reads,
             has_any_column_privilege(r.rolname, 'audit.entry', 'insert, update')
               or has_table_privilege(r.rolname, 'audit.entry', 'delete, truncate') as writes, r.rolcanlogin
        from pg_roles r where r.rolname like 'tailboard\\_%' order by 1`)
    expect(rows).toEqual([
      { rolname: 'tailboard_app', reads: true, writes: false, rolcanlogin: true },
      // For backups: everything, and nothing of it written.
      { rolname: 'tailboard_archive', reads: true, writes: false, rolcanlogin: false },
      { rolname: 'tailboard_audit', reads: true, writes: true, rolcanlogin: false },
      { rolname: 'tailboard_auth', reads: false, writes: false, rolcanlogin: true },
      { rolname: 'tailboard_keeper', reads: false, writes: false, rolcanlogin: false },
      { rolname: 'tailboard_lookup', reads: false, writes: false, rolcanlogin: false },
      { rolname: 'tailboard_support', reads: false, writes: false, rolcanlogin: true },
      { rolname: 'tailboard_worker', reads: false, writes: false, rolcanlogin: true },
    ])
  })
})

describe('a detail', () => {
  it.each([
    { who: 'Zita Q.' },
    { who: 'zita@example.org' },
    { phone: '617-555-0100' },
    { phone: 6_175_550_100 },
    { said: 'she was there' },
    { said: { role: 'peer' } },
    { 'a name': 'peer' },
    { said: true },
    { said: null },
  ])('that could be somebody’s words is refused: %j', async (detail) => {
    const regionId = newId<RegionId>()
    await expect(
      base.db.write(actorIn(regionId), (tx) => audit(tx, { ...suspended, detail: detail as never })),
    ).rejects.toThrow(/coded/)
  })

  it('of codes, ids and small numbers is kept', async () => {
    const regionId = newId<RegionId>()
    const detail = { role: 'duty_coordinator', rows: 212, plan: newId<string>() }
    await base.db.write(actorIn(regionId), (tx) => audit(tx, { ...suspended, detail }))
    expect((await walk(regionId)).broken).toBeNull()
  })
})

describe('after seven years', () => {
  it('an entry goes, the chain still holds, and an entry says so', async () => {
    const regionId = newId<RegionId>()
    const at = (text: string) => base.setNow(Temporal.Instant.from(text))
    try {
      await at('2026-01-01T00:00:00Z')
      await base.db.write(actorIn(regionId), (tx) => audit(tx, suspended))
      await base.db.write(actorIn(regionId), (tx) => audit(tx, suspended))
      await at('2032-12-31T00:00:00Z')
      expect(await base.db.write({ kind: 'system', regionId }, retire)).toBe(0)
      await base.db.write(actorIn(regionId), (tx) => audit(tx, suspended))
      await at('2033-01-02T00:00:00Z')
      expect(await base.db.write({ kind: 'system', regionId }, retire)).toBe(2)
      const { broken, head } = await walk(regionId)
      expect(broken).toBeNull()
      expect(head).toMatchObject({ number: 4, retired: 2 })
      expect(await base.db.write({ kind: 'system', regionId }, retire)).toBe(0)
    } finally {
      await base.admin.query('update tailboard.clock set now = null')
    }
  })
})

function compiled(text: string) {
  return { sql: text, parameters: [], query: { kind: 'RawNode' }, queryId: { queryId: text } } as never
}
