import { sql } from 'kysely'
import type { Db } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { ActivationId, RegionId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import type { Policy } from '../region/index.ts'
import { policyFor } from './bookedPolicy.ts'
import { advancePlan, ringAlert } from './jobs.ts'
import { nextDue, nextStep, type PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** How long after its due moment a job may still wait: a retry or two (assumed). */
const graceMinutes = 5

/**
 * Every call-out that runs, and every request that rings, has a job that looks at it again when it is due. One that lost
 * it, or whose job failed and waits for long, is given another one at once. Answers how many were mended; done twice, the
 * second finds nothing.
 */
export async function auditCallOuts(db: Db, regionId: RegionId): Promise<number> {
  return await db.write({ kind: 'system', regionId }, async (tx) => {
    const plans = (await loadPlans(tx, { running: true })).filter(
      (plan) => nextStep(plan, tx.now) !== 'nothing' || nextDue(plan, tx.now) !== null,
    )
    const { policy } = await loadPolicy(tx)
    const ringing = await tx
      .tables<ActivationTables>()
      .selectFrom('activation.alert')
      .select(['activation_id', 'due_at'])
      .where('region_id', '=', regionId)
      .where('due_at', 'is not', null)
      .execute()
    const expected = [
      ...plans.map((plan) => ({
        keys: [`advance:${plan.id}`, `advance-now:${plan.id}`],
        plan: plan.id,
        ring: null,
        due: dueAt(plan, tx.now, policy),
      })),
      ...ringing.map((row) => ({
        keys: [`ring:${row.activation_id}`],
        plan: null,
        ring: row.activation_id,
        due: row.due_at!,
      })),
    ]
    if (expected.length === 0) return 0
    const keys = expected.flatMap((one) => one.keys)
    const found = await sql<{ key: string; run_at: Temporal.Instant }>`
      select key, run_at from tailboard.jobs_next(${keys})`.execute(tx.tables())
    const runs = new Map(found.rows.map((row) => [row.key, row.run_at]))
    const inTime = (at: Temporal.Instant | undefined, due: Temporal.Instant) =>
      at !== undefined && Temporal.Instant.compare(at, later(due, tx.now).add({ minutes: graceMinutes })) <= 0
    const lost = expected.filter((one) => !one.keys.some((key) => inTime(runs.get(key), one.due)))
    for (const one of lost) {
      if (one.plan !== null)
        await enqueue(tx, advancePlan, { regionId, planId: one.plan }, { key: `advance:${one.plan}` })
      else
        await enqueue(
          tx,
          ringAlert,
          { regionId, activationId: one.ring as ActivationId },
          { key: `ring:${one.ring}` },
        )
    }
    return lost.length
  })
}

/** With nobody left to ask, a plan whose next wave is due is looked at again a wave's time later. */
function dueAt(plan: PlanState, now: Temporal.Instant, policy: Policy): Temporal.Instant {
  const step = nextStep(plan, now)
  if (step === 'nothing') return nextDue(plan, now)!
  return step === 'next_wave' ? now.add({ minutes: policyFor(plan, policy).wave.minutes }) : now
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}
