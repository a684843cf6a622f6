import { type PlanState, stageOf } from './planState.ts'

/** Another group of the same activation that meets in the same room while this one does; groups meet apart. */
export function sharesRoom(plan: PlanState, plans: readonly PlanState[]): PlanState | null {
  const { approval } = plan
  if (approval === null || plan.end !== null) return null
  const room = nameOf(approval.place)
  return (
    plans.find(
      (other) =>
        other.id !== plan.id &&
        other.approval !== null &&
        other.end === null &&
        nameOf(other.approval.place) === room &&
        Temporal.Instant.compare(other.approval.startsAt, approval.endsAt) < 0 &&
        Temporal.Instant.compare(approval.startsAt, other.approval.endsAt) < 0,
    ) ?? null
  )
}

/** Whether a room of this name is promised to a group already. */
export function isPromised(place: string, plans: readonly PlanState[]): boolean {
  return plans.some(
    (plan) =>
      plan.approval !== null &&
      ['filling', 'filled'].includes(stageOf(plan)) &&
      nameOf(plan.approval.place) === nameOf(place),
  )
}

function nameOf(place: string): string {
  return place.trim().toLowerCase()
}
