import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, makeWorkerUtils, run, runOnce, type Task, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import { newId } from './ids.ts'
import type { Job } from './jobs.ts'
import type { Log } from './log.server.ts'

/** What the worker runs: the payload, parsed; it calls one use-case. Throwing means: try again later. */
export type Handler = { readonly name: string; readonly run: (payload: unknown) => Promise<void> }

export function handle<Payload>(job: Job<Payload>, work: (payload: Payload) => Promise<void>): Handler {
  return { name: job.name, run: (payload) => work(job.schema.parse(payload)) }
}

export type WorkerHost = { stop(): Promise<void> }

/** Several modules may handle one job; when one throws, all of them see it again. */
function taskList(handlers: readonly Handler[]): TaskList {
  return Object.fromEntries(
    [...Map.groupBy(handlers, (one) => one.name)].map(([name, same]) => [
      name,
      (async (payload) => {
        for (const one of same) await one.run(payload)
      }) satisfies Task,
    ]),
  )
}

// The library's own lines name jobs and payloads; ours name only what an operator can act on.
const logger = new Logger(() => () => {})
const quiet = { noHandleSignals: true, logger, parsedCronItems: [] }

/**
 * Takes jobs until stopped. `pool` must be the worker's role. Throws when the first start fails; a database that
 * goes away later is waited for.
 */
export async function startWorker(
  pool: pg.Pool,
  handlers: readonly Handler[],
  log: Log,
  concurrency = 8,
): Promise<WorkerHost> {
  let stopped = false
  let shift = await openShift(pool, handlers, log, concurrency)
  const kept = (async () => {
    for (;;) {
      await shift.over
      if (stopped) return
      log.warn('the worker lost its database; it starts again when it can')
      await shift.close()
      for (let opened = false; !opened; ) {
        await pause(1000)
        if (stopped) return
        opened = await openShift(pool, handlers, log, concurrency).then(
          (next) => {
            shift = next
            return true
          },
          () => false,
        )
      }
    }
  })()
  return {
    async stop() {
      stopped = true
      await shift.close()
      await kept
    },
  }
}

type Shift = { readonly over: Promise<void>; close(): Promise<void> }

/**
 * One stretch of taking jobs. A killed worker's jobs stay locked for four hours by the library's own rule; here
 * each process holds a session advisory lock, and every two seconds whoever can take a dead process's lock frees
 * its jobs. Whoever loses that lock must stop at once: others may take it for dead.
 */
async function openShift(
  pool: pg.Pool,
  handlers: readonly Handler[],
  log: Log,
  concurrency: number,
): Promise<Shift> {
  const id = newId<string>()
  const lockKey = randomBytes(6).readUIntBE(0, 6)
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const guard = await pool.connect()
  guard.once('error', () => end())
  guard.once('end', () => end())
  // Left in the opposite order. After a lost connection there is little to leave; others find the lock free.
  const leaving: (() => Promise<unknown>)[] = [async () => guard.release(true)]
  const close = async () => {
    for (const leave of leaving.splice(0).reverse()) await leave().catch(() => {})
    end()
  }
  try {
    await guard.query('select pg_advisory_lock($1)', [lockKey])
    await guard.query('insert into tailboard.worker_process (id, lock_key) values ($1, $2)', [id, lockKey])
    leaving.push(() => guard.query('delete from tailboard.worker_process where id = $1', [id]))
    const runner = await run({
      ...quiet,
      pgPool: pool,
      taskList: taskList(handlers),
      concurrency,
      pollInterval: 1000,
      // A handful is fetched at once (`bench/musterMany.ts`, three runs each in turn: 2.5 to 3.0 times the floor, 2.8
      // to 4.0 one by one). What this process holds and never ran is freed with the rest when it dies.
      preset: { worker: { localQueue: { size: concurrency + 1 }, completeJobBatchDelay: 0 } },
      events: eventsOf(pool, id, log) as never,
    })
    runner.promise.then(end, end)
    leaving.push(() => runner.stop())
    const utils = await makeWorkerUtils({ pgPool: pool, logger })
    leaving.push(async () => utils.release())
    const rescue = setInterval(() => {
      freeDead(pool, (ids) => utils.forceUnlockWorkers(ids), id).catch((error: unknown) =>
        log.error({ err: error }, 'dead workers could not be looked for'),
      )
    }, 2000)
    leaving.push(async () => clearInterval(rescue))
  } catch (error) {
    await close()
    throw error
  }
  return { over, close }
}

function eventsOf(pool: pg.Pool, id: string, log: Log): EventEmitter {
  const events = new EventEmitter()
  // The library locks a job under its pool's id.
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    pool
      .query('update tailboard.worker_process set worker_ids = array_append(worker_ids, $2) where id = $1', [
        id,
        workerPool.id,
      ])
      .catch((error: unknown) => log.error({ err: error }, 'a worker id was not recorded'))
  })
  events.on(
    'job:error',
    ({ job, error }: { job: { task_identifier: string; attempts: number }; error: unknown }) => {
      log.warn(
        { job: job.task_identifier, attempts: job.attempts, err: error },
        'a job failed and will be tried again',
      )
    },
  )
  return events
}

/** Frees the jobs of every process whose lock can be taken, which means that it is gone. */
export async function freeDead(
  pool: pg.Pool,
  unlock: (workerIds: string[]) => Promise<void>,
  self: string,
): Promise<number> {
  const processes = await pool.query(
    'select id, lock_key, worker_ids from tailboard.worker_process where id <> $1',
    [self],
  )
  let freed = 0
  for (const row of processes.rows as { id: string; lock_key: number; worker_ids: string[] }[]) {
    const client = await pool.connect()
    try {
      const taken = await client.query('select pg_try_advisory_lock($1) as free', [row.lock_key])
      if (taken.rows[0].free !== true) continue
      if (row.worker_ids.length > 0) await unlock(row.worker_ids)
      await client.query('delete from tailboard.worker_process where id = $1', [row.id])
      await client.query('select pg_advisory_unlock($1)', [row.lock_key])
      freed++
    } finally {
      client.release()
    }
  }
  return freed
}

/** Runs what is due now and returns: for the headless replay and for tests. */
export async function drain(pool: pg.Pool, handlers: readonly Handler[]): Promise<void> {
  await runOnce({ ...quiet, pgPool: pool, taskList: taskList(handlers), concurrency: 1 })
}
