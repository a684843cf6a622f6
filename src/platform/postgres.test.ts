import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { copied } from './launcher.server.ts'
import { type Cluster, discard, startCluster } from './postgres.server.ts'

async function ask(cluster: Cluster, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
  await client.connect()
  try {
    return Object.values((await client.query(text)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

describe('the PostgreSQL of a folder', () => {
  let parent: string
  let running: Cluster[] = []
  let others: ChildProcess[] = []
  const folderFor = (mode: number) => {
    parent = mkdtempSync(join(tmpdir(), 'tailboard-pg-'))
    chmodSync(parent, mode)
    const folder = join(parent, 'data')
    mkdirSync(folder)
    return folder
  }
  const start = async (folder: string) => {
    const cluster = await startCluster(folder, { durable: true })
    running.push(cluster)
    return cluster
  }
  afterEach(async () => {
    for (const child of others) child.kill('SIGKILL')
    others = []
    for (const cluster of running.reverse()) await cluster.stop()
    running = []
    discard(parent)
  })

  it('keeps the memory that questions need', async () => {
    const cluster = await start(folderFor(0o755))
    const client = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') })
    await client.connect()
    const { pid } = (await client.query('select pg_backend_pid() as pid')).rows[0]
    const faults = () => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[7])
    // What it is planned with fills some hundred kilobytes.
    const large = `select ${Array.from({ length: 800 }, (_, at) => `n + ${at}`).join(', ')} from generate_series(1, 2) n`
    for (let time = 0; time < 10; time++) await client.query(large)
    const before = faults()
    for (let time = 0; time < 20; time++) await client.query(large)
    expect((faults() - before) / 20).toBeLessThan(5)
    await client.end()
  })

  /** The server's own file, which it removes as its last act. */
  const mark = async (cluster: Cluster) =>
    join(String(await ask(cluster, 'show data_directory')), 'postmaster.pid')
  /** Another process that needs the same cluster. */
  const another = async (folder: string): Promise<ChildProcess> => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../test/harness/attached.ts'), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    others.push(child)
    const said = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    expect(String(said[0])).toBe('attached\n')
    return child
  }

  it('runs until the last one has left, whoever started it', async () => {
    const folder = folderFor(0o755)
    const first = await start(folder)
    const second = await start(folder)
    const file = await mark(second)
    await first.stop()
    expect(await ask(second, 'select 1')).toBe(1)
    await second.stop()
    expect(existsSync(file)).toBe(false)
  })

  it('is one for all who start it for the first time at once', async () => {
    const folder = folderFor(0o755)
    const all = await Promise.all([another(folder), another(folder), start(folder)])
    const file = await mark(all[2])
    await all[2].stop()
    for (const child of [all[0], all[1]]) {
      expect(existsSync(file)).toBe(true)
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(folder)).toEqual(['postgres'])
  })

  it('is stopped by who attached when its starter was killed', async () => {
    const folder = folderFor(0o755)
    const starter = await another(folder)
    const here = await start(folder)
    const file = await mark(here)
    starter.kill('SIGKILL')
    await once(starter, 'exit')
    expect(await ask(here, 'select 1')).toBe(1)
    await here.stop()
    expect(existsSync(file)).toBe(false)
  })

  it('is there again for who comes while it is being stopped', async () => {
    const folder = folderFor(0o755)
    const first = await start(folder)
    const [, next] = await Promise.all([first.stop(), start(folder)])
    expect(await ask(next, 'select 1')).toBe(1)
  })

  it('is adopted with its rows after everything was killed', async () => {
    const folder = folderFor(0o755)
    const killed = await start(folder)
    await ask(killed, 'create table kept (a int)')
    await ask(killed, 'insert into kept values (7)')
    const home = String(await ask(killed, 'show data_directory'))
    const postmaster = Number(readFileSync(join(home, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
    running = []
    const adopted = await start(folder)
    expect(await ask(adopted, 'select a from kept')).toBe(7)
  })

  it.runIf(process.getuid?.() === 0)('starts as root below a folder that only root may enter', async () => {
    const cluster = await start(folderFor(0o700))
    expect(await ask(cluster, 'select 1')).toBe(1)
    const home = String(await ask(cluster, 'show data_directory'))
    expect(execFileSync('stat', ['-c', '%a', home], { encoding: 'utf8' }).trim()).toBe('700')
    // Where no namespace is allowed the cluster moved to a home of its own, which goes with the test.
    if (home.startsWith('/var/lib/tailboard/')) {
      await running.pop()!.stop()
      rmSync(join(home, '..'), { recursive: true, force: true })
    }
  })
})

describe('a copy of the binaries', () => {
  it('has its name only when it is complete, and is made once', () => {
    const parent = mkdtempSync(join(tmpdir(), 'tailboard-copy-'))
    const from = join(parent, 'from')
    const to = join(parent, 'home', 'native-1')
    mkdirSync(from)
    writeFileSync(join(from, 'program'), 'first')
    copied(from, to)
    writeFileSync(join(from, 'program'), 'second')
    copied(from, to)
    expect(readFileSync(join(to, 'program'), 'utf8')).toBe('first')
    expect(() => copied(join(parent, 'missing'), join(parent, 'home', 'native-2'))).toThrow()
    expect(existsSync(join(parent, 'home', 'native-2'))).toBe(false)
    discard(parent)
  })
})
