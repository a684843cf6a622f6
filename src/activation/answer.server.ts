import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { done, type Outcome, type Problem } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import type { AnswerChoice } from './answerChoices.ts'
import { policyFor } from './bookedPolicy.ts'
import { sendSeated } from './jobs.ts'
import { lockedOffer, lookAtOnce } from './lockedOffer.server.ts'
import {
  type AnswerCode,
  type AnswerWay,
  hasBegun,
  hourPassed,
  type OfferState,
  type PlanState,
  seatFor,
} from './planState.ts'
import { type ActivationCode, problem } from './problems.ts'
import { recordAnswer } from './recordAnswer.server.ts'
import { agencyHasRoom, mayStillGo, SeatRefused, takeSeat, thankSurplus } from './seat.server.ts'
import { sendQuietly } from './sendBy.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { arrivesInTime, keptUntil, mayAnswerAgain } from './waitingYes.ts'

export type Answer = {
  /** "Were you there? Do you supervise, investigate or know closely anyone involved?" Never preselected. */
  readonly conflict: boolean
  readonly choice: AnswerChoice
  readonly fromAt: Temporal.Instant | null
}

/**
 * `seated`: you're on. `held`: a seat is kept. `next`: it is kept for somebody else until then, and yours if it comes
 * free. `noted`: thanks, and what you said is kept.
 */
export type AnswerResult =
  | { readonly kind: 'seated' | 'noted' | 'filled' }
  | { readonly kind: 'held' | 'next'; readonly until: Temporal.Instant }

/**
 * A member answers one offer. A yes to the conflict question is kept as any other no, without a reason. Whoever doesn't sit
 * on the team may answer anew while a seat is open: a slip is mended, and nobody who is free after all is lost. Two people
 * taking the last seat at once: the activation's row is locked first, so one sits and the other is told that it is filled.
 */
export async function answerOffer(
  db: Db,
  actor: Actor,
  offerId: OfferId,
  answer: Answer,
  way: AnswerWay = 'page',
  /** Through a link that was sent to the address on file. */
  mailed = way === 'page',
): Promise<Outcome<AnswerResult, ActivationCode>> {
  try {
    return await db.write(actor, async (tx) => {
      const found = await lockedOffer(tx, offerId)
      if (found === null) return problem('unknown_offer')
      const { plan, offer } = found
      const wantsIn = !answer.conflict && answer.choice !== 'not_this_time'
      const refused = refusalOf(plan, offer, answer, tx.now)
      if (refused !== null) return refused

      const code: AnswerCode = answer.conflict ? 'not_this_time' : answer.choice
      await recordAnswer(tx, offer, {
        code,
        way,
        mailed,
        fromAt: code === 'coming_from' ? answer.fromAt : null,
      })
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
      const kept = keptUntil(plan, offer.kind)
      if (seat === null && kept !== null && code !== 'if_released')
        return done({ kind: 'next', until: kept } as const)
      if (seat === null || !(await mayStillGo(tx, plan, offer)) || !(await agencyHasRoom(tx, plan, offer))) {
        await thankHere(tx, offer)
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
    if (error instanceof SeatRefused) return error.problem
    throw error
  }
}

function refusalOf(
  plan: PlanState,
  offer: OfferState,
  answer: Answer,
  now: Temporal.Instant,
): Problem<ActivationCode> | null {
  if (plan.end !== null) return problem('ended_already')
  const wantsIn = !answer.conflict && answer.choice !== 'not_this_time'
  const again = mayAnswerAgain(plan, offer, wantsIn)
  if (offer.stoodDown && !again) return problem(wantsIn ? 'seat_taken' : 'stood_down')
  if (offer.answer !== null && !again) return problem('answered_already')
  if (wantsIn && hasBegun(plan, now)) return problem('session_begun')
  if (wantsIn && hourPassed(plan, now)) return problem('hour_passed')
  if (answer.choice !== 'coming_from' || answer.conflict) return null
  if (answer.fromAt === null) return problem('from_time_missing', 'fromAt')
  // Nobody means a time before they were asked: a slip such as yesterday's date must seat no one.
  return Temporal.Instant.compare(answer.fromAt, wholeMinute(offer.madeAt)) < 0
    ? problem('from_time_past', 'fromAt')
    : null
}

function wholeMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

/** They are told on the spot, so no message follows. */
async function thankHere(tx: Tx, offer: OfferState): Promise<void> {
  if (offer.stoodDown) return
  await tx
    .tables<ActivationTables>()
    .insertInto('activation.stand_down')
    .values({ region_id: tx.regionId, offer_id: offer.id, reason: 'filled' })
    .execute()
}

/** The seat is kept until then, and never longer than the session waits. */
async function holdUntil(tx: Tx, plan: PlanState): Promise<Temporal.Instant> {
  const activation = (await loadActivation(tx, plan.activationId))!
  const { policy } = await loadPolicy(tx, activation.policyVersion)
  const until = tx.now.add({ minutes: policyFor(plan, policy).callOut.holdMinutes })
  const { startsAt } = plan.approval!
  return Temporal.Instant.compare(until, startsAt) < 0 ? until : startsAt
}
