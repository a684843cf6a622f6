import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../platform/db.server.ts'
import { begin } from './beginning.server.ts'
import { keysInFolder, keysInPostgres } from './erasureKeys.server.ts'
import { openSupport, type SupportBase } from './support.testing.ts'

const now = Temporal.Instant.from('2026-11-29T08:12:00Z')

describe('the wall around support', () => {
  let at: SupportBase
  let support: pg.Pool
  let app: pg.Pool
  beforeAll(async () => {
    at = await openSupport(now)
    support = openPool({ url: at.base.url('tailboard_support'), role: null, max: 2 })
    app = openPool({ url: at.base.url('tailboard_app'), role: null, max: 2 })
    await begin(at.stores, at.regionId, at.beginning([at.peers[0]!]))
  })
  afterAll(async () => {
    await support?.end()
    await app?.end()
    await at?.stop()
  })
  const inRegion = async (pool: pg.Pool, text: string, region: string = at.regionId) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('tailboard.region', $1, true)`, [region])
      return (await client.query(text)).rows
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it('lets the role of conversations read nothing of anybody but what peers show', async () => {
    const { rows: tables } = await at.base.admin.query(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
    )
    const readable: string[] = []
    for (const { name } of tables)
      await inRegion(support, `select 1 from ${name} limit 1`).then(
        () => readable.push(name),
        () => {},
      )
    expect(readable.sort()).toEqual([
      'support.consultation',
      'support.conversation',
      'support.message',
      'support.notice_shown',
      'support.peer',
      'support.tally',
      'support.tally_moved',
      'support.tally_waiting',
      'tailboard.clock',
    ])
    for (const change of [
      `update support.peer set published = false`,
      `insert into support.peer_wrap (region_id, id, member_id, kind, wrapped) select region_id, gen_random_uuid(), member_id, 'words', key_signature from support.peer`,
      'delete from support.peer',
    ])
      await expect(inRegion(support, change)).rejects.toThrow(/permission denied/)
  })

  it('lets the application read no conversation, in whatever region it says it is', async () => {
    for (const table of [
      'support.consultation',
      'support.conversation',
      'support.message',
      'support.notice_shown',
    ])
      for (const verb of [`select 1 from ${table}`, `delete from ${table}`])
        await expect(inRegion(app, verb)).rejects.toThrow(/permission denied/)
  })

  it('shows rows of the region that is set, and none without one', async () => {
    expect(await inRegion(support, 'select 1 from support.conversation')).toHaveLength(1)
    for (const table of ['support.conversation', 'support.message', 'support.peer']) {
      expect(await inRegion(support, `select 1 from ${table}`, randomUUID())).toEqual([])
      expect((await support.query(`select 1 from ${table}`)).rows).toEqual([])
    }
  })

  it('lets whoever works here become nobody who reads more', async () => {
    for (const role of [
      'tailboard_app',
      'tailboard_auth',
      'tailboard_worker',
      'tailboard_lookup',
      'tailboard_archive',
    ])
      await expect(support.query(`set role ${role}`)).rejects.toThrow(/permission denied/)
  })
})

describe('keys that are destroyed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-keys-'))
  let at: SupportBase
  beforeAll(async () => {
    at = await openSupport(now)
  })
  afterAll(async () => {
    await at?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const kinds = [
    ['a folder', () => keysInFolder(join(folder, 'keys'))],
    [
      'a second PostgreSQL',
      () => keysInPostgres(openPool({ url: at.base.url('postgres'), role: null, max: 3 })),
    ],
  ] as const

  it.each(kinds)('are made once in %s, read back whole, and gone for good', async (_where, open) => {
    const keys = open()
    const [one, other] = [randomUUID(), randomUUID()]
    expect(await keys.list()).toEqual([])
    expect(await keys.read(one)).toBeNull()
    await keys.destroy(one)
    const many = await Promise.all(Array.from({ length: 8 }, () => keys.make(one)))
    const [key] = many.filter((made) => made !== null)
    expect(many.filter((made) => made !== null)).toHaveLength(1)
    expect(await keys.make(other)).toHaveLength(32)
    expect(await keys.read(one)).toEqual(key)
    expect([...(await keys.list())].sort()).toEqual([one, other].sort())
    await keys.destroy(one)
    await keys.destroy(one)
    expect([await keys.read(one), await keys.list()]).toEqual([null, [other]])
    await keys.destroy(other)
    await keys.close()
  })

  it('stand in no folder that others may read, and under no name that leads elsewhere', async () => {
    const open = join(folder, 'open')
    mkdirSync(open, { mode: 0o755 })
    await expect(keysInFolder(open).make(randomUUID())).rejects.toThrow(/chmod 700/)
    const keys = keysInFolder(join(folder, 'keys'))
    for (const id of ['../secrets/installation', '018f2f5e-7d2a-7c3b-9a4e-5f6a7b8c9d0e', ''])
      await expect(keys.make(id)).rejects.toThrow(/random UUID/)
    expect(readdirSync(join(folder, 'keys'))).toEqual([])
  })
})
