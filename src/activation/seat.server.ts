import { refusedBy } from '../platform/constraint.server.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { newId, type PlanId } from '../platform/ids.ts'
import type { Problem } from '../platform/problem.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { commit, loadAvailability, loadMembers } from '../roster/index.server.ts'
import { endOpenAid } from './aidEnd.server.ts'
import { policyFor } from './bookedPolicy.ts'
import type { BlockReason } from './candidate.ts'
import { blocksOf } from './candidates.server.ts'
import { mostPerAgency } from './eligibility.ts'
import { sendSeated } from './jobs.ts'
import {
  heldSeats,
  type OfferState,
  type PlanState,
  type SeatState,
  seatFor,
  surplusOffers,
} from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { type ActivationCode, problem } from './problems.ts'
import { sendQuietly } from './sendBy.server.ts'
import { standDownOffers } from './standDownOffers.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { hasComeAround, waitingYes } from './waitingYes.ts'
import { commitmentKind, weightOf } from './weight.ts'

/**
 * Whether somebody who says yes may go, as they stand now: hours lie between the question and the answer, and another
 * session may. What else binds them the database knows; time away they entered themselves, and a yes is newer.
 */
export async function mayStillGo(tx: Tx, plan: PlanState, offer: OfferState): Promise<boolean> {
  const blocks = await standsInTheWay(tx, plan, offer)
  return blocks.every((block) => block === 'committed' || block === 'unavailable')
}

/** What keeps somebody who was asked at home, as they stand now, by the policy their call-out began with. */
export async function standsInTheWay(
  reader: Reader,
  plan: PlanState,
  offer: OfferState,
): Promise<readonly BlockReason[]> {
  const { policyVersion } = (await loadActivation(reader, plan.activationId))!
  const policy = policyFor(plan, (await loadPolicy(reader, policyVersion)).policy)
  const { timeZone } = await loadRegion(reader)
  // What they are not asked for says nothing here: they were asked, and a yes is newer.
  const everybody = await loadAvailability(reader, plan.approval!, timeZone, policy)
  const one = everybody.find(({ member }) => member.id === offer.memberId)
  if (one === undefined) return ['not_deployable']
  const refused = plan.refused.includes(offer.memberId)
  return blocksOf(one, policy, { asked: false, busy: false, refused })
}

/** The limit per agency holds for the team that comes, whoever answered first. */
export async function agencyHasRoom(tx: Tx, plan: PlanState, offer: OfferState): Promise<boolean> {
  const activation = (await loadActivation(tx, plan.activationId))!
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  const agencyOf = new Map((await loadMembers(tx)).map((member) => [member.id, member.agencyId]))
  const mine = agencyOf.get(offer.memberId) ?? null
  if (mine === null) return true
  const seated = plan.seats.filter(
    (seat) => seat.taken !== null && agencyOf.get(seat.taken.memberId) === mine,
  )
  const allowed = plan.allowed.map((one) => one.what)
  return seated.length < mostPerAgency({ policy, allowed })
}

/** A refused statement has ended the transaction: it is undone as a whole, and the member is told why. */
export class SeatRefused extends Error {
  readonly problem: Problem<ActivationCode>
  constructor(problem: Problem<ActivationCode>) {
    super(problem.code)
    this.problem = problem
  }
}

/** Seats and binds somebody; throws SeatRefused where they are bound elsewhere or the seat is gone. */
export async function takeSeat(
  tx: Tx,
  plan: PlanState,
  seat: SeatState,
  offer: OfferState,
  heldUntil: Temporal.Instant | null,
): Promise<void> {
  const approval = plan.approval!
  const span = {
    startsAt: approval.startsAt.subtract({ minutes: offer.travelMinutes }),
    endsAt: approval.endsAt.add({ minutes: offer.travelMinutes }),
  }
  const weight = weightOf(plan)
  const tables = tx.tables<ActivationTables>()
  const refusals = {
    commitment_nobody_in_two_places: problem('bound_elsewhere'),
    acceptance_one_per_seat: problem('seat_taken'),
  }
  const refused = await refusedBy(refusals, async () => {
    const commitmentId = await commit(tx, offer.memberId, span, commitmentKind(plan.type), weight)
    await tables
      .insertInto('activation.acceptance')
      .values({
        region_id: tx.regionId,
        id: newId(),
        seat_id: seat.id,
        offer_id: offer.id,
        commitment_id: commitmentId,
        held_until: heldUntil,
      })
      .execute()
    return null
  })
  if (refused !== null) throw new SeatRefused(refused)
  // Thanked before, when the seat was somebody else's.
  if (offer.stoodDown)
    await tables
      .deleteFrom('activation.stand_down')
      .where('region_id', '=', tx.regionId)
      .where('offer_id', '=', offer.id)
      .execute()
}

/** Thanks everybody for whom no seat is left once this one is taken. */
export async function thankSurplus(
  tx: Tx,
  plan: PlanState,
  seat: SeatState,
  offer: OfferState,
): Promise<void> {
  const taken = { offerId: offer.id, memberId: offer.memberId, at: tx.now, heldUntil: null }
  const after: PlanState = {
    ...plan,
    seats: plan.seats.map((one) => (one.id === seat.id ? { ...one, taken } : one)),
    offers: plan.offers.filter((one) => one.id !== offer.id),
  }
  await thankWhoIsLeft(tx, after)
}

/** Of those who are asked, here or at a neighbour's, or wait with a yes, whoever has nothing to hope for any more may rest. */
export async function thankWhoIsLeft(tx: Tx, plan: PlanState): Promise<void> {
  const waiting = waitingYes(plan).filter((offer) => seatFor(plan, offer.kind) === null)
  await standDownOffers(tx, [...surplusOffers(plan), ...waiting], 'filled')
  const kept = new Set(heldSeats(plan).map((seat) => seat.kind))
  await endOpenAid(tx, plan.id, (kind) => seatFor(plan, kind) === null && !kept.has(kind))
}

/**
 * A seat came free, or the session moved: whoever said yes before and waits sits down first, in the order of their
 * answers, and hears it. In the caller's transaction, with the activation claimed.
 */
export async function seatWaiting(tx: Tx, planId: PlanId): Promise<void> {
  for (;;) {
    const plan = (await loadPlans(tx, { planId }))[0]!
    let seated = false
    for (const offer of waitingYes(plan)) {
      const seat = seatFor(plan, offer.kind)
      if (seat === null || !hasComeAround(plan, offer)) continue
      if (!(await mayStillGo(tx, plan, offer)) || !(await agencyHasRoom(tx, plan, offer))) continue
      await takeSeat(tx, plan, seat, offer, null)
      await sendQuietly(tx, sendSeated, [offer])
      await thankSurplus(tx, plan, seat, offer)
      seated = true
      break
    }
    if (!seated) return
  }
}
