import type { Tx } from '../platform/db.server.ts'
import type { ActivationId, PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { ActivationRecord } from './activationRecord.ts'
import { standsAside } from './alertStore.server.ts'
import type { PlanState } from './planState.ts'
import { activationOfPlan, loadPlans } from './planStore.server.ts'
import { type ActivationCode, problem } from './problems.ts'
import { claim, loadActivation } from './store.server.ts'

/**
 * Takes an activation in hand for this transaction, first of all: an answer or an approval in between would go
 * unnoticed. `seen`: only if it still has this version. Whoever stood aside from it leaves it alone, whatever page they still have open.
 */
export async function activationInHand(
  tx: Tx,
  id: ActivationId,
  seen?: number,
): Promise<Outcome<ActivationRecord, ActivationCode>> {
  if (!(await claim(tx, id, seen)))
    return problem((await loadActivation(tx, id)) === null ? 'unknown_activation' : 'changed_meanwhile')
  if (tx.actor.kind === 'account' && (await standsAside(tx, id, tx.actor.accountId)))
    return problem('stood_aside')
  return done((await loadActivation(tx, id))!)
}

export async function planInHand(
  tx: Tx,
  planId: PlanId,
  seen?: number,
): Promise<Outcome<PlanState, ActivationCode>> {
  const id = await activationOfPlan(tx, planId)
  if (id === null) return problem('unknown_plan')
  const activation = await activationInHand(tx, id, seen)
  return activation.ok ? done((await loadPlans(tx, { planId }))[0]!) : activation
}

/** The same, of a plan that has not ended. */
export async function runningPlan(
  tx: Tx,
  planId: PlanId,
  seen?: number,
): Promise<Outcome<PlanState, ActivationCode>> {
  const plan = await planInHand(tx, planId, seen)
  return plan.ok && plan.value.end !== null ? problem('ended_already') : plan
}
