import { loadSent } from '../messaging/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId, OfferId } from '../platform/ids.ts'
import { channels } from './messages.server.ts'
import { hourPassed, seatFor } from './planState.ts'
import { planOfOffer } from './planStore.server.ts'
import { standsInTheWay } from './seat.server.ts'
import { messageKey } from './sendMessage.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** Whether somebody is asked for anything else, or sits on another team: what ends here ends nothing there. */
export async function hasOthers(reader: Reader, memberId: MemberId, offerId: OfferId): Promise<boolean> {
  const row = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer as o')
    .innerJoin('activation.approval as v', (join) =>
      join.onRef('v.region_id', '=', 'o.region_id').onRef('v.plan_id', '=', 'o.plan_id'),
    )
    .leftJoin('activation.plan_end as e', (join) =>
      join.onRef('e.region_id', '=', 'o.region_id').onRef('e.plan_id', '=', 'o.plan_id'),
    )
    .leftJoin('activation.answer as n', (join) =>
      join.onRef('n.region_id', '=', 'o.region_id').onRef('n.offer_id', '=', 'o.id'),
    )
    .leftJoin('activation.stand_down as d', (join) =>
      join.onRef('d.region_id', '=', 'o.region_id').onRef('d.offer_id', '=', 'o.id'),
    )
    .leftJoin('activation.acceptance as t', (join) =>
      join
        .onRef('t.region_id', '=', 'o.region_id')
        .onRef('t.offer_id', '=', 'o.id')
        .on('t.withdrawn_at', 'is', null),
    )
    .select('o.id')
    .where('o.region_id', '=', reader.regionId)
    .where('o.member_id', '=', memberId)
    .where('o.id', '<>', offerId)
    .where('e.code', 'is', null)
    .where('v.session_ends_at', '>', reader.now)
    .where((eb) =>
      eb.or([eb('t.id', 'is not', null), eb.and([eb('n.code', 'is', null), eb('d.reason', 'is', null)])]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Whether an answer that comes late may still find a seat. */
export async function mayStillSit(reader: Reader, offerId: OfferId): Promise<boolean> {
  const plan = await planOfOffer(reader, offerId)
  const offer = plan?.offers.find((one) => one.id === offerId)
  if (!plan || offer === undefined || hourPassed(plan, reader.now)) return false
  return seatFor(plan, offer.kind) !== null
}

/** Whether nothing keeps them at home by now. */
export async function mayStillBeAsked(reader: Reader, offerId: OfferId): Promise<boolean> {
  const plan = await planOfOffer(reader, offerId)
  const offer = plan?.offers.find((one) => one.id === offerId)
  return plan != null && offer !== undefined && (await standsInTheWay(reader, plan, offer)).length === 0
}

/** Whether an offer went out before the session moved for the nth time: one that goes out later carries the new time itself. */
export async function wasAskedBefore(reader: Reader, offerId: OfferId, number: number): Promise<boolean> {
  const moved = (await planOfOffer(reader, offerId))?.moves[number - 1]
  const sent = await loadSent(
    reader,
    channels.map((channel) => messageKey(`offer.${offerId}`, channel)),
  )
  return [...sent.values()].some(
    ({ outcome, startedAt }) =>
      outcome === 'taken' && moved !== undefined && Temporal.Instant.compare(startedAt, moved.at) <= 0,
  )
}
