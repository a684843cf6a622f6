import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { openPool } from './db.server.ts'
import { enqueue } from './enqueue.server.ts'
import { newId, type RegionId } from './ids.ts'
import { job } from './jobs.ts'
import { openLog } from './log.server.ts'
import { drain, handle, startWorker } from './worker.server.ts'

const noted = job('noted', z.object({ id: z.string() }))
const hanging = join(import.meta.dirname, '../../test/harness/hangingWorker.ts')

/** Reads until the line came; the library says a few things of its own before it. */
async function untilSaid(from: NodeJS.ReadableStream, line: string): Promise<void> {
  for await (const text of from) if (String(text).endsWith(line)) return
  throw new Error(`ended without saying ${line}`)
}

describe('the job queue', () => {
  let base: TestDatabase
  let pool: pg.Pool
  let seen: string[] = []
  const system = { kind: 'system', regionId: newId<RegionId>() } as const
  const handlers = [
    handle(noted, async ({ id }) => {
      seen.push(id)
    }),
  ]
  const waiting = async () =>
    (await base.admin.query('select count(*)::int as jobs from graphile_worker.jobs')).rows[0].jobs

  beforeAll(async () => {
    base = await freshDatabase()
    pool = openPool({ url: base.url('tailboard_worker'), role: null, max: 6 })
  })
  afterAll(async () => {
    await pool.end()
    await base.drop()
  })

  it('runs a committed job once, with its payload', async () => {
    seen = []
    await base.db.write(system, (tx) => enqueue(tx, noted, { id: 'first' }))
    expect(await waiting()).toBe(1)
    await drain(pool, handlers)
    await drain(pool, handlers)
    expect(seen).toEqual(['first'])
    expect(await waiting()).toBe(0)
  })

  it('forgets a job with the transaction that caused it', async () => {
    seen = []
    const undone = base.db.write(system, async (tx) => {
      await enqueue(tx, noted, { id: 'undone' })
      throw new Error('changed our mind')
    })
    await expect(undone).rejects.toThrow('changed our mind')
    await drain(pool, handlers)
    expect(seen).toEqual([])
  })

  it('replaces a waiting job of the same key', async () => {
    seen = []
    for (const id of ['old', 'new'])
      await base.db.write(system, (tx) => enqueue(tx, noted, { id }, { key: 'note' }))
    await drain(pool, handlers)
    expect(seen).toEqual(['new'])
  })

  it('refuses a payload of another shape before anything is written', async () => {
    // A job just done leaves the table a moment after its handler returned.
    await vi.waitFor(async () => expect(await waiting()).toBe(0))
    const wrong = base.db.write(system, (tx) => enqueue(tx, noted, { id: 7 as unknown as string }))
    await expect(wrong).rejects.toThrow()
    expect(await waiting()).toBe(0)
  })

  it('gives a killed worker’s job to another one within seconds', async () => {
    seen = []
    await base.db.write(system, (tx) => enqueue(tx, noted, { id: 'held' }))
    const child = spawn(process.execPath, [hanging, base.url('tailboard_worker')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await untilSaid(child.stdout, 'held\n')
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    await drain(pool, handlers)
    expect(seen).toEqual([])

    const worker = await startWorker(pool, handlers, openLog('silent'))
    try {
      await vi.waitFor(() => expect(seen).toEqual(['held']), { timeout: 10_000, interval: 50 })
      const alive = await base.admin.query('select 1 from tailboard.worker_process')
      expect(alive.rowCount).toBe(1)
    } finally {
      await worker.stop()
    }
    expect((await base.admin.query('select 1 from tailboard.worker_process')).rowCount).toBe(0)
  })

  it('goes on after every one of its connections was cut, as when the database restarts', async () => {
    seen = []
    const worker = await startWorker(pool, handlers, openLog('silent'))
    try {
      for (const id of ['before', 'after']) {
        await base.db.write(system, (tx) => enqueue(tx, noted, { id }))
        // A job whose end could not be recorded is done again: cut only when all was.
        await vi.waitFor(async () => expect([seen.includes(id), await waiting()]).toEqual([true, 0]), {
          timeout: 10_000,
          interval: 50,
        })
        await base.admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and usename = 'tailboard_worker'`,
        )
      }
      // Whoever lost the lock was taken for dead: one living process is left.
      await vi.waitFor(
        async () => {
          expect((await base.admin.query('select 1 from tailboard.worker_process')).rowCount).toBe(1)
        },
        { timeout: 10_000, interval: 50 },
      )
    } finally {
      await worker.stop()
    }
    expect(seen).toEqual(['before', 'after'])
    expect((await base.admin.query('select 1 from tailboard.worker_process')).rowCount).toBe(0)
  })
})
