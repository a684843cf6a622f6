import { fatesOf } from '../messaging/index.server.ts'
import type { Channel, Reach } from '../messaging/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { channelWords } from './askedWords.ts'
import type { PlanState } from './planState.ts'
import { messageKey } from './sendMessage.server.ts'
import type { Asked } from './view.ts'

const ways = Object.keys(channelWords.en) as Channel[]

/** Of all offers of these plans, with one question about their messages. */
export async function loadAsked(
  reader: Reader,
  plans: readonly PlanState[],
  reach: ReadonlyMap<string, Reach>,
): Promise<ReadonlyMap<OfferId, Asked>> {
  const offers = plans.flatMap((plan) => plan.offers)
  const keyOf = (id: OfferId, channel: Channel) => messageKey(`offer.${id}`, channel)
  const fates = await fatesOf(
    reader,
    offers.flatMap(({ id }) => ways.map((channel) => keyOf(id, channel))),
  )
  return new Map(
    offers.map(({ id, memberId }) => [
      id,
      {
        ways: ways.flatMap((channel) => {
          const fate = fates.get(keyOf(id, channel))
          return fate === undefined ? [] : [{ channel, fate }]
        }),
        stopped: reach.get(memberId)?.stopped ?? false,
      },
    ]),
  )
}
