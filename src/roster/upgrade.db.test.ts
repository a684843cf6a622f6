import { chmodSync, copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, migrationFiles } from '../platform/migrate.server.ts'
import { type Cluster, discard, startCluster } from '../platform/postgres.server.ts'

/** At a host whose administrator owns the tables and is no superuser, so that the walls hold against them too. */
describe('a roster that is older than decisions', () => {
  const all = join(import.meta.dirname, '../../migrations')
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-upgrade-'))
  const earlier = join(folder, 'earlier')
  let cluster: Cluster
  let admin: pg.Client
  beforeAll(async () => {
    chmodSync(folder, 0o755)
    mkdirSync(earlier)
    const names = migrationFiles(all)
    const until = names.findIndex((name) => name.endsWith('_members.sql'))
    for (const name of names.slice(0, until)) copyFileSync(join(all, name), join(earlier, name))
    cluster = await startCluster(join(folder, 'data'), { durable: false })
    const maker = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
    await maker.connect()
    await maker.query('create role host login createrole')
    await maker.query('create database older owner host')
    await maker.end()
    await migrate(cluster.url('host', 'older'), earlier)
    admin = new pg.Client({ connectionString: cluster.url('postgres', 'older') })
    await admin.connect()
  })
  afterAll(async () => {
    await admin.end()
    await cluster.stop()
    discard(folder)
  })

  it('keeps everybody on the team, and every end that stood in a column', async () => {
    await admin.query(`
      insert into region.region (region_id, slug, name, state, time_zone, team_phone)
        values (gen_random_uuid(), 'older', 'Older', 'MA', 'America/New_York', '617-555-0100');
      insert into roster.member (region_id, id, name, email, role, disciplines, town, joined_at)
        select region_id, gen_random_uuid(), 'Kit A.', 'kit@peers.example', 'mhp', '{fire}', 'Larkfield', '2025-03-04'
          from region.region;
      insert into roster.designation (region_id, id, member_id, document, designated_on, ended_on)
        select region_id, gen_random_uuid(), id, 'letter', '2025-01-01', ended
          from roster.member, unnest(array[null, '2025-06-01'::date]) ended;
      insert into roster.suspension (region_id, id, member_id, starts_at, ends_at)
        select region_id, gen_random_uuid(), id, '2025-07-01', ended
          from roster.member, unnest(array[null, '2025-08-01'::timestamptz]) ended`)
    const { applied } = await migrate(cluster.url('host', 'older'), all)
    expect(applied[0]).toMatch(/_members\.sql$/)
    const rows = async (text: string) =>
      (await admin.query(text)).rows.map((row) => Object.values(row).join())
    expect(await rows('select selected_on::text, decided_by from roster.selection')).toEqual(['2025-03-04,'])
    expect(await rows('select ended_on::text from roster.designation_end')).toEqual(['2025-06-01'])
    expect(await rows('select ground from roster.suspension')).toEqual(['not_recorded', 'not_recorded'])
    expect(
      await rows(`select ground, (reinstated_at at time zone 'UTC')::date::text from roster.reinstatement`),
    ).toEqual(['not_recorded,2025-08-01'])
    const open = `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where nspname = 'roster' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`
    expect(await rows(open)).toEqual([])
  })
})
