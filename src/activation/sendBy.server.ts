import { loadReach } from '../messaging/index.server.ts'
import { type Channel, mailOnly, quietChannelsOf } from '../messaging/index.ts'
import type { Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { MemberId, OfferId } from '../platform/ids.ts'
import type { Job } from '../platform/jobs.ts'

type AboutOffer = Job<{ regionId: string; offerId: string; channel: Channel }>

/** One message about one offer goes one way: the key says so, and a repeat is the same. */
export async function sendBy(
  tx: Tx,
  message: AboutOffer,
  offerId: OfferId,
  channel: Channel,
  at?: Temporal.Instant,
): Promise<void> {
  await enqueue(
    tx,
    message,
    { regionId: tx.regionId, offerId, channel },
    { key: `${message.name}:${offerId}:${channel}`, ...(at === undefined ? {} : { at }) },
  )
}

/** The quiet ways of their members. */
export async function quietWays<Offer extends { readonly memberId: MemberId }>(
  tx: Tx,
  offers: readonly Offer[],
): Promise<{ readonly offer: Offer; readonly channel: Channel }[]> {
  const reach = await loadReach(
    tx,
    offers.map((offer) => offer.memberId),
  )
  return offers.flatMap((offer) =>
    quietChannelsOf(reach.get(offer.memberId) ?? mailOnly).map((channel) => ({ offer, channel })),
  )
}

export async function sendQuietly(
  tx: Tx,
  message: AboutOffer,
  offers: readonly { readonly id: OfferId; readonly memberId: MemberId }[],
  /** When a text may make a phone sound; without it, now. */
  textsAt?: Temporal.Instant,
): Promise<void> {
  for (const { offer, channel } of await quietWays(tx, offers))
    await sendBy(tx, message, offer.id, channel, channel === 'text' ? textsAt : undefined)
}
