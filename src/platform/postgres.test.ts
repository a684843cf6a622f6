import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
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
    for (const cluster of running.reverse()) await cluster.stop()
    running = []
    discard(parent)
  })

  it('is started by the first and joined by the second, who doesn’t stop it', async () => {
    const folder = folderFor(0o755)
    const first = await start(folder)
    const second = await start(folder)
    expect([first.ours, second.ours]).toEqual([true, false])
    await second.stop()
    expect(await ask(first, 'select 1')).toBe(1)
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
    expect(adopted.ours).toBe(true)
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
