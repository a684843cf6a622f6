import { loadIncident } from '../incident/index.server.ts'
import { type AffectedGroup, assess, mayComeLater } from '../incident/index.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadPolicy } from '../region/index.server.ts'
import { lawNames } from '../roster/index.server.ts'
import type { ActivationRecord } from './activationRecord.ts'
import type { PlanState } from './planState.ts'
import { stillWithheld } from './reproposal.ts'

/** Groups that have no session yet and may still get one: officers, until their statements are complete. */
export async function whoWaits(
  reader: Reader,
  activation: ActivationRecord,
  plans: readonly PlanState[],
): Promise<AffectedGroup[]> {
  if (activation.booking !== null || activation.contact === null) return []
  const incident = (await loadIncident(reader, activation.incidentId))!
  const { policy } = await loadPolicy(reader, activation.policyVersion)
  const assessment = assess(incident, policy, reader.now, await lawNames(reader))
  return stillWithheld(plans, assessment)
    .filter(({ because }) => mayComeLater(because))
    .map(({ target }) => target)
}
