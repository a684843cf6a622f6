import type { OfferState, PlanState } from './planState.ts'
import { arrivesInTime, keptUntil, waitingYes } from './waitingYes.ts'

/**
 * How one offer stands for the member who has it. `from`: free too late for the hour it is; `next`: a seat is kept for
 * somebody else; `waits`: a yes without a seat; `complete`: thanked, whether they said anything or not; `refused`: the
 * agency asked for somebody else, which nobody is told.
 */
export type Standing =
  | { readonly kind: 'from'; readonly at: Temporal.Instant }
  | { readonly kind: 'next'; readonly until: Temporal.Instant }
  | {
      readonly kind:
        | 'seated'
        | 'held'
        | 'refused'
        | 'asked'
        | 'complete'
        | 'hold_over'
        | 'left'
        | 'waits'
        | 'noted'
    }

export function standingOf(plan: PlanState, offer: OfferState): Standing {
  const { answer } = offer
  const seat = plan.seats.find((one) => one.taken?.offerId === offer.id)
  if (seat !== undefined) return { kind: seat.taken!.heldUntil === null ? 'seated' : 'held' }
  if (plan.refused.includes(offer.memberId)) return { kind: 'refused' }
  if (answer === null) return { kind: offer.stoodDown ? 'complete' : 'asked' }
  if (answer.code === 'not_this_time') return { kind: 'noted' }
  if (offer.stoodDown)
    return { kind: offer.leftTeam && answer.code === 'if_released' ? 'hold_over' : 'complete' }
  if (offer.leftTeam) return { kind: 'left' }
  if (!waitingYes(plan).some((one) => one.id === offer.id)) return { kind: 'noted' }
  if (answer.code === 'coming_from' && !arrivesInTime(plan, offer, answer.fromAt!))
    return { kind: 'from', at: answer.fromAt! }
  const until = keptUntil(plan, offer.kind)
  return until === null ? { kind: 'waits' } : { kind: 'next', until }
}

/** Whether they were taken off because the agency asked for somebody else, and did not step back themselves. */
export function takenOffForAgency(plan: PlanState, offer: OfferState): boolean {
  return offer.leftTeam && offer.stoodDown && plan.refused.includes(offer.memberId)
}
