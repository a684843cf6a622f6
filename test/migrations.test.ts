import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate } from '../src/platform/migrate.server.ts'
import { freshDatabase, type TestDatabase } from './harness/database.ts'

const folder = join(import.meta.dirname, '../migrations')
const files = readdirSync(folder).sort()

/** Schemas that hold a region's rows. `auth` and `graphile_worker` know no region; `tailboard` is the ground. */
const regional = `n.nspname not in ('auth', 'graphile_worker', 'tailboard', 'public', 'information_schema')
  and n.nspname not like 'pg\\_%'`

function clusterUrl(role: string, database: string): string {
  const pattern = inject('cluster').replaceAll('%7B', '{').replaceAll('%7D', '}')
  return pattern.replace('{role}', role).replace('{database}', database)
}

describe('the list of migrations', () => {
  it('is numbered from one without a gap', () => {
    expect(files.length).toBeGreaterThan(7)
    expect(files.filter((name) => !/^\d{4}_[a-z_]+\.sql$/.test(name))).toEqual([])
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1))
  })

  it('is applied once by four installers that start together on an empty database', async () => {
    const name = `raced_${process.pid}`
    const maker = new pg.Client({ connectionString: clusterUrl('postgres', 'postgres') })
    await maker.connect()
    await maker.query(`create database ${name}`)
    try {
      const url = clusterUrl('postgres', name)
      const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder, true)))
      expect(reports.flatMap((report) => report.applied)).toEqual(files)
      expect(reports.filter((report) => report.already === files.length)).toHaveLength(3)
      expect(await migrate(url, folder, true)).toEqual({ applied: [], already: files.length })
    } finally {
      await maker.query(`drop database ${name} with (force)`)
      await maker.end()
    }
  })
})

describe('an installation that is older', () => {
  it('draws the ids of ways to open a peer’s keys anew, since they told a moment', async () => {
    const name = `older_${process.pid}`
    const first = mkdtempSync(join(tmpdir(), 'tailboard-older-'))
    const older = clusterUrl('postgres', name)
    const before = files.filter((file) => file < '0047')
    for (const file of before) copyFileSync(join(folder, file), join(first, file))
    const cluster = new pg.Client({ connectionString: clusterUrl('postgres', 'postgres') })
    await cluster.connect()
    await cluster.query(`create database ${name}`)
    const there = new pg.Client({ connectionString: older })
    try {
      expect((await migrate(older, first, true)).applied).toEqual(before)
      await there.connect()
      // Whose they are is not asked here.
      await there.query('set session_replication_role = replica')
      const told = '019ace42-7d2a-7c3b-9a4e-5f6a7b8c9d0e'
      await there.query(
        `insert into support.peer_wrap (region_id, id, member_id, kind, wrapped)
         values (gen_random_uuid(), $1, gen_random_uuid(), 'words', $2)`,
        [told, Buffer.alloc(94)],
      )
      await migrate(older, folder, true)
      const { rows } = await there.query('select id, octet_length(wrapped) as bytes from support.peer_wrap')
      expect(rows).toEqual([{ id: expect.stringMatching(/^.{14}4/), bytes: 94 }])
      const again = there.query('update support.peer_wrap set id = $1', [told])
      await expect(again).rejects.toThrow(/peer_wrap_id_random/)
      const { rows: walls } = await there.query(
        `select relforcerowsecurity as forced from pg_class where oid = 'support.peer_wrap'::regclass`,
      )
      expect(walls).toEqual([{ forced: true }])
    } finally {
      await there.end()
      await cluster.query(`drop database ${name} with (force)`)
      await cluster.end()
      rmSync(first, { recursive: true })
    }
  }, 60_000)
})

describe('the migrated database', () => {
  let base: TestDatabase
  let app: pg.Client
  type Table = { name: string; forced: boolean; first: string | null; readable: boolean }
  let tables: readonly Table[]

  beforeAll(async () => {
    base = await freshDatabase()
    app = new pg.Client({ connectionString: base.url('tailboard_app') })
    await app.connect()
    const found = await base.admin.query<Table>(`
      select format('%I.%I', n.nspname, c.relname) as name,
             c.relrowsecurity and c.relforcerowsecurity as forced,
             (select a.attname from pg_index i
                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
               where i.indrelid = c.oid and i.indisprimary) as first,
             has_table_privilege('tailboard_app', c.oid, 'select') as readable
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${regional} order by 1`)
    tables = found.rows
  })
  afterAll(async () => {
    await app.end()
    await base.drop()
  })

  it('walls in every table of a region, even against its owner', () => {
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter((table) => !table.forced).map((table) => table.name)).toEqual([])
  })

  it('begins every primary key with the region', () => {
    expect(tables.filter((table) => table.first !== 'region_id').map((table) => table.name)).toEqual([])
  })

  it('begins every foreign key to such a table with the region', async () => {
    const strays = await base.admin.query(`
      select conrelid::regclass::text as name, conname
        from pg_constraint k join pg_class c on c.oid = k.confrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where k.contype = 'f' and ${regional} and a.attname <> 'region_id'`)
    expect(strays.rows).toEqual([])
  })

  it('compares the region in every policy of the application', async () => {
    const open = await base.admin.query(`
      select format('%s.%s', schemaname, tablename) as name, policyname from pg_policies
       where roles && '{tailboard_app,public}'::name[] and schemaname not in ('graphile_worker')
         and coalesce(qual, with_check) not like '%tailboard.region()%'`)
    expect(open.rows).toEqual([])
  })

  it('shows the application no row while no region is set, though the tables are full', async () => {
    await base.admin.query(`
      insert into region.region (region_id, slug, name, state, time_zone, team_phone)
      values (gen_random_uuid(), 'harbor', 'Harbor', 'MA', 'America/New_York', '617-555-0100')`)
    expect((await base.admin.query('select 1 from region.region')).rowCount).toBe(1)
    const readable = tables.filter((table) => table.readable)
    expect(readable.length).toBeGreaterThan(15)
    for (const table of readable)
      expect((await app.query(`select 1 from ${table.name}`)).rowCount, table.name).toBe(0)
  })

  it('lets the application own nothing and rule nobody', async () => {
    const owned = await base.admin.query(`
      select relname from pg_class where relowner = 'tailboard_app'::regrole
      union all select proname from pg_proc where proowner = 'tailboard_app'::regrole
      union all select nspname from pg_namespace where nspowner = 'tailboard_app'::regrole`)
    expect(owned.rows).toEqual([])
    const role = await base.admin.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit,
             (select count(*)::int from pg_auth_members where member = r.oid) as memberships
        from pg_roles r where rolname = 'tailboard_app'`)
    expect(role.rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolinherit: false,
        memberships: 0,
      },
    ])
  })

  it('keeps accounts and sessions from the application', async () => {
    const kept = await base.admin.query(`select tablename from pg_tables where schemaname = 'auth'`)
    expect(kept.rowCount).toBeGreaterThan(3)
    await expect(app.query('select 1 from auth.session')).rejects.toThrow(/permission denied/)
    const readable = await base.admin.query(`
      select tablename from pg_tables where schemaname = 'auth'
         and has_table_privilege('tailboard_app', format('%I.%I', schemaname, tablename), 'select')`)
    expect(readable.rows).toEqual([])
  })

  it('takes jobs of the application through its one door only', async () => {
    const direct = app.query(`select graphile_worker.add_job('planted', '{}'::json)`)
    await expect(direct).rejects.toThrow(/permission denied/)
    await app.query(`select tailboard.enqueue('planted', '{"id": 1}'::jsonb, 'once')`)
    await app.query(`select tailboard.enqueue('planted', '{"id": 2}'::jsonb, 'once')`)
    const jobs = await base.admin.query(`select task_identifier, max_attempts from graphile_worker.jobs`)
    expect(jobs.rows).toEqual([{ task_identifier: 'planted', max_attempts: 12 }])
  })

  it('fixes the search path of every function that runs with its owner’s rights', async () => {
    const loose = await base.admin.query(`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname <> 'graphile_worker' and n.nspname not like 'pg\\_%'
         and not coalesce(p.proconfig::text like '%search_path=pg_catalog, pg_temp%', false)`)
    expect(loose.rows).toEqual([])
  })
})
