import type { Tx } from '../platform/db.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { byDay } from './bookingHours.ts'
import { sendStandDown } from './jobs.ts'
import { loadOffer } from './offerToSend.server.ts'
import type { OfferState } from './planState.ts'
import { sendQuietly } from './sendBy.server.ts'
import type { StandDownReason } from './standDownReason.ts'
import type { ActivationTables } from './tables.server.ts'

/** Thanks people who need not come after all. */
export async function standDownOffers(
  tx: Tx,
  offers: readonly OfferState[],
  reason: StandDownReason,
): Promise<void> {
  for (const offer of offers) {
    await tx
      .tables<ActivationTables>()
      .insertInto('activation.stand_down')
      .values({ region_id: tx.regionId, offer_id: offer.id, reason })
      .execute()
  }
  const [first] = offers
  if (first === undefined) return
  // All of one plan. What lies days ahead makes no phone sound at night.
  const booked = (await loadOffer(tx, first.id))?.booked === true
  const textsAt = booked ? byDay(tx.now, (await loadRegion(tx)).timeZone) : undefined
  await sendQuietly(tx, sendStandDown, offers, textsAt)
}
