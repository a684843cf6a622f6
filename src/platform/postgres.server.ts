import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { chooseLauncher, initialise, type Launcher, launch } from './launcher.server.ts'

/**
 * The PostgreSQL that comes as an npm package, run for one folder. Listens on a private socket only.
 * The first process starts it, others attach, and the last to leave stops it, whoever started it: so a
 * cluster that a killed process left behind is stopped in order by the next one.
 */
export type Cluster = {
  /** Address of a database in it, for a role. */
  url(role: string, database: string): string
  /** Leaves it; stops it when no other process is attached. */
  stop(): Promise<void>
}

/** Held in database `postgres`: shared by each attached process, exclusive by the one that stops the cluster. */
const attachLock = 7_261_104_003

/** `durable: false` turns syncing off: right for throwaway tests, never for data somebody wants back. */
export async function startCluster(folder: string, options: { readonly durable: boolean }): Promise<Cluster> {
  const launcher = chooseLauncher(resolve(folder))
  const socket = join(
    tmpdir(),
    `tailboard-${createHash('sha256').update(launcher.data).digest('hex').slice(0, 12)}`,
  )
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  if (launcher.owner !== null) chownSync(socket, launcher.owner.uid, launcher.owner.gid)
  const url = (role: string, database: string) =>
    `postgres://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`
  const admin = url('postgres', 'postgres')
  const guard = await attachOrStart(admin, launcher, socket, options.durable)
  return { url, stop: () => leave(guard, admin, launcher.data) }
}

async function attachOrStart(
  admin: string,
  launcher: Launcher,
  socket: string,
  durable: boolean,
): Promise<Guard> {
  let child: Started | null = null
  for (let tries = 0; tries < 600; tries++) {
    const guard = await attach(admin)
    if (guard !== null) {
      child?.letGo()
      return guard
    }
    if (child?.ended()) {
      // Another process was first, or the last one is still stopping its server: look again.
      if (!child.told().includes('postmaster.pid'))
        throw new Error(`PostgreSQL stopped while starting:\n${child.told()}`)
      child = null
      await pause(200)
    } else if (child === null) {
      initialise(launcher)
      child = start(launcher, socket, durable)
    }
    await pause(25)
  }
  throw new Error(`PostgreSQL did not answer within 15 seconds:\n${child?.told() ?? ''}`)
}

/** The driver's types leave these two out: whether an open connection keeps the process from ending. */
type Guard = pg.Client & { ref(): void; unref(): void }

/** A connection that shows for as long as it lives that this process needs the cluster. Null when none answers. */
async function attach(admin: string): Promise<Guard | null> {
  const guard = new pg.Client({ connectionString: admin, connectionTimeoutMillis: 2000 }) as Guard
  guard.on('error', () => {})
  try {
    await guard.connect()
    // Waits while the last process is stopping the server, and is then cut with everybody else.
    await guard.query('select pg_advisory_lock_shared($1)', [attachLock])
    guard.unref()
    return guard
  } catch {
    await guard.end().catch(() => {})
    return null
  }
}

/** SIGINT is PostgreSQL's fast shutdown: clients are cut, everything committed is on disk. */
async function leave(guard: Guard, admin: string, data: string): Promise<void> {
  const last = await isLast(guard).catch(async () => {
    // The guard's connection broke, or we left already: ask on a fresh one.
    const again = await attach(admin)
    return again !== null && (await isLast(again))
  })
  if (!last) return
  const stopped = serverOf(data)
  if (stopped === null) return
  process.kill(stopped, 'SIGINT')
  // The server removes its file as its last act, and whoever waited may have started the next one before we look. Its pid
  // could stay a zombie where nobody collects those.
  for (let tries = 0; serverOf(data) === stopped; tries++) {
    if (tries > 2400) throw new Error('PostgreSQL did not stop within a minute.')
    await pause(25)
  }
}

/** The process id of the server that runs on this data, as its file says; null when none does. */
function serverOf(data: string): number | null {
  const file = join(data, 'postmaster.pid')
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0])
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

/** True, with the cluster kept for this process alone, when no other one is attached; else the guard is gone. */
async function isLast(guard: Guard): Promise<boolean> {
  guard.ref()
  await guard.query('select pg_advisory_unlock_shared($1)', [attachLock])
  const { rows } = await guard.query('select pg_try_advisory_lock($1) as alone', [attachLock])
  if (rows[0].alone !== true) await guard.end()
  return rows[0].alone === true
}

type Started = { ended(): boolean; told(): string; letGo(): void }

function start(launcher: Launcher, socket: string, durable: boolean): Started {
  const settings = [
    'listen_addresses=',
    'max_connections=100',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
  const { command, rest, options } = launch(launcher, 'postgres', [
    '-D',
    launcher.data,
    '-k',
    socket,
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  // A process group of its own: Ctrl-C reaches us first, and we stop it in order.
  const child: ChildProcess = spawn(command, rest, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let told = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-4000)
  })
  return {
    ended: () => child.exitCode !== null || child.signalCode !== null,
    told: () => told,
    letGo() {
      // It may outlive this process. What it would say later carries rows' contents: nobody keeps it.
      child.stderr?.destroy()
      child.unref()
    },
  }
}

/** Removes a throwaway cluster's folder. */
export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
