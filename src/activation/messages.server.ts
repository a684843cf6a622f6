import { fatesOf } from '../messaging/index.server.ts'
import type { Channel } from '../messaging/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { channelWords } from './askedWords.ts'
import { bookedAs } from './booking.ts'
import { byDay } from './bookingHours.ts'
import {
  type Message,
  type Messages,
  type Newest,
  newestMessage,
  notReached,
  type Way,
} from './newestMessage.ts'
import type { PlanState } from './planState.ts'
import { messageKey } from './sendMessage.server.ts'
import type { ActivationTables } from './tables.server.ts'

export const channels = Object.keys(channelWords.en) as Channel[]

/** What became of each way of these messages; of a way that nobody began, nothing. */
export async function waysOf(
  reader: Reader,
  keys: readonly string[],
): Promise<(key: string) => readonly Way[]> {
  const fates = await fatesOf(
    reader,
    keys.flatMap((key) => channels.map((channel) => messageKey(key, channel))),
  )
  return (key) =>
    channels.flatMap((channel) => {
      const fate = fates.get(messageKey(key, channel))
      return fate === undefined ? [] : [{ channel, fate }]
    })
}

/** The newest message to everybody whom these plans asked. */
export async function loadMessages(reader: Reader, plans: readonly PlanState[]): Promise<Messages> {
  const downs = await stoodDownAt(
    reader,
    plans.flatMap((plan) => plan.offers.filter((offer) => offer.stoodDown).map((offer) => offer.id)),
  )
  const { timeZone } = await loadRegion(reader)
  const newest = plans.flatMap((plan) =>
    plan.offers.flatMap((offer): (readonly [OfferId, Newest])[] => {
      const message = newestMessage(plan, offer, downs.get(offer.id) ?? null)
      if (message === null) return []
      // What lies days ahead may wait for the morning.
      const at = bookedAs(plan) === null ? message.at : byDay(message.at, timeZone)
      return [[offer.id, { ...message, at }]]
    }),
  )
  const ways = await waysOf(
    reader,
    newest.map(([, message]) => message.key),
  )
  const messages = new Map<OfferId, Message>(
    newest.map(([id, message]) => [id, { ...message, ways: ways(message.key) }]),
  )
  for (const [id, way] of await bundled(reader, plans, messages))
    messages.set(id, { ...messages.get(id)!, ways: [way] })
  return messages
}

/** Offers of which no message has reached anybody. */
export async function idsNotReached(reader: Reader, plan: PlanState): Promise<ReadonlySet<OfferId>> {
  const messages = await loadMessages(reader, [plan])
  return new Set(notReached(plan, messages, reader.now).map((offer) => offer.id))
}

async function stoodDownAt(
  reader: Reader,
  offerIds: readonly OfferId[],
): Promise<ReadonlyMap<OfferId, Temporal.Instant>> {
  if (offerIds.length === 0) return new Map()
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.stand_down')
    .select(['offer_id', 'stood_down_at'])
    .where('region_id', '=', reader.regionId)
    .where('offer_id', 'in', offerIds)
    .execute()
  return new Map(rows.map((row) => [row.offer_id, row.stood_down_at]))
}

/** Offers that one text for several spoke of: none of their own went out, and none had to. */
async function bundled(
  reader: Reader,
  plans: readonly PlanState[],
  messages: Messages,
): Promise<readonly (readonly [OfferId, Way])[]> {
  const alone = plans
    .flatMap((plan) => plan.offers)
    .filter(({ id }) => messages.get(id)?.kind === 'offer' && messages.get(id)?.ways.length === 0)
  if (alone.length === 0) return []
  const { callOut } = (await loadPolicy(reader)).policy
  const others = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer')
    .select(['id', 'member_id', 'made_at'])
    .where('region_id', '=', reader.regionId)
    .where(
      'member_id',
      'in',
      alone.map((offer) => offer.memberId),
    )
    .where('made_at', '>', reader.now.subtract({ hours: 48 }))
    .execute()
  const ways = await waysOf(
    reader,
    others.map((one) => `offer.${one.id}`),
  )
  return alone.flatMap(({ id, memberId, madeAt }) => {
    const near = others.filter(
      (one) =>
        one.member_id === memberId &&
        one.id !== id &&
        one.made_at.since(madeAt).abs().total('minutes') <= callOut.bundleMinutes,
    )
    const texts = near.flatMap((one) => ways(`offer.${one.id}`).filter(({ channel }) => channel === 'text'))
    const told = texts.filter(({ fate }) => fate === 'taken' || fate === 'delivered')
    return told.length < callOut.bundleFrom - 1 ? [] : [[id, told[0]!] as const]
  })
}
