import type { ActivationRecord } from './activationRecord.ts'
import { type PlanState, type SeatState, shownStage } from './planState.ts'

export type ActivationStage =
  | { readonly code: 'closed' | 'call_back' | 'no_plan' | 'to_approve' | 'begun' | 'filled' }
  | { readonly code: 'filling'; readonly taken: number; readonly seats: number }

/** Somebody comes; a seat that is only kept is not taken yet. */
function isTaken({ taken, guest }: SeatState): boolean {
  return guest !== null || (taken !== null && taken.heldUntil === null)
}

/**
 * How far a whole activation is, wherever it is told: what still needs somebody stands before what is settled. So it fills
 * while one team does, waits for approval while one plan does, and is filled only when every plan is.
 */
export function activationStage(
  { outcome, contact }: Pick<ActivationRecord, 'outcome' | 'contact'>,
  plans: readonly PlanState[],
  now: Temporal.Instant,
): ActivationStage {
  if (outcome !== null) return { code: 'closed' }
  if (contact === null) return { code: 'call_back' }
  const open = plans.filter((plan) => plan.end === null)
  if (open.length === 0) return { code: 'no_plan' }
  const at = (code: ReturnType<typeof shownStage>) => open.filter((plan) => shownStage(plan, now) === code)
  if (at('filling').length > 0) {
    const seats = [...at('filling'), ...at('filled')].flatMap((plan) => plan.seats)
    return { code: 'filling', taken: seats.filter(isTaken).length, seats: seats.length }
  }
  if (at('proposed').length > 0) return { code: 'to_approve' }
  return { code: at('begun').length > 0 ? 'begun' : 'filled' }
}
