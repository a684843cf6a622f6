import type { IncidentKind, PlanType } from '../incident/index.ts'
import { hardest, inGroup } from '../roster/index.ts'

const carriesAGroup: readonly PlanType[] = ['rits', 'defusing', 'cisd', 'familySupport']
const ownDeath: readonly IncidentKind[] = ['line_of_duty_death', 'colleague_suicide']

/**
 * How much holding it weighs: circles and demobilizations more than advice, and most after the death of one of
 * their own. Source: general knowledge of the field (off call after such a response until cleared).
 */
export function weightOf(plan: {
  readonly type: PlanType
  readonly theme: IncidentKind
  readonly needsClinicalSignOff: boolean
}): number {
  if (!carriesAGroup.includes(plan.type)) return 1
  return plan.needsClinicalSignOff || ownDeath.includes(plan.theme) ? hardest : inGroup
}
