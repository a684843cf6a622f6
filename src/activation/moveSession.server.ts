import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import { moveCommitment } from '../roster/index.server.ts'
import { endOpenAid } from './aidEnd.server.ts'
import { runningPlan } from './inHand.server.ts'
import { sendMoved } from './jobs.ts'
import { lookAtOnce } from './lockedOffer.server.ts'
import { may } from './may.ts'
import { hasBegun, type MoveReason, type PlanState, pendingOffers } from './planState.ts'
import { type ActivationCode, problem } from './problems.ts'
import { seatWaiting } from './seat.server.ts'
import { quietWays } from './sendBy.server.ts'
import { minutesOf } from './session.ts'
import { watchSession } from './sessionNears.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { tooFar } from './waitingYes.ts'

export type Move = {
  readonly startsAt: Temporal.Instant
  readonly place: string
  readonly reason: MoveReason
  /** Somebody on the team can't be there by then, and that is meant. */
  readonly late?: boolean
}

/**
 * An approved session gets another time or place. Nobody is taken off the team: everybody who is on it or asked is told,
 * and may step back as always. Somebody on it who is bound elsewhere at the new time keeps it from moving. `seen`: how
 * often it had moved on the page that was filled in.
 */
export async function moveSession(
  db: Db,
  actor: Actor,
  planId: PlanId,
  move: Move,
  seen: number,
): Promise<Outcome<null, ActivationCode>> {
  if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
  return await refusedBy(
    { commitment_nobody_in_two_places: problem('team_bound_elsewhere', 'startsAt') },
    () =>
      db.write(actor, async (tx) => {
        const held = await runningPlan(tx, planId)
        if (!held.ok) return held
        const plan = held.value
        const refused = refusalOf(plan, move, seen, tx.now)
        if (refused !== null) return refused
        const { policyVersion } = (await loadActivation(tx, plan.activationId))!
        const { policy } = await loadPolicy(tx, policyVersion)
        const session = { ...move, endsAt: move.startsAt.add({ minutes: minutesOf(plan, policy) }) }
        await writeMove(tx, plan, session, actor.accountId)
        for (const seat of plan.seats) if (seat.taken) await bindAnew(tx, plan, seat.taken.offerId, session)
        await tell(tx, plan)
        if (Temporal.Instant.compare(session.startsAt, plan.approval!.startsAt) !== 0)
          await endOpenAid(tx, planId)
        // "I can, but from …": for some the new hour is the one they meant.
        await seatWaiting(tx, planId)
        await watchSession(tx, planId, session.startsAt)
        // Other people are free then, and some who were are not.
        await lookAtOnce(tx, planId)
        await audit(tx, { act: 'session_moved', subject: { plan: planId }, detail: { reason: move.reason } })
        return done(null)
      }),
  )
}

function refusalOf(plan: PlanState, move: Move, seen: number, now: Temporal.Instant) {
  const { approval, window } = plan
  if (approval === null) return problem('not_approved_yet')
  if (plan.moves.length !== seen) return problem('changed_meanwhile')
  if (hasBegun(plan, now)) return problem('session_begun')
  const sameTime = Temporal.Instant.compare(move.startsAt, approval.startsAt) === 0
  if (sameTime && move.place === approval.place) return problem('nothing_changed', 'startsAt')
  if (sameTime) return null
  if (Temporal.Instant.compare(move.startsAt, now) < 0) return problem('session_in_past', 'startsAt')
  const outside =
    Temporal.Instant.compare(move.startsAt, window.opens) < 0 ||
    Temporal.Instant.compare(move.startsAt, window.closes) >= 0
  if (outside) return problem('session_outside_window', 'startsAt')
  if (plan.seats.some((seat) => seat.guest !== null)) return problem('guest_bound', 'startsAt')
  return move.late !== true && tooFar(plan, move.startsAt, now).length > 0
    ? problem('team_too_far', 'late')
    : null
}

type MovedSession = Move & { readonly endsAt: Temporal.Instant }

async function writeMove(tx: Tx, plan: PlanState, session: MovedSession, by: AccountId): Promise<void> {
  const tables = tx.tables<ActivationTables>()
  await tables
    .insertInto('activation.session_move')
    .values({
      region_id: tx.regionId,
      plan_id: plan.id,
      number: plan.moves.length + 1,
      was_starts_at: plan.approval!.startsAt,
      was_place: plan.approval!.place,
      reason: session.reason,
      moved_by: by,
    })
    .execute()
  await tables
    .updateTable('activation.approval')
    .set({
      session_starts_at: session.startsAt,
      session_ends_at: session.endsAt,
      place: session.place,
    })
    .where('region_id', '=', tx.regionId)
    .where('plan_id', '=', plan.id)
    .execute()
}

async function bindAnew(tx: Tx, plan: PlanState, offerId: string, session: MovedSession): Promise<void> {
  const offer = plan.offers.find((one) => one.id === offerId)!
  const acceptance = await tx
    .tables<ActivationTables>()
    .selectFrom('activation.acceptance')
    .select('commitment_id')
    .where('region_id', '=', tx.regionId)
    .where('offer_id', '=', offer.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  await moveCommitment(tx, acceptance.commitment_id, {
    startsAt: session.startsAt.subtract({ minutes: offer.travelMinutes }),
    endsAt: session.endsAt.add({ minutes: offer.travelMinutes }),
  })
}

async function tell(tx: Tx, plan: PlanState): Promise<void> {
  const seated = new Set(plan.seats.map((seat) => seat.taken?.offerId))
  const pending = new Set(pendingOffers(plan).map((offer) => offer.id))
  const told = plan.offers.filter((offer) => seated.has(offer.id) || pending.has(offer.id))
  const number = plan.moves.length + 1
  for (const { offer, channel } of await quietWays(tx, told))
    await enqueue(
      tx,
      sendMoved,
      { regionId: tx.regionId, offerId: offer.id, channel, number },
      { key: `${sendMoved.name}:${offer.id}:${number}:${channel}` },
    )
}
