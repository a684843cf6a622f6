import { loadReach } from '../messaging/index.server.ts'
import { channelsOf, mailOnly } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { newId, type OfferId } from '../platform/ids.ts'
import { done, type Outcome, type Problem } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import { commit, loadMembers, mailProven } from '../roster/index.server.ts'
import type { AnswerChoice } from './answerChoices.ts'
import { policyFor } from './bookedPolicy.ts'
import { mostPerAgency } from './eligibility.ts'
import { sendSeated } from './jobs.ts'
import { lockedOffer, lookAtOnce } from './lockedOffer.server.ts'
import {
  type AnswerCode,
  type AnswerWay,
  type OfferState,
  type PlanState,
  type SeatState,
  seatFor,
  surplusOffers,
} from './planState.ts'
import { type ActivationCode, problem } from './problems.ts'
import { sendQuietly } from './sendBy.server.ts'
import { standDownOffers } from './standDownOffers.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { commitmentKind, weightOf } from './weight.ts'

export type Answer = {
  /** "Were you there? Do you supervise, investigate or know closely anyone involved?" Never preselected. */
  readonly conflict: boolean
  readonly choice: AnswerChoice
  readonly fromAt: Temporal.Instant | null
}

/** `seated`: you're on. `held`: a seat is kept. `noted`: thanks, and what you said is kept. */
export type AnswerResult =
  | { readonly kind: 'seated' | 'noted' | 'filled' }
  | { readonly kind: 'held'; readonly until: Temporal.Instant }

/**
 * A member answers one offer, once. A yes to the conflict question stores "not available" and no reason.
 * Two people taking the last seat at once: the activation's row is locked first, so one sits and the other
 * is told that the seat is filled.
 */
export async function answerOffer(
  db: Db,
  actor: Actor,
  offerId: OfferId,
  answer: Answer,
  way: AnswerWay = 'page',
): Promise<Outcome<AnswerResult, ActivationCode>> {
  try {
    return await db.write(actor, async (tx) => {
      const found = await lockedOffer(tx, offerId)
      if (found === null) return problem('unknown_offer')
      const { plan, offer } = found
      if (plan.end !== null) return problem('ended_already')
      if (offer.answer !== null) return problem('answered_already')
      const wantsIn = !answer.conflict && answer.choice !== 'not_this_time'
      if (offer.stoodDown && wantsIn) return problem('seat_taken')
      if (offer.stoodDown) return problem('stood_down')
      if (answer.choice === 'coming_from' && !answer.conflict) {
        if (answer.fromAt === null) return problem('from_time_missing', 'fromAt')
        // Nobody means a time before they were asked: a slip such as yesterday's date must seat no one.
        if (Temporal.Instant.compare(answer.fromAt, wholeMinute(offer.madeAt)) < 0)
          return problem('from_time_past', 'fromAt')
      }

      const code: AnswerCode = answer.conflict ? 'not_available' : answer.choice
      await recordAnswer(tx, offer, { code, way, fromAt: code === 'coming_from' ? answer.fromAt : null })
      const advance = () => lookAtOnce(tx, plan.id)

      const inTime =
        code === 'coming' ||
        code === 'if_released' ||
        (code === 'coming_from' && arrivesInTime(plan, offer, answer.fromAt!))
      if (!wantsIn || !inTime) {
        await advance()
        return done({ kind: 'noted' } as const)
      }
      const seat = seatFor(plan, offer.kind)
      if (seat === null) return done({ kind: 'filled' } as const)
      if (!(await agencyHasRoom(tx, plan, offer))) {
        await advance()
        return done({ kind: 'filled' } as const)
      }
      const until = code === 'if_released' ? await holdUntil(tx, plan) : null
      await takeSeat(tx, plan, seat, offer, until)
      await advance()
      // Nobody is thanked while a seat is only kept: whoever is still asked is needed if it comes free.
      if (until !== null) return done({ kind: 'held', until } as const)
      await thankSurplus(tx, plan, seat, offer)
      // Said on the phone: what they need to know stands behind a link, which nobody can dictate.
      if (way === 'call' || way === 'coordinator') await sendQuietly(tx, sendSeated, [offer])
      return done({ kind: 'seated' } as const)
    })
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}

function wholeMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

class Refused extends Error {
  readonly problem: Problem<ActivationCode>
  constructor(problem: Problem<ActivationCode>) {
    super(problem.code)
    this.problem = problem
  }
}

/** The seat is kept until then, and never longer than the session waits. */
async function holdUntil(tx: Tx, plan: PlanState): Promise<Temporal.Instant> {
  const activation = (await loadActivation(tx, plan.activationId))!
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  const until = tx.now.add({ minutes: policyFor(plan, policy).callOut.holdMinutes })
  const { startsAt } = plan.approval!
  return Temporal.Instant.compare(until, startsAt) < 0 ? until : startsAt
}

async function recordAnswer(
  tx: Tx,
  offer: OfferState,
  told: { code: AnswerCode; way: AnswerWay; fromAt: Temporal.Instant | null },
): Promise<void> {
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.answer')
    .values({
      region_id: tx.regionId,
      offer_id: offer.id,
      code: told.code,
      from_at: told.fromAt,
      way: told.way,
      recorded_by: told.way === 'coordinator' && tx.actor.kind === 'account' ? tx.actor.accountId : null,
    })
    .execute()
  if (told.way !== 'page') return
  // Where mail is the only way, the link went to the address on file: whoever answers has it.
  const reach = (await loadReach(tx, [offer.memberId])).get(offer.memberId) ?? mailOnly
  if (channelsOf(reach).every((channel) => channel === 'mail'))
    await mailProven(tx, offer.memberId, offer.madeAt)
}

function arrivesInTime(plan: PlanState, offer: OfferState, fromAt: Temporal.Instant): boolean {
  const arrives = fromAt.add({ minutes: offer.travelMinutes })
  return plan.approval !== null && Temporal.Instant.compare(arrives, plan.approval.startsAt) <= 0
}

/** The limit per agency holds for the team that comes, whoever answered first. */
async function agencyHasRoom(tx: Tx, plan: PlanState, offer: OfferState): Promise<boolean> {
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

async function takeSeat(
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
  const refusals = {
    commitment_nobody_in_two_places: problem('bound_elsewhere'),
    acceptance_one_per_seat: problem('seat_taken'),
  }
  const refused = await refusedBy(refusals, async () => {
    const commitmentId = await commit(tx, offer.memberId, span, commitmentKind(plan.type), weight)
    await tx
      .tables<ActivationTables>()
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
  // A refused statement has ended the transaction: it is undone as a whole and the member is told why.
  if (refused !== null) throw new Refused(refused)
}

async function thankSurplus(tx: Tx, plan: PlanState, seat: SeatState, offer: OfferState): Promise<void> {
  const taken = { offerId: offer.id, memberId: offer.memberId, at: tx.now, heldUntil: null }
  const after: PlanState = {
    ...plan,
    seats: plan.seats.map((one) => (one.id === seat.id ? { ...one, taken } : one)),
    offers: plan.offers.filter((one) => one.id !== offer.id),
  }
  await standDownOffers(tx, surplusOffers(after), 'filled')
}
