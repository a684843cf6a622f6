import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import type { Allowable, AllowanceReason } from './allowance.ts'
import { runningPlan } from './inHand.server.ts'
import { lookAtOnce } from './lockedOffer.server.ts'
import { may } from './may.ts'
import { type ActivationCode, problem } from './problems.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * A coordinator allows for one plan what the region doesn't by itself; who and when are kept, and why, where somebody
 * of an affected agency may be asked. A call-out that runs asks on at once. Allowing it twice changes nothing.
 */
export async function allow(
  db: Db,
  actor: Actor,
  planId: PlanId,
  what: readonly Allowable[],
  reason: AllowanceReason | null,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
    const held = await runningPlan(tx, planId)
    if (!held.ok) return held
    const plan = held.value
    if (what.includes('affected_agency')) {
      const { policyVersion } = (await loadActivation(tx, plan.activationId))!
      const { policy } = await loadPolicy(tx, policyVersion)
      if (policy.affectedAgency === 'block') return problem('affected_agency_blocked')
      if (reason === null) return problem('reason_missing', 'reason')
    }
    for (const one of what)
      await tx
        .tables<ActivationTables>()
        .insertInto('activation.allowance')
        .values({
          region_id: tx.regionId,
          plan_id: planId,
          what: one,
          reason: one === 'affected_agency' ? reason : null,
          allowed_by: actor.accountId,
        })
        .onConflict((conflict) => conflict.constraint('allowance_once').doNothing())
        .execute()
    for (const one of what)
      await audit(tx, { act: 'exception_allowed', subject: { plan: planId }, detail: { what: one } })
    if (plan.approval !== null) await lookAtOnce(tx, planId)
    return done(null)
  })
}
