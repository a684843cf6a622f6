import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { callOutHandlers, copyingMail } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, no, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { openPool } from '../platform/db.server.ts'
import { drain } from '../platform/worker.server.ts'
import { advance, tick } from './callOut.server.ts'
import { standDownPlan } from './end.server.ts'
import { sendOffer, sendStandDown } from './jobs.ts'
import { withdraw } from './leaveTeam.server.ts'
import { nextDue, type PlanState, pendingOffers, stageOf } from './planState.ts'

// Later than any clock that runs this: a job due in the plan's future stays until the test lets it come due.
const start = Temporal.Instant.from('2060-01-12T20:00:00Z')
const long = process.env.TAILBOARD_LONG === '1'
const runs = long ? 150 : 5

/** `behind`: minutes the clock steps back between a job's being taken and its being done. */
type Event =
  | { readonly do: 'jump'; readonly minutes: number }
  | { readonly do: 'jobs'; readonly minutes: number }
  | { readonly do: 'tick' }
  | { readonly do: 'twice' }
  | { readonly do: 'resend' | 'yes' | 'no' | 'withdraw'; readonly who: number }
const who = fc.nat({ max: 11 })
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constant('jump' as const), minutes: fc.integer({ min: -120, max: 240 }) }),
  fc.record({ do: fc.constant('jobs' as const), minutes: fc.constantFrom(0, 0, 0, 1, 20, 600) }),
  fc.constant({ do: 'tick' as const }),
  fc.constant({ do: 'twice' as const }),
  fc.record({ do: fc.constantFrom('resend', 'yes', 'no', 'no', 'withdraw'), who }),
)

if (long) vi.setConfig({ testTimeout: 900_000 })

describe('whatever the clock does', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let day = 0
  const mail = copyingMail()
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })

  /** Runs what is due by the replaced clock; the queue itself lives by the machine's. */
  async function jobs(now: Temporal.Instant, behind = 0): Promise<void> {
    await at.base.admin.query(
      `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where run_at <= $1`,
      [now.toString()],
    )
    await at.base.setNow(now.subtract({ minutes: behind }))
    await drain(pool, callOutHandlers(at.base.db, mail, at.deps.solve))
    await at.base.setNow(now)
  }

  async function happen(plan: PlanState, one: Event, now: Temporal.Instant): Promise<void> {
    if (one.do === 'jobs') return await jobs(now, one.minutes)
    if (one.do === 'tick') return await tick(at.deps, at.harbor.regionId)
    if (one.do === 'twice') {
      await Promise.all([1, 2].map(() => advance(at.deps, at.system, plan.id)))
      return
    }
    if (one.do === 'jump') return
    // Nobody answers before the message is there, because the link is in it.
    const reached = (await at.load(plan)).offers.filter((offer) =>
      mail.copies.some((copy) => copy.messageId === `offer.${offer.id}@tailboard`),
    )
    const offer = reached[one.who % Math.max(1, reached.length)]
    if (offer === undefined) return
    if (one.do === 'resend') {
      const payload = { regionId: at.harbor.regionId, offerId: offer.id, channel: 'mail' }
      for (const { name } of offer.stoodDown ? [sendOffer, sendStandDown] : [sendOffer])
        await callOutHandlers(at.base.db, mail, at.deps.solve)
          .find((handler) => handler.name === name)!
          .run(payload)
    } else if (one.do === 'withdraw') await withdraw(at.base.db, at.member(offer), offer.id)
    else await at.answer(offer, one.do === 'yes' ? yes : no)
  }

  /** One call-out through the schedule; from there on only the jobs that are waiting act, until the window closed. */
  async function endOf(schedule: readonly Event[]): Promise<PlanState> {
    const begun = start.add({ hours: 240 * day++ })
    mail.copies.length = 0
    await at.base.admin.query('delete from graphile_worker._private_jobs')
    const plan = await at.calledOut(begun)
    let now = begun
    for (const one of schedule) {
      if (one.do === 'jump') now = now.add({ minutes: one.minutes })
      await at.base.setNow(now)
      await happen(plan, one, now)
    }
    const late = Temporal.Instant.compare(now, plan.window.closes) < 0 ? plan.window.closes : now
    // The second time is for what the first one caused.
    for (const _ of [1, 2]) await jobs(late)
    const ended = await at.load(plan)
    // The next schedule's ticks shall find nothing of this one.
    await standDownPlan(at.base.db, at.rae, plan.id)
    return ended
  }

  it('a job done by a clock that stepped back is not the last look at a plan', async () => {
    const plan = await endOf([
      { do: 'jump', minutes: 15 },
      { do: 'jobs', minutes: 10 },
    ])
    expect(stageOf(plan)).toBe('window_closed')
  })

  it('no schedule loses a message, makes a second one, or leaves a plan that nobody looks at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 14 }), async (schedule) => {
        const plan = await endOf(schedule)
        // Full, run out, or going with whoever came: nothing is ahead, and nobody waits for a word.
        expect(nextDue(plan, plan.window.closes.add({ hours: 300 }))).toBeNull()
        expect(pendingOffers(plan)).toEqual([])
        expect(plan.waves.map((wave) => wave.number)).toEqual(plan.waves.map((_, index) => index + 1))
        expect(new Set(plan.offers.map((offer) => offer.memberId)).size).toBe(plan.offers.length)
        const copies = mail.copies.map((copy) => copy.messageId)
        expect(new Set(copies).size).toBe(copies.length)
        const reached = (offerId: string) => copies.includes(`offer.${offerId}@tailboard`)
        expect(plan.offers.filter((one) => !one.stoodDown && !reached(one.id))).toEqual([])
        const thanked = plan.offers.filter((one) => one.stoodDown)
        expect(copies.filter((id) => id.startsWith('stand-down.')).sort()).toEqual(
          thanked.map((one) => `stand-down.${one.id}@tailboard`).sort(),
        )
      }),
      { numRuns: runs, seed: 20261123 },
    )
  })
})
