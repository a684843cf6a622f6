import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { OfferId, PlanId } from '../platform/ids.ts'
import { advancePlan } from './jobs.ts'
import type { OfferState, PlanState } from './planState.ts'
import { planOfOffer } from './planStore.server.ts'
import { claim } from './store.server.ts'

/** Locks the activation (by raising its version), then reads: what is decided below nobody else can change. */
export async function lockedOffer(
  tx: Tx,
  offerId: OfferId,
): Promise<{ plan: PlanState; offer: OfferState } | null> {
  const before = await planOfOffer(tx, offerId)
  if (before === null) return null
  await claim(tx, before.activationId)
  const plan = (await planOfOffer(tx, offerId))!
  return { plan, offer: plan.offers.find((offer) => offer.id === offerId)! }
}

/** Something changed for this plan: what is due is done now, not when its next wave would be. */
export async function lookAtOnce(tx: Tx, planId: PlanId): Promise<void> {
  await enqueue(tx, advancePlan, { regionId: tx.regionId, planId }, { key: `advance-now:${planId}` })
}
