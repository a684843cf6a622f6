import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { audit } from './audit/index.server.ts'
import { backupCommand, untilStopped } from './backup.server.ts'
import { loadDemoRegion, readDemoRegion } from './demonstration.server.ts'
import { parseConfig } from './platform/config.server.ts'
import { openDb, openPool } from './platform/db.server.ts'
import { migrate, migrationFiles } from './platform/migrate.server.ts'
import { type Cluster, discard, startCluster } from './platform/postgres.server.ts'
import { addRegion } from './region/index.server.ts'
import { restoreCommand } from './restore.server.ts'

/** A host's administrator owns the database and is no superuser: forced row security holds for them too. */
describe('an archive, made and loaded by an owner whom the walls hold', { timeout: 90_000 }, () => {
  const root = join(import.meta.dirname, '..')
  const migrations = join(root, 'migrations')
  const newest = migrationFiles(migrations).at(-1)!
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-archives-'))
  const archive = join(folder, 'whole')
  const quiet = { signal: new AbortController().signal, tell() {} }
  let cluster: Cluster
  let admin: pg.Client
  let made = 0

  const url = (database: string) => cluster.url('host', database)
  const newDatabase = async () => {
    const name = `archives_${made++}`
    await admin.query(`create database ${name} owner host`)
    return name
  }
  const config = (database: string) =>
    parseConfig({ DATABASE_URL: cluster.url('peers', database), DATABASE_ADMIN_URL: url(database) })
  const asked = async <Row extends pg.QueryResultRow>(database: string, text: string) => {
    const client = new pg.Client({ connectionString: cluster.url('postgres', database) })
    await client.connect()
    try {
      return (await client.query<Row>(text)).rows
    } finally {
      await client.end()
    }
  }
  const tried = async (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    const database = await newDatabase()
    const said = await restoreCommand([join(folder, name)], config(database), root, quiet).then(
      ({ text }) => text,
      (error: Error) => error.message,
    )
    return { database, said }
  }
  const touched = async (database: string) =>
    (await asked(database, `select 1 from pg_namespace where nspname = 'roster'`)).length > 0
  /** The archive with its text changed and its digest put right. */
  const rewritten = (change: (text: string) => string) => {
    const [text] = gunzipSync(readFileSync(archive)).toString('utf8').split('sha256 ')
    const changed = change(text!)
    return gzipSync(`${changed}sha256 ${createHash('sha256').update(changed).digest('hex')}\n`)
  }

  let source: string
  let emptied: string
  beforeAll(async () => {
    chmodSync(folder, 0o755)
    cluster = await startCluster(join(folder, 'data'), { durable: false })
    admin = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
    await admin.connect()
    await admin.query('create role host login createrole noinherit')
    await admin.query('create role peers login')
    source = await newDatabase()
    await migrate(url(source), migrations)
    await admin.query('grant tailboard_app, tailboard_auth, tailboard_worker, tailboard_support to peers')
    const db = openDb(openPool({ url: cluster.url('peers', source), role: 'tailboard_app', max: 2 }))
    const demo = join(root, 'demo')
    const day = Temporal.PlainDate.from('2026-11-23')
    await loadDemoRegion(db, demo, readDemoRegion(demo, 'harbor'), day, false)
    for (const [index, slug] of ['coast', 'hills', 'isles', 'shore'].entries()) {
      const named = { slug, name: slug, state: 'MA', timeZone: 'America/New_York', teamPhone: '617-555-0100' }
      const regionId = await addRegion(db, named)
      // Its beginning is the first entry, version 12 of coast the second.
      for (const number of [2, 3, 4, 5])
        await db.write({ kind: 'system', regionId }, (tx) =>
          audit(tx, {
            act: 'policy_changed',
            subject: 'region',
            detail: { version: (index + 1) * 10 + number },
          }),
        )
    }
    await db.close()
    await backupCommand([archive], config(source), quiet)
  })
  afterAll(async () => {
    await admin.end()
    await cluster.stop()
    discard(folder)
  })

  it('holds every region’s rows, and comes back with its walls', async () => {
    const { database, said } = await tried('same', readFileSync(archive))
    expect(said).toMatch(/are back/)
    const rows =
      'select count(*)::int as rows, md5(string_agg(m::text, chr(10) order by id)) from roster.member m'
    const there = await asked<{ rows: number }>(database, rows)
    expect(there).toEqual(await asked(source, rows))
    expect(there[0]!.rows).toBeGreaterThan(20)
    const state = `select relname, relrowsecurity, relforcerowsecurity,
        (select array_agg(tgname || ' ' || tgenabled::text order by tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal)
        from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind = 'r' and nspname in ('region', 'roster', 'activation', 'messaging') order by 1`
    expect(await asked(database, state)).toEqual(await asked(source, state))
    expect(await asked(database, 'select what from tailboard.upkeep')).toEqual([{ what: 'backup' }])
  })

  it('holds no job, no session and no key', () => {
    const text = gunzipSync(readFileSync(archive)).toString('utf8')
    expect(text).toMatch(/^tailboard archive 1\n\{"migration":"/)
    for (const name of ['graphile_worker', 'auth.session', 'auth.sign_in', 'auth.verification', 'door_knock'])
      expect(text).not.toContain(name)
  })

  it('is refused before anything is touched when it is cut off anywhere', async () => {
    const whole = readFileSync(archive)
    for (const length of [0, 5, 300, Math.floor(whole.length / 2), whole.length - 9, whole.length - 1]) {
      const { database, said } = await tried('short', whole.subarray(0, length))
      expect(said, String(length)).toMatch(/is cut off|is no archive/)
      expect(await touched(database)).toBe(false)
    }
  })

  it('is refused when one bit of it is another', async () => {
    const whole = readFileSync(archive)
    for (const at of [0, 40, 700, Math.floor(whole.length / 3), whole.length - 6]) {
      const flipped = Buffer.from(whole)
      flipped[at] = flipped[at]! ^ 4
      const { database, said } = await tried('flipped', flipped)
      expect(said, String(at)).toMatch(/is damaged|is no archive|is cut off/)
      expect(await touched(database)).toBe(false)
    }
  })

  const text = (change: (text: string) => string) => () =>
    gzipSync(change(gunzipSync(readFileSync(archive)).toString()))
  it.each<[string, () => Uint8Array, RegExp]>([
    ['a file of something else', () => Buffer.from('a,b\n1,2\n'), /is no archive of Tailboard/],
    ['another program’s gzip', () => gzipSync('create table a ();\n'), /is no archive of Tailboard/],
    ['a row changed by hand', text((all) => all.replace('Larkfield', 'Larkfeild')), /is damaged/],
    ['two in a row', text((all) => all + all), /is damaged/],
    ['the end of its text missing', text((all) => all.slice(0, -80)), /is cut off/],
    [
      'a newer version’s',
      () => rewritten((all) => all.replace(newest, '9001_later.sql')),
      /newer version \(9001_later.sql.*Install that version or a later one/,
    ],
    ['another make’s', () => rewritten((all) => all.replace(newest, '0001_other.sql')), /of another make/],
    [
      'a head that is none',
      () => rewritten((all) => all.replace('"tables"', '"cables"')),
      /list of contents/,
    ],
    [
      'a count that is not met',
      () => rewritten((all) => all.replace(/"rows":[1-9]\d*/, '"rows":9999')),
      /is damaged/,
    ],
  ])('is refused, and nothing touched: %s', async (_what, bytes, says) => {
    const { database, said } = await tried('odd', bytes())
    expect(said).toMatch(says)
    expect(await touched(database)).toBe(false)
  })

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'a row that refers to nothing',
      (all) =>
        all.replace(/(\n)[0-9a-f-]{36}(\t\S+\t\S+\tAIC\t)/, '$100000000-0000-4000-8000-000000000000$2'),
      /credential_member/,
    ],
    [
      'a table nobody knows',
      (all) => all.replaceAll('roster.agreement', 'roster.agreemint'),
      /tables are not those/,
    ],
    [
      'a column that is a statement',
      (all) => all.replace('"region_id"', '"1) from stdin; --"'),
      /tables are not those/,
    ],
  ])('loads nothing of one with %s', async (_what, change, says) => {
    const { database, said } = await tried('wrong', rewritten(change))
    expect(said).toMatch(says)
    expect(await asked(database, 'select 1 from region.region')).toEqual([])
    emptied = database
  })

  it('loads into a database that another one failed in', async () => {
    expect((await restoreCommand([archive], config(emptied), root, quiet)).text).toMatch(/are back/)
  })

  /** The archive with one table's rows changed, and its count and digest put right. */
  const withRows = (table: string, change: (rows: readonly string[]) => readonly string[]) =>
    rewritten((all) => {
      const [first, head, ...rest] = all.split('\n')
      const from = rest.indexOf(table) + 1
      const until = rest.indexOf('\\.', from)
      const rows = change(rest.slice(from, until))
      const said = JSON.parse(head!) as { tables: { name: string; rows: number }[] }
      said.tables.find(({ name }) => name === table)!.rows = rows.length
      return [first, JSON.stringify(said), ...rest.slice(0, from), ...rows, ...rest.slice(until)].join('\n')
    })

  it('whose trails somebody changed is loaded, told region by region, and ends with 1', async () => {
    const file = join(folder, 'tampered')
    const says = (version: number) => `{"version": ${version}}`
    const bytes = withRows('audit.entry', (rows) =>
      rows
        .map((row) => row.replace(says(13), says(19)))
        .filter((row) => !row.includes(says(24)) && !row.includes(says(45))),
    )
    writeFileSync(file, bytes)
    const database = await newDatabase()
    let said = ''
    const screen = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += text
      return true
    })
    const code = await untilStopped(({ signal }) =>
      restoreCommand([file], config(database), root, { ...quiet, signal }),
    ).finally(() => screen.mockRestore())
    const trails = said.match(/^\w+: .*/gm) ?? []
    expect(trails.map((line) => line.replace(/\d+ entries, (.*); anchor .*/, '$1')).sort()).toEqual([
      'coast: BROKEN at number 3: entry 3 was changed, or what stands before it',
      'harbor: every link holds',
      'hills: BROKEN at number 4: entry 4 is missing',
      'isles: every link holds',
      'shore: BROKEN at number 5: entry 5 is missing',
    ])
    expect(code).toBe(1)
    expect(said).toContain('The audit trail of coast, hills, shore DOES NOT HOLD')
    expect(said).toContain('docs/operations.md says under "A trail that does not hold"')
    expect(said).not.toContain('Start Tailboard:')
    expect(await asked(database, 'select slug from region.region')).toHaveLength(5)
  })

  it('names a place in the operations page that is there', () => {
    expect(readFileSync(join(root, 'docs/operations.md'), 'utf8')).toContain('**A trail that does not hold**')
  })

  it('is not written while a table can’t be read whole', async () => {
    const file = join(folder, 'partly')
    const backup = () => backupCommand([file], config(source), quiet)
    await asked(source, 'drop policy archive_reads on roster.member')
    await expect(backup()).rejects.toThrow('A backup can’t read all of roster.member.')
    await asked(
      source,
      `create policy archive_reads on roster.member for select to tailboard_archive using (name > 'M')`,
    )
    await expect(backup()).rejects.toThrow('A backup can’t read all of roster.member.')
    await asked(source, 'drop policy archive_reads on roster.member')
    await asked(
      source,
      'create policy archive_reads on roster.member for select to tailboard_archive using (true)',
    )
    await backup()
  })
})
