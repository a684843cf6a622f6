import type { MemberId } from '../platform/ids.ts'
import type { Agency } from '../region/index.ts'
import { type OfferState, type PlanState, pendingOffers, type SeatState } from './planState.ts'

type OwnPlan = PlanState & { readonly approval: NonNullable<PlanState['approval']> }
/** One offer to one member, with the plan it is for and the agency that asked. */
export type OwnCall = { readonly plan: OwnPlan; readonly offer: OfferState; readonly agency: Agency }
export type OwnSeat = OwnCall & { readonly seat: SeatState }
export type OwnCalls = { readonly asked: readonly OwnCall[]; readonly seats: readonly OwnSeat[] }

/**
 * What one member is asked, the most pressing first, and where they are expected, soonest first. A link answers until
 * its window closes; a session that is over is nothing to go to any more.
 */
export function ownCalls(
  plans: readonly PlanState[],
  agencies: readonly Agency[],
  memberId: MemberId,
  now: Temporal.Instant,
): OwnCalls {
  const ahead = (at: Temporal.Instant) => Temporal.Instant.compare(now, at) < 0
  const own = plans.flatMap(({ approval, ...plan }) => {
    const agency = agencies.find((one) => one.id === plan.agencyId)
    if (approval === null || plan.end !== null || agency === undefined) return []
    return plan.offers
      .filter((offer) => offer.memberId === memberId)
      .map((offer): OwnCall => ({ plan: { ...plan, approval }, offer, agency }))
  })
  const asked = own.filter(
    ({ plan, offer }) => ahead(plan.window.closes) && pendingOffers(plan).includes(offer),
  )
  const seats = own.flatMap((one): OwnSeat[] => {
    const seat = one.plan.seats.find(({ taken }) => taken?.offerId === one.offer.id)
    return seat !== undefined && ahead(one.plan.approval.endsAt) ? [{ ...one, seat }] : []
  })
  return {
    asked: asked.sort((a, b) => Temporal.Instant.compare(a.offer.answerBy, b.offer.answerBy)),
    seats: seats.sort((a, b) => Temporal.Instant.compare(a.plan.approval.startsAt, b.plan.approval.startsAt)),
  }
}
