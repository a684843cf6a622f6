import type { BookingKind, IncidentKind, PlanType } from '../incident/index.ts'
import { commitmentWeight } from '../roster/index.ts'

const carriesAGroup: readonly PlanType[] = ['rits', 'defusing', 'cisd', 'familySupport']
const ownDeath: readonly (IncidentKind | BookingKind)[] = ['line_of_duty_death', 'colleague_suicide']

/**
 * How much holding it weighs: circles and demobilizations more than advice, and most after the death of one of
 * their own. Source: general knowledge of the field (off call after such a response until cleared).
 */
export function weightOf(plan: {
  readonly type: PlanType
  readonly theme: IncidentKind | BookingKind
  readonly needsClinicalSignOff: boolean
}): number {
  if (plan.type === 'preIncidentEducation') return commitmentWeight.timeOnly
  if (!carriesAGroup.includes(plan.type)) return 1
  return plan.needsClinicalSignOff || ownDeath.includes(plan.theme)
    ? commitmentWeight.hardest
    : commitmentWeight.inGroup
}

/** What a commitment is kept as. */
export function commitmentKind(type: PlanType): 'education' | 'intervention' {
  return type === 'preIncidentEducation' ? 'education' : 'intervention'
}
