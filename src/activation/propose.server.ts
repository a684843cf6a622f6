import { loadIncident } from '../incident/index.server.ts'
import { assess } from '../incident/index.ts'
import type { Tx } from '../platform/db.server.ts'
import { loadPolicy } from '../region/index.server.ts'
import { lawNames } from '../roster/index.server.ts'
import type { IncidentActivation } from './activationRecord.ts'
import { loadPlans } from './planStore.server.ts'
import { addPlan, removePlan } from './proposedPlan.server.ts'
import { reproposal } from './reproposal.ts'

/**
 * Proposes what the facts call for now. Plans that a human approved or ended stay as they are; one that nobody
 * decided on gives way when the rules say something else for its group. Answers how many are new.
 */
export async function proposeAgain(tx: Tx, activation: IncidentActivation): Promise<number> {
  const incident = (await loadIncident(tx, activation.incidentId))!
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  const { proposals, beside } = assess(incident, policy, tx.now, await lawNames(tx))
  const before = await loadPlans(tx, { activationId: activation.id })
  const { remove, add } = reproposal(before, [...proposals, ...beside])
  for (const planId of remove) await removePlan(tx, planId)
  for (const proposal of add) await addPlan(tx, activation.id, proposal)
  return add.length
}
