import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { type Database, pendingMigrations, reachDatabase } from './database.server.ts'
import { type Config, ConfigProblem, parseConfig } from './platform/config.server.ts'
import { openPool } from './platform/db.server.ts'
import {
  configurationBroken,
  diagnose,
  exitCode,
  type Facts,
  type Folder,
  mailProblem,
  printed,
} from './platform/doctor.ts'
import { readRoles } from './platform/roles.server.ts'
import { judgeRoles } from './platform/roles.ts'
import { hoursSinceUpkeep } from './platform/upkeep.server.ts'
import { readLibrary } from './training/index.server.ts'

/** `tailboard doctor`: looks at everything a start needs and changes nothing. The answer is the exit code. */
export async function doctorCommand(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
  say: (text: string) => void,
): Promise<number> {
  const lines = await examine(environment, root)
  say(`${lines.map(printed).join('\n')}\n`)
  return exitCode(lines)
}

async function examine(environment: Readonly<Record<string, string | undefined>>, root: string) {
  try {
    const config = parseConfig(environment)
    const [database, mail] = await Promise.all([lookAtDatabase(config, root), tryMail(config.smtpUrl)])
    return diagnose({
      ...database,
      mail,
      phones: config.phones.length,
      publicUrl: config.publicUrl,
      host: config.host,
      proxies: config.trustedProxies !== null,
      securityContact: config.securityContact,
      pushSubject: config.vapid.subject,
      folders: foldersOf(config),
      courses: coursesOf(root),
    })
  } catch (error) {
    if (error instanceof ConfigProblem) return configurationBroken(error.message)
    throw error
  }
}

function coursesOf(root: string): Facts['courses'] {
  const { library, problems } = readLibrary(root)
  return { read: library.courses.length, refused: problems.map(({ file, line }) => `${file}:${line}`) }
}

type DatabaseFacts = Pick<Facts, 'place' | 'database' | 'roles' | 'pending' | 'clockSeconds' | 'upkeep'>

async function lookAtDatabase(config: Config, root: string): Promise<DatabaseFacts> {
  const own = config.databaseUrl === null
  const place = own ? `our own PostgreSQL, in ${config.dataFolder}` : 'the server DATABASE_URL names'
  const unknown = { place, roles: null, pending: null, clockSeconds: null, upkeep: null }
  if (own && !existsSync(join(config.dataFolder, 'postgres'))) return { ...unknown, database: 'absent' }
  let database: Database | null = null
  try {
    database = await reachDatabase(config)
    const { version, clockSeconds } = await meet(database)
    return {
      place,
      database: { version },
      clockSeconds,
      roles: await rolesOf(database),
      pending: await pendingMigrations(database, join(root, 'migrations')),
      upkeep: await upkeepOf(database, config.demo),
    }
  } catch (error) {
    return { ...unknown, database: { problem: reason(error) } }
  } finally {
    await database?.stop()
  }
}

async function meet(database: Database): Promise<{ version: number; clockSeconds: number }> {
  const pool = openPool({ url: database.app, role: null, max: 1 })
  try {
    const { rows } = await pool.query(`select current_setting('server_version_num')::int as version`)
    const before = Date.now()
    const asked = await pool.query('select extract(epoch from clock_timestamp())::float8 as seconds')
    const here = (before + Date.now()) / 2000
    return { version: rows[0].version, clockSeconds: asked.rows[0].seconds - here }
  } finally {
    await pool.end()
  }
}

/** Null before the first migration, which makes the roles. */
async function rolesOf(database: Database): Promise<Facts['roles']> {
  const found = []
  for (const part of ['app', 'auth', 'worker'] as const) {
    const wanted = `tailboard_${part}`
    const pool = openPool({ url: database[part], role: database.setRole ? wanted : null, max: 1 })
    try {
      found.push(await readRoles(async (text) => (await pool.query(text)).rows, wanted, database[part]))
    } catch {
      return null
    } finally {
      await pool.end()
    }
  }
  return judgeRoles(found, database.mode)
}

/** Null before the migration that remembers it. */
async function upkeepOf(database: Database, demo: boolean): Promise<Facts['upkeep']> {
  const pool = openPool({ url: database.app, role: database.setRole ? 'tailboard_app' : null, max: 1 })
  try {
    const hours = await hoursSinceUpkeep(pool)
    const regions = await pool.query('select 1 from region.directory() limit 1')
    return {
      inUse: regions.rowCount === 1 && !demo,
      backupHours: hours.get('backup') ?? null,
      retentionHours: hours.get('retention') ?? null,
    }
  } catch {
    return null
  } finally {
    await pool.end()
  }
}

const patience = 5000

async function tryMail(url: string | null): Promise<Facts['mail']> {
  if (url === null) return 'memory'
  const { hostname, port, protocol, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const server = { host: hostname, port: Number(port || (secure ? 465 : 587)) }
  const transport = nodemailer.createTransport({
    ...server,
    secure,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  })
  try {
    await transport.verify()
    return 'verified'
  } catch (error) {
    return { problem: mailProblem((error as { code?: string }).code, `${server.host}:${server.port}`) }
  } finally {
    transport.close()
  }
}

function foldersOf(config: Config): readonly Folder[] {
  const folder = (path: string, closed: number, strict: boolean): Folder => ({
    path,
    mode: statSync(path, { throwIfNoEntry: false })?.mode ?? null,
    closed,
    strict,
  })
  return [
    folder(config.secretsFolder, 0o077, false),
    ...(config.erasure.url === null && existsSync(config.erasure.folder)
      ? [folder(config.erasure.folder, 0o077, false)]
      : []),
    folder(join(config.secretsFolder, 'installation'), 0o077, true),
    folder(config.dataFolder, 0o022, false),
    // PostgreSQL itself refuses more than this.
    folder(join(config.dataFolder, 'postgres'), 0o027, true),
  ]
}

/** The driver leaves the message empty when every address of a host refused. */
function reason(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || 'no reason given'
}
