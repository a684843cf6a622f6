import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { makeWorkerUtils } from 'graphile-worker'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { callOutHandlers, copyingMail, texting } from '../../test/harness/callOutJobs.ts'
import { compileCache } from '../../test/harness/compileCache.ts'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { allowPauses, type Pause, type PausePoint, pauseAt } from '../../test/harness/pauses.ts'
import { openPhoneCompany, type PhoneCompany } from '../../test/harness/phoneCompany.ts'
import { openPool } from '../platform/db.server.ts'
import { drain, freeDead } from '../platform/worker.server.ts'
import type { PlanState } from './planState.ts'

const start = Temporal.Instant.from('2061-01-12T20:00:00Z')
const worker = join(import.meta.dirname, '../../test/harness/sendingWorker.ts')

/** In the order in which one text comes by them: the attempt, the wire on both sides of the company's yes, the outcome. */
const points = [
  'attemptWritten',
  'attemptCommitting',
  'offered',
  'taken',
  'outcomeWritten',
  'outcomeCommitting',
] as const
type Point = (typeof points)[number]

function roundOf(seed: number) {
  const chance = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  return {
    seed,
    where: points[seed % points.length]!,
    /** How many texts are let through before. */
    before: (chance >>> 8) % 7,
    /** Whether the company knows a repeat by its key. */
    honoursKeys: (chance & 1) === 1,
  }
}
const seeds = Array.from({ length: process.env.TAILBOARD_LONG === '1' ? 120 : 6 }, (_, seed) => roundOf(seed))

describe('when texting breaks off', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let company: PhoneCompany
  let utils: Awaited<ReturnType<typeof makeWorkerUtils>>
  const phoneOf = new Map<string, string>()
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
    company = await openPhoneCompany()
    await allowPauses(at.base.admin)
    utils = await makeWorkerUtils({ pgPool: pool })
    const { rows } = await at.base.admin.query('select id from roster.member order by id')
    for (const [index, { id }] of rows.entries()) {
      phoneOf.set(id, `+1617555${String(1000 + index)}`)
      await at.base.admin.query(
        `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
         values ($1, $2, $3, now(), false, true)`,
        [at.harbor.regionId, id, phoneOf.get(id)],
      )
    }
  })
  afterAll(async () => {
    await company.close()
    await utils.release()
    await pool.end()
    await at.stop()
  })

  const kill = async (child: ChildProcess) => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
      await once(child, 'exit')
  }

  /** Lets `before` texts through, then stops the worker at the point; resolves when it has come there. */
  function stopAt(where: Point, before: number): { reached: Promise<void>; release(): Promise<void> } {
    const came = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    let seen = 0
    if (where === 'offered' || where === 'taken') {
      company.hooks[where] = async () => {
        if (seen++ !== before) return
        came.resolve()
        await gate.promise
      }
      return { reached: came.promise, release: async () => gate.resolve() }
    }
    const pause = Promise.withResolvers<Pause>()
    const hold = () => pauseAt(at.base.admin, where as PausePoint).then(pause.resolve, pause.reject)
    const from = where.startsWith('outcome') ? before + 1 : before
    company.hooks.taken = async () => {
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
    const handlers = callOutHandlers(at.base.db, copyingMail(), at.deps.solve, texting(company.url))
    await vi.waitFor(
      async () => {
        await freeDead(pool, (ids) => utils.forceUnlockWorkers(ids), '00000000-0000-7000-8000-000000000000')
        await at.base.admin.query(
          `update graphile_worker._private_jobs set run_at = now() where key like 'activation.offer:%' and locked_at is null`,
        )
        await drain(pool, handlers)
        const left = `select key from graphile_worker._private_jobs where key like 'activation.offer:%'`
        expect((await at.base.admin.query(left)).rows).toEqual([])
      },
      { timeout: 20_000, interval: 25 },
    )
  }

  function expectEveryTextOnce(plan: PlanState, { where, honoursKeys }: ReturnType<typeof roundOf>): void {
    const copies = Map.groupBy(company.sent, (one) => one.to)
    expect([...copies.keys()].sort()).toEqual(plan.offers.map((offer) => phoneOf.get(offer.memberId)!).sort())
    for (const same of copies.values()) {
      expect(new Set(same.map((one) => `${one.key} ${one.body}`)).size).toBe(1)
      expect(same.length).toBeLessThanOrEqual(2)
    }
    // Repeated only inside the gap between the company's yes and our note of it, and never where keys are known.
    const gap = !honoursKeys && (where === 'taken' || where.startsWith('outcome'))
    const repeats = company.sent.length - plan.offers.length
    // A commit that was on its way may still arrive after its client died.
    if (gap && where === 'outcomeCommitting') expect(repeats).toBeLessThanOrEqual(1)
    else expect(repeats).toBe(gap ? 1 : 0)
  }

  it.each(seeds)(
    'seed $seed: killed at $where after $before texts, keys known: $honoursKeys',
    async (round) => {
      const plan = await at.calledOut(start.add({ hours: 240 * round.seed }))
      company.sent.length = 0
      company.hooks = {}
      company.honoursKeys = round.honoursKeys
      const stop = stopAt(round.where, round.before)
      const child = spawn(
        process.execPath,
        [
          worker,
          at.base.url('tailboard_worker'),
          at.base.url('tailboard_app'),
          'smtp://127.0.0.1:9',
          company.url,
        ],
        { stdio: ['pipe', 'ignore', 'ignore'], env: { ...process.env, ...compileCache } },
      )
      try {
        child.stdin!.write('1\n')
        await stop.reached
        await kill(child)
      } finally {
        company.hooks = {}
        await stop.release()
        await kill(child)
      }
      await recover()
      expectEveryTextOnce(plan, round)
    },
  )
})
