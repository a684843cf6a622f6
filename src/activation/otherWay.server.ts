import { fatesOf, reachOf } from '../messaging/index.server.ts'
import { type Channel, canCall, canText } from '../messaging/index.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { sendMoved, sendOffer, sendSeated, sendStandDown } from './jobs.ts'
import { loadOffer } from './offerToSend.server.ts'
import { sendBy } from './sendBy.server.ts'
import { messageKey } from './sendMessage.server.ts'

const senders = { offer: sendOffer, 'stand-down': sendStandDown, seated: sendSeated } as const

/** A message about an offer did not arrive: the same goes out another way, whatever they chose. Other keys are not ours. */
export async function sendOtherWay(tx: Tx, key: string, phones: boolean): Promise<void> {
  const [, base, kind, id, number, failed = 'mail'] =
    /^((offer|stand-down|seated|moved)\.([0-9a-f-]{36})(?:\.(\d+))?)(?:\.(text|call|push))?$/.exec(key) ?? []
  const offerId = id as OfferId
  const offer = id === undefined ? null : await loadOffer(tx, offerId)
  if (base === undefined || offer === null) return
  const reach = await reachOf(tx, offer.memberId)
  // Only an offer is worth waking somebody.
  const able = phones ? { text: canText(reach), call: kind === 'offer' && canCall(reach) } : {}
  const channel = await wayAfter(tx, base, failed as Channel, able)
  if (channel === null) return
  if (kind !== 'moved') return await sendBy(tx, senders[kind as keyof typeof senders], offerId, channel)
  await enqueue(
    tx,
    sendMoved,
    { regionId: tx.regionId, offerId, channel, number: Number(number) },
    { key: `${sendMoved.name}:${offerId}:${number}:${channel}` },
  )
}

/** The next way that may work. None is gone back to, so that two that fail never send to each other for ever. */
async function wayAfter(
  reader: Reader,
  base: string,
  failed: Channel,
  able: Partial<Record<Channel, boolean>>,
): Promise<Channel | null> {
  const later: Record<Channel, readonly Channel[]> = {
    mail: ['text', 'call'],
    text: ['mail', 'call'],
    call: ['mail'],
    push: ['mail', 'text', 'call'],
  }
  const fates = await fatesOf(
    reader,
    later[failed].map((channel) => messageKey(base, channel)),
  )
  const lost = (channel: Channel) =>
    ['failed', 'stopped'].includes(fates.get(messageKey(base, channel)) ?? '')
  return later[failed].find((one) => (one === 'mail' || able[one]) && !lost(one)) ?? null
}
