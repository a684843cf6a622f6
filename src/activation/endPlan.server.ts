import { accountOf } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Tx } from '../platform/db.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { OutcomeCode } from './activationRecord.ts'
import { endAid } from './aidEnd.server.ts'
import { type PlanState, pendingOffers, wasSomeHeld } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { type ActivationCode, problem } from './problems.ts'
import { standDownOffers } from './standDownOffers.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { waitingYes } from './waitingYes.ts'
import { whoWaits } from './whoWaits.server.ts'

/** Ends a plan in the caller's transaction and thanks whoever was still asked, or waited with a yes. */
export async function endPlan(
  tx: Tx,
  plan: PlanState,
  code: 'closed' | 'cancelled' | 'window_closed',
): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.plan_end')
    .values({ region_id: tx.regionId, plan_id: plan.id, code, ended_by: accountOf(tx.actor) })
    .execute()
  const waiting = [...pendingOffers(plan), ...waitingYes(plan)]
  await standDownOffers(tx, waiting, code === 'cancelled' ? 'cancelled' : 'ended')
  await endAid(tx, plan.id, code !== 'cancelled')
}

/**
 * The last plan has ended, one of them was held, and no group waits for a session that may still come: so has the
 * activation. Otherwise a person says what became of it.
 */
export async function closeWhenDone(tx: Tx, activationId: ActivationId): Promise<void> {
  const plans = await loadPlans(tx, { activationId })
  if (plans.some((plan) => plan.end === null) || !wasSomeHeld(plans)) return
  const activation = (await loadActivation(tx, activationId))!
  if (activation.outcome === null && (await whoWaits(tx, activation, plans)).length === 0)
    await writeOutcome(tx, activationId, 'closed')
}

export async function writeOutcome(
  tx: Tx,
  activationId: ActivationId,
  code: OutcomeCode,
): Promise<Outcome<null, ActivationCode>> {
  return await refusedBy({ outcome_pkey: problem('ended_already') }, async () => {
    await tx
      .tables<ActivationTables>()
      .insertInto('activation.outcome')
      .values({ region_id: tx.regionId, activation_id: activationId, code, decided_by: accountOf(tx.actor) })
      .execute()
    return done(null)
  })
}
