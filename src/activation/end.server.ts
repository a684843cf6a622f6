import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import type { ActivationId, OfferId, PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { releaseCommitment } from '../roster/index.server.ts'
import type { OutcomeCode } from './activationRecord.ts'
import { endAid } from './aidEnd.server.ts'
import { endPlan } from './callOut.server.ts'
import { activationInHand, planInHand, runningPlan } from './inHand.server.ts'
import { may } from './may.ts'
import { closable, type PlanState, pendingOffers } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { type ActivationCode, problem } from './problems.ts'
import { standDownOffers } from './standDownOffers.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** Advice only, referred elsewhere, declined: the activation ends and whoever was asked is thanked. */
export async function endActivation(
  db: Db,
  actor: Actor,
  activationId: ActivationId,
  code: Exclude<OutcomeCode, 'closed'>,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'end') || actor.kind !== 'account') return problem('not_allowed')
    const held = await activationInHand(tx, activationId)
    if (!held.ok) return held
    if (held.value.outcome !== null) return problem('ended_already')
    for (const plan of await loadPlans(tx, { activationId })) {
      if (plan.end !== null) continue
      await cancel(tx, plan)
    }
    return await writeOutcome(tx, activationId, code, actor.accountId)
  })
}

/** Stands one plan down: also those who were told "you're on" are thanked, and released. */
export async function standDownPlan(
  db: Db,
  actor: Actor,
  planId: PlanId,
): Promise<Outcome<null, ActivationCode>> {
  return await db.write(actor, async (tx) => {
    if (!may(actor, 'end')) return problem('not_allowed')
    const held = await runningPlan(tx, planId)
    if (!held.ok) return held
    const plan = held.value
    await cancel(tx, plan)
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
  const others = (await loadPlans(tx, { activationId: plan.activationId })).filter((one) => one.id !== planId)
  if (others.every((one) => one.end !== null) && tx.actor.kind === 'account') {
    return await writeOutcome(tx, plan.activationId, 'closed', tx.actor.accountId)
  }
  return done(null)
}

async function writeOutcome(
  tx: Tx,
  activationId: ActivationId,
  code: OutcomeCode,
  by: string,
): Promise<Outcome<null, ActivationCode>> {
  return await refusedBy({ outcome_pkey: problem('ended_already') }, async () => {
    await tx
      .tables<ActivationTables>()
      .insertInto('activation.outcome')
      .values({ region_id: tx.regionId, activation_id: activationId, code, decided_by: by })
      .execute()
    return done(null)
  })
}
