import { heldSeats, type OfferState, type PlanState, seatFor } from './planState.ts'

/** Somebody is on the way before the session begins, the drive counted in. */
export function arrivesInTime(plan: PlanState, offer: OfferState, fromAt: Temporal.Instant): boolean {
  const arrives = fromAt.add({ minutes: offer.travelMinutes })
  return plan.approval !== null && Temporal.Instant.compare(arrives, plan.approval.startsAt) <= 0
}

/** Who is on the team, or has a seat kept, and even on the way now would not be there by then. */
export function tooFar(
  plan: PlanState,
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): readonly OfferState[] {
  return plan.offers.filter(
    (offer) =>
      sits(plan, offer) && Temporal.Instant.compare(now.add({ minutes: offer.travelMinutes }), startsAt) > 0,
  )
}

function sits(plan: PlanState, offer: OfferState): boolean {
  return plan.seats.some((seat) => seat.taken?.offerId === offer.id)
}

/** A yes that has no seat, and was not thanked for it: kept for later, or too late for the hour it was. Oldest first. */
export function waitingYes(plan: PlanState): readonly OfferState[] {
  return plan.offers
    .filter(
      (offer) =>
        (offer.answer?.code === 'coming' || offer.answer?.code === 'coming_from') &&
        !offer.stoodDown &&
        !offer.leftTeam &&
        !sits(plan, offer),
    )
    .sort((one, other) => Temporal.Instant.compare(one.answer!.at, other.answer!.at))
}

/** Whether what somebody said still, or now, means that they are there when it begins. */
export function hasComeAround(plan: PlanState, { answer, ...offer }: OfferState): boolean {
  if (answer === null) return false
  return answer.code === 'coming' || arrivesInTime(plan, { ...offer, answer }, answer.fromAt!)
}

/** The seat somebody may hope for while it is kept for another: until when; null: there is none. */
export function keptUntil(plan: PlanState, kind: OfferState['kind']): Temporal.Instant | null {
  const kept = heldSeats(plan).filter(
    (seat) => seat.kind === kind || (kind === 'lead' && seat.kind === 'peer'),
  )
  return kept.map((seat) => seat.taken!.heldUntil!).sort(Temporal.Instant.compare)[0] ?? null
}

/**
 * Whether somebody may answer anew: a slip, or free after all, as long as they don't sit on the team. A yes needs a seat
 * that is open; a no takes back a yes that waits.
 */
export function mayAnswerAgain(plan: PlanState, offer: OfferState, wantsIn: boolean): boolean {
  if (sits(plan, offer) || plan.refused.includes(offer.memberId)) return false
  return wantsIn ? seatFor(plan, offer.kind) !== null : waitingYes(plan).some((one) => one.id === offer.id)
}
