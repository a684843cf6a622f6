import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, makeWorkerUtils } from 'graphile-worker'
import pg from 'pg'
import { openPool } from './db.server.ts'

/** Cluster-wide roles. None may log in until somebody decides so; none owns a table. */
const clusterRoles = [
  'tailboard_app',
  'tailboard_auth',
  'tailboard_worker',
  'tailboard_support',
  'tailboard_lookup',
  'tailboard_audit',
  'tailboard_archive',
  'tailboard_keeper',
] as const
const logIns: readonly string[] = ['tailboard_app', 'tailboard_auth', 'tailboard_worker', 'tailboard_support']
const migrationLock = 7_261_104_001
const roleLock = 7_261_104_002

export type MigrationReport = { readonly applied: readonly string[]; readonly already: number }

/**
 * Brings the database to the newest numbered file. Safe to run from several installers at once: one
 * advisory lock per database, another in database `postgres` for the roles the whole cluster shares.
 * `canLogIn` is for a cluster of our own, reachable only through its private socket. `until`: the last file to apply.
 */
export async function migrate(
  adminUrl: string,
  folder: string,
  canLogIn = false,
  until: string | null = null,
): Promise<MigrationReport> {
  await createRoles(adminUrl, canLogIn)
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const database = (await client.query('select quote_ident(current_database()) as name')).rows[0]
      .name as string
    await client.query(`grant create, connect on database ${database} to tailboard_worker`)
    await migrateQueue(adminUrl)
    await client.query(
      `create table if not exists public.tailboard_migration (name text primary key, applied_at timestamptz not null default now())`,
    )
    await client.query('grant select on public.tailboard_migration to tailboard_app')
    const done = new Set(
      (await client.query('select name from public.tailboard_migration')).rows.map((row) => row.name),
    )
    const applied: string[] = []
    for (const name of migrationFiles(folder)) {
      if (done.has(name) || (until !== null && name > until)) continue
      await client.query('begin')
      try {
        await client.query(lendCreate)
        await client.query(readFileSync(join(folder, name), 'utf8'))
        await client.query(takeCreateBack)
        await client.query('insert into public.tailboard_migration (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${name} was undone: ${error instanceof Error ? error.message : error}`, {
          cause: error,
        })
      }
      applied.push(name)
    }
    return { applied, already: done.size }
  } finally {
    await client.end()
  }
}

/** The numbered files, in their order. */
export function migrationFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
}

// An administrator who is no superuser (as at most hosts) may give a function away only to a role that could
// create it in that schema. So those may, for as long as one file's transaction lasts.
const givenTo = 'tailboard_worker, tailboard_lookup, tailboard_audit'
const lendCreate = `alter default privileges grant create on schemas to ${givenTo}`
const takeCreateBack = `
  alter default privileges revoke create on schemas from ${givenTo};
  do $$ declare name text; begin
    for name in select nspname from pg_namespace n, aclexplode(nspacl) a
      where a.privilege_type = 'CREATE' and n.nspowner <> a.grantee
        and a.grantee in ('tailboard_worker'::regrole, 'tailboard_lookup'::regrole, 'tailboard_audit'::regrole)
    loop
      execute format('revoke create on schema %I from ${givenTo}', name);
    end loop;
  end $$`

/** graphile-worker's tables belong to the worker's role: their row security lets only their owner through. */
async function migrateQueue(adminUrl: string): Promise<void> {
  const pool = openPool({ url: adminUrl, role: 'tailboard_worker', max: 1 })
  try {
    const queue = await makeWorkerUtils({
      pgPool: pool,
      noPreparedStatements: true,
      logger: new Logger(() => () => {}),
    })
    await queue.migrate()
    await queue.release()
  } finally {
    await pool.end()
  }
}

async function createRoles(adminUrl: string, canLogIn: boolean): Promise<void> {
  const url = new URL(adminUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [roleLock])
    for (const role of clusterRoles) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
      if (known.rowCount === 0) await client.query(`create role ${role} nologin noinherit nobypassrls`)
      if (canLogIn && logIns.includes(role)) await client.query(`alter role ${role} login`)
      await client.query(`grant ${role} to current_user`)
    }
    // The worker removes what is too old in a transaction under that role.
    await client.query('grant tailboard_keeper to tailboard_worker')
  } finally {
    await client.end()
  }
}
