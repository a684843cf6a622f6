import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { makeWorkerUtils } from 'graphile-worker'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { callOutHandlers, testSecrets } from '../../test/harness/callOutJobs.ts'
import { compileCache } from '../../test/harness/compileCache.ts'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { type MailSink, openMailSink } from '../../test/harness/mailSink.ts'
import { allowPauses, type Pause, type PausePoint, pauseAt } from '../../test/harness/pauses.ts'
import { smtpTransport } from '../messaging/index.server.ts'
import type { MailTransport } from '../messaging/index.ts'
import { openPool } from '../platform/db.server.ts'
import { drain, freeDead } from '../platform/worker.server.ts'
import { readOfferToken } from './offerLink.server.ts'
import type { PlanState } from './planState.ts'

// Later than any clock that runs this: a job due in the plan's future stays until the test lets it come due.
const start = Temporal.Instant.from('2060-01-12T20:00:00Z')
const worker = join(import.meta.dirname, '../../test/harness/sendingWorker.ts')

/** `killed`: the process dies. `dropped`: all its database connections do. `cut`: its mail connections do. */
type Breach = { readonly where: PausePoint | 'offered' | 'taken'; readonly how: 'killed' | 'dropped' | 'cut' }
const breach = (where: Breach['where'], how: Breach['how']): Breach => ({ where, how })
/** Before the attempt is committed; between that and the wire; after the wire, before the outcome is committed. */
const steps: readonly (readonly Breach[])[] = [
  [
    breach('attemptWritten', 'killed'),
    breach('attemptCommitting', 'killed'),
    breach('attemptWritten', 'dropped'),
    breach('attemptCommitting', 'dropped'),
  ],
  [breach('offered', 'killed'), breach('offered', 'dropped'), breach('offered', 'cut')],
  [
    breach('taken', 'killed'),
    breach('outcomeWritten', 'killed'),
    breach('taken', 'cut'),
    breach('outcomeCommitting', 'killed'),
    breach('taken', 'dropped'),
    breach('outcomeWritten', 'dropped'),
    breach('outcomeCommitting', 'dropped'),
  ],
]
const messages = 9

/** What happens in one round, from its seed alone. */
function roundOf(seed: number) {
  const step = steps[seed % steps.length]!
  const chance = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const concurrency = 1 + (chance % 3)
  return {
    seed,
    ...step[Math.floor(seed / steps.length) % step.length]!,
    concurrency,
    /** How many messages are let through before; few enough that somebody still comes to the point. */
    before: (chance >>> 8) % (messages + 1 - concurrency),
  }
}
const seeds = Array.from({ length: process.env.TAILBOARD_LONG === '1' ? 300 : 10 }, (_, seed) =>
  roundOf(seed),
)

describe('when sending breaks off', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let sink: MailSink
  let mail: MailTransport
  let utils: Awaited<ReturnType<typeof makeWorkerUtils>>
  let next: ChildProcess
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
    await allowPauses(at.base.admin)
    sink = await openMailSink(async (key) => {
      const count = 'select count(*)::int as count from messaging.attempt where message_key = $1'
      return (await at.base.admin.query(count, [key])).rows[0].count
    })
    mail = smtpTransport(sink.url, 'Tailboard <noreply@peers.example>')
    utils = await makeWorkerUtils({ pgPool: pool })
    next = startChild()
  })
  afterAll(async () => {
    await kill(next)
    mail.close()
    sink.cut()
    await sink.close()
    await utils.release()
    await pool.end()
    await at.stop()
  })

  /** Started ahead, so that a round needn't wait for it to load; it begins when told how many jobs it takes at once. */
  const startChild = () =>
    spawn(
      process.execPath,
      [worker, at.base.url('tailboard_worker'), at.base.url('tailboard_app'), sink.url],
      {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { ...process.env, ...compileCache, PGAPPNAME: 'sending worker' },
      },
    )
  const kill = async (child: ChildProcess) => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
      await once(child, 'exit')
  }

  /** Lets `before` messages through, then stops the worker at the point; resolves when it has come there. */
  function stopAt(round: ReturnType<typeof roundOf>): { reached: Promise<void>; release(): Promise<void> } {
    const { where, before } = round
    const gate = Promise.withResolvers<void>()
    if (where === 'offered' || where === 'taken') {
      const came = Promise.withResolvers<void>()
      let seen = 0
      sink.hooks[where] = async () => {
        if (seen++ !== before) return
        came.resolve()
        await gate.promise
      }
      return { reached: came.promise, release: async () => gate.resolve() }
    }
    const pause = Promise.withResolvers<Pause>()
    let seen = 0
    const hold = () => pauseAt(at.base.admin, where).then(pause.resolve, pause.reject)
    // The outcome of message n is held from the moment it is taken; an attempt, from the one before it.
    const from = where.startsWith('outcome') ? before + 1 : before
    sink.hooks.taken = async () => {
      if (++seen === from) await hold()
    }
    const ready = from === 0 ? hold() : Promise.resolve()
    return {
      reached: ready.then(async () => (await pause.promise).reached()),
      release: async () => (await pause.promise).release(),
    }
  }

  /** What another worker does: frees the jobs of whoever is gone and sends what is left. Time passes meanwhile. */
  async function recover(): Promise<void> {
    const handlers = callOutHandlers(at.base.db, mail, at.deps.solve)
    await vi.waitFor(
      async () => {
        await freeDead(pool, (ids) => utils.forceUnlockWorkers(ids), '00000000-0000-7000-8000-000000000000')
        await at.base.admin.query(
          `update graphile_worker._private_jobs set run_at = now() where key like 'activation.offer:%' and locked_at is null`,
        )
        await drain(pool, handlers)
        const left = `select attempts, locked_by, last_error from graphile_worker._private_jobs where key like 'activation.offer:%'`
        expect((await at.base.admin.query(left)).rows).toEqual([])
      },
      { timeout: 20_000, interval: 25 },
    )
  }

  function expectEveryMessageOnce(plan: PlanState, round: ReturnType<typeof roundOf>): void {
    const copies = Map.groupBy(sink.taken, (one) => one.messageId)
    expect([...copies.keys()].sort()).toEqual(
      plan.offers.map((offer) => `offer.${offer.id}@tailboard`).sort(),
    )
    for (const same of copies.values()) {
      const distinct = new Set(same.map((one) => JSON.stringify([one.to, one.subject, one.text])))
      expect(distinct.size).toBe(1)
      expect(same.length).toBeLessThanOrEqual(2)
      const token = /\/offers\/(\S+)/.exec(same[0]!.text)![1]!
      expect(`offer.${readOfferToken(testSecrets, token)?.offerId}@tailboard`).toBe(same[0]!.messageId)
    }
    expect(new Set(sink.taken.map((one) => one.to)).size).toBe(messages)
    expect(sink.taken.filter((one) => one.attempts === 0)).toEqual([])
    const repeats = sink.taken.length - messages
    // What was on the wire at once may be repeated; before an attempt was committed nothing was on the wire. A worker
    // that lives on without its connections takes more before another one frees what it holds.
    expect(repeats).toBeLessThanOrEqual(round.how === 'dropped' ? 2 * round.concurrency : round.concurrency)
    if (round.concurrency === 1 && round.where.startsWith('attempt')) expect(repeats).toBe(0)
  }

  it.each(seeds)(
    'seed $seed: $how at $where after $before, $concurrency at once: nothing lost, nothing sent twice differently',
    async (round) => {
      const plan = await at.calledOut(start.add({ hours: 240 * round.seed }))
      expect(plan.offers).toHaveLength(messages)
      sink.taken.length = 0
      sink.hooks = {}
      const stop = stopAt(round)
      const child = next
      next = startChild()
      try {
        child.stdin!.write(`${round.concurrency}\n`)
        await stop.reached
        if (round.how === 'killed') await kill(child)
        if (round.how === 'cut') sink.cut()
        if (round.how === 'dropped')
          await at.base.admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = 'sending worker' and datname = current_database()`,
          )
      } finally {
        sink.hooks = {}
        await stop.release()
      }
      await recover()
      if (round.how === 'cut') expect([child.exitCode, child.signalCode]).toEqual([null, null])
      await kill(child)
      await recover()
      expectEveryMessageOnce(plan, round)
    },
  )
})
