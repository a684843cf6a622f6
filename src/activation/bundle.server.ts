import { loadSent } from '../messaging/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId, OfferId } from '../platform/ids.ts'
import type { Policy } from '../region/index.ts'
import { messageKey } from './sendMessage.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** How a text about one offer goes out: as it is, as one line for all that wait, or not at all since that line went out. */
export type Bundling =
  | { readonly kind: 'alone' | 'covered' }
  | { readonly kind: 'together'; readonly waiting: number }

/**
 * A night with several call-outs must not fill somebody's phone. From the region's number of open offers on, one text says
 * how many answers wait; for some minutes after it no further one follows. Mail is not bundled: each one waits in silence.
 */
export async function bundlingOf(
  reader: Reader,
  memberId: MemberId,
  offerId: OfferId,
  { bundleFrom, bundleMinutes }: Policy['callOut'],
): Promise<Bundling> {
  const waiting = await waitingOffers(reader, memberId)
  if (waiting.length < bundleFrom) return { kind: 'alone' }
  const others = waiting.filter((one) => one !== offerId)
  const sent = await loadSent(
    reader,
    others.map((one) => messageKey(`offer.${one}`, 'text')),
  )
  const since = reader.now.subtract({ minutes: bundleMinutes })
  const lately = [...sent.values()].filter((one) => Temporal.Instant.compare(one.startedAt, since) > 0).length
  if (lately < bundleFrom - 1) return { kind: 'alone' }
  return lately === bundleFrom - 1 ? { kind: 'together', waiting: waiting.length } : { kind: 'covered' }
}

/** Asked, not answered, not stood down, of plans that go on. */
async function waitingOffers(reader: Reader, memberId: MemberId): Promise<OfferId[]> {
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer as o')
    .leftJoin('activation.answer as n', (join) =>
      join.onRef('n.region_id', '=', 'o.region_id').onRef('n.offer_id', '=', 'o.id'),
    )
    .leftJoin('activation.stand_down as d', (join) =>
      join.onRef('d.region_id', '=', 'o.region_id').onRef('d.offer_id', '=', 'o.id'),
    )
    .leftJoin('activation.plan_end as e', (join) =>
      join.onRef('e.region_id', '=', 'o.region_id').onRef('e.plan_id', '=', 'o.plan_id'),
    )
    .select('o.id')
    .where('o.region_id', '=', reader.regionId)
    .where('o.member_id', '=', memberId)
    .where('n.code', 'is', null)
    .where('d.reason', 'is', null)
    .where('e.code', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}
