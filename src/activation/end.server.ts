import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { ActivationId, OfferId, PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { releaseCommitment } from '../roster/index.server.ts'
import type { OutcomeCode } from './activationRecord.ts'
import { endAid } from './aidEnd.server.ts'
import { closeWhenDone, endPlan, writeOutcome } from './endPlan.server.ts'
import { activationInHand, planInHand, runningPlan } from './inHand.server.ts'
import { may } from './may.ts'
import { closable, hasBegun, type PlanState, pendingOffers } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { type ActivationCode, problem } from './problems.ts'
import { standDownOffers } from './standDownOffers.server.ts'
import { endings } from './storedRoles.ts'
import type { ActivationTables } from './tables.server.ts'

/**
 * Advice only, referred elsewhere, declined, stood down, or all is done that will be: the activation ends and whoever was asked is thanked. `seen`: its
 * version on the page that was asked from; whoever said yes since is looked at before they are sent home.
 */
export async function endActivation(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
  code: OutcomeCode,
  seen?: number,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'end') || actor.kind !== 'account') return problem('not_allowed')
    const held = await activationInHand(tx, activationId, seen)
    if (!held.ok) return held
    if (held.value.outcome !== null) return problem('ended_already')
    const plans = await loadPlans(tx, { activationId })
    if (!endings(held.value.booking !== null, plans).includes(code))
      return problem('ending_does_not_fit', 'code')
    const running = plans.filter((plan) => plan.end === null)
    if (running.some((plan) => hasBegun(plan, tx.now))) return problem('close_out_first')
    for (const plan of running) await cancel(tx, plan)
    await audit(tx, {
      act: 'activation_ended',
      subject: { activation: activationId },
      detail: { outcome: code },
    })
    return await writeOutcome(tx, activationId, code)
  })
}

/** Stands one plan down: also those who were told "you're on" are thanked, and released. `seen` as above. */
export async function standDownPlan(
  db: Db,
  actor: Actor,
  planId: PlanId,
  seen?: number,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'end')) return problem('not_allowed')
    const held = await runningPlan(tx, planId, seen)
    if (!held.ok) return held
    const plan = held.value
    if (hasBegun(plan, tx.now)) return problem('close_out_first')
    await cancel(tx, plan)
    await audit(tx, { act: 'plan_stood_down', subject: { plan: planId } })
    await closeWhenDone(tx, plan.activationId)
    return done(null)
  })
}

async function cancel(tx: Tx, plan: PlanState): Promise<void> {
  await endPlan(tx, plan, 'cancelled')
  const seated = new Set(plan.seats.flatMap((seat) => (seat.taken === null ? [] : [seat.taken.offerId])))
  const pending = new Set(pendingOffers(plan).map((offer) => offer.id))
  await standDownOffers(
    tx,
    plan.offers.filter((offer) => seated.has(offer.id) && !pending.has(offer.id)),
    'cancelled',
  )
  if (plan.approval !== null && Temporal.Instant.compare(tx.now, plan.approval.startsAt) < 0)
    await release(tx, [...seated])
}

/** The session won't be: whoever was bound for it may be asked elsewhere. */
async function release(tx: Tx, offerIds: readonly OfferId[]): Promise<void> {
  if (offerIds.length === 0) return
  const held = await tx
    .tables<ActivationTables>()
    .selectFrom('activation.acceptance')
    .select('commitment_id')
    .where('region_id', '=', tx.regionId)
    .where('offer_id', 'in', offerIds)
    .where('withdrawn_at', 'is', null)
    .execute()
  for (const one of held) await releaseCommitment(tx, one.commitment_id)
}

/**
 * For the intervention module's close-out, in its transaction: this plan is done; when it was the last one,
 * the activation is closed. A session that was not held weighs on nobody: whoever was bound for it, a guest too, is free.
 */
export async function closePlan(
  tx: Tx,
  planId: PlanId,
  wasHeld = true,
): Promise<Outcome<null, ActivationCode>> {
  const held = await planInHand(tx, planId)
  if (!held.ok) return held
  const plan = held.value
  if (plan.approval === null) return problem('not_approved_yet')
  if (plan.end?.code === 'closed' || plan.end?.code === 'cancelled') return problem('ended_already')
  const closing = closable(plan, tx.now)
  if (closing !== 'yes') return problem(closing)
  if (plan.end === null) await endPlan(tx, plan, 'closed')
  if (!wasHeld) {
    await release(
      tx,
      plan.seats.flatMap((seat) => (seat.taken === null ? [] : [seat.taken.offerId])),
    )
    await endAid(tx, planId, false)
  }
  await closeWhenDone(tx, plan.activationId)
  return done(null)
}
