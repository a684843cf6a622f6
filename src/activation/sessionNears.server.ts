import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { PlanId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { sessionNears } from './jobs.ts'

/** Twice as long before the session as the lead briefs everybody: time to read it, and to write what is missing. */
export function nearBy(startsAt: Temporal.Instant, briefingMinutes: number): Temporal.Instant {
  return startsAt.subtract({ minutes: 2 * briefingMinutes })
}

/** One job waits for each session ahead; a session that moves takes it along. */
export async function watchSession(tx: Tx, planId: PlanId, startsAt: Temporal.Instant): Promise<void> {
  const { policy } = await loadPolicy(tx)
  await watchSessionAt(tx, planId, nearBy(startsAt, policy.team.briefingMinutes))
}

export async function watchSessionAt(tx: Tx, planId: PlanId, at: Temporal.Instant): Promise<void> {
  await enqueue(tx, sessionNears, { regionId: tx.regionId, planId }, { key: `session-nears:${planId}`, at })
}
