import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { PlanId } from '../platform/ids.ts'
import { advancePlan } from './jobs.ts'
import { nextDue, type PlanState } from './planState.ts'

/** One job waits for each plan that is filling; whoever looks at it sees to the next look. */
export async function wake(tx: Tx, planId: PlanId, at: Temporal.Instant): Promise<void> {
  await enqueue(tx, advancePlan, { regionId: tx.regionId, planId }, { key: `advance:${planId}`, at })
}

/** Not later than this, and sooner where a kept seat, the session or the window comes first. */
export async function wakeBy(tx: Tx, plan: PlanState, latest: Temporal.Instant): Promise<void> {
  const due = nextDue(plan, tx.now)
  await wake(tx, plan.id, due !== null && Temporal.Instant.compare(due, latest) < 0 ? due : latest)
}
