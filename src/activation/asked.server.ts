import type { Reach } from '../messaging/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { waysOf } from './messages.server.ts'
import type { PlanState } from './planState.ts'
import type { Asked } from './view.ts'

/** Of all offers of these plans, with one question about their messages. */
export async function loadAsked(
  reader: Reader,
  plans: readonly PlanState[],
  reach: ReadonlyMap<string, Reach>,
): Promise<ReadonlyMap<OfferId, Asked>> {
  const offers = plans.flatMap((plan) => plan.offers)
  const ways = await waysOf(
    reader,
    offers.map(({ id }) => `offer.${id}`),
  )
  return new Map(
    offers.map(({ id, memberId }) => [
      id,
      { ways: ways(`offer.${id}`), stopped: reach.get(memberId)?.stopped ?? false },
    ]),
  )
}
