import { join } from 'node:path'
import pg from 'pg'
import { type Config, ConfigProblem } from './platform/config.server.ts'
import { openPool } from './platform/db.server.ts'
import { migrate, migrationFiles } from './platform/migrate.server.ts'
import { startCluster } from './platform/postgres.server.ts'
import type { Mode } from './platform/roles.ts'

export type Addresses = {
  readonly app: string
  readonly auth: string
  readonly worker: string
  readonly support: string
  /** Connections become their role after the login; false where each role logs in itself. */
  readonly setRole: boolean
}

export type Database = Addresses & {
  /** Who migrates. */
  readonly admin: string
  readonly mode: Mode
  stop(): Promise<void>
}

/** The database as it stands: ours, in the data folder, or the one that DATABASE_URL names. */
export async function reachDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl !== null) {
    const url = config.databaseUrl
    return {
      app: url,
      auth: url,
      worker: url,
      support: url,
      setRole: true,
      admin: config.adminUrl ?? url,
      mode: config.adminUrl === null ? 'one' : 'two',
      stop: async () => {},
    }
  }
  const cluster = await startCluster(config.dataFolder, { durable: true })
  const url = (role: string) => cluster.url(role, 'postgres')
  return {
    app: url('tailboard_app'),
    auth: url('tailboard_auth'),
    worker: url('tailboard_worker'),
    support: url('tailboard_support'),
    setRole: false,
    admin: url('postgres'),
    mode: 'own',
    stop: cluster.stop,
  }
}

/** Reaches the database and brings it up to date, before anything is served. */
export async function openDatabase(config: Config, root: string): Promise<Database> {
  const database = await reachDatabase(config)
  const folder = join(root, 'migrations')
  try {
    await migrate(database.admin, folder, database.mode === 'own')
    return database
  } catch (error) {
    const forbidden = error instanceof pg.DatabaseError && error.code === '42501'
    // A process that is given the application's address alone runs on what an administrator migrated.
    if (forbidden && (await pendingMigrations(database, folder))?.length === 0) return database
    await database.stop()
    if (!forbidden || database.mode === 'own') throw error
    throw new ConfigProblem(
      database.mode === 'two'
        ? `The login of DATABASE_ADMIN_URL may not bring the database up to date: ${error.message}. It should own the database and have CREATEROLE.`
        : 'The login of DATABASE_URL may not bring the database up to date. Set DATABASE_ADMIN_URL to a login that owns the database and has CREATEROLE, or run "npx tailboard migrate" with it first.',
    )
  }
}

/** Files not applied yet, as the application sees it; null when that can't be told. */
export async function pendingMigrations(
  database: Addresses,
  folder: string,
): Promise<readonly string[] | null> {
  const role = database.setRole ? 'tailboard_app' : null
  const pool = openPool({ url: database.app, role, max: 1 })
  try {
    const { rows } = await pool.query('select name from public.tailboard_migration')
    const done = new Set(rows.map((row) => row.name))
    return migrationFiles(folder).filter((name) => !done.has(name))
  } catch {
    return null
  } finally {
    await pool.end()
  }
}
