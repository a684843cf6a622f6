import type { Tx } from '../platform/db.server.ts'
import { sendStandDown } from './jobs.ts'
import type { OfferState } from './planState.ts'
import { sendQuietly } from './sendBy.server.ts'
import type { ActivationTables, StandDownReason } from './tables.server.ts'

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
  await sendQuietly(tx, sendStandDown, offers)
}
