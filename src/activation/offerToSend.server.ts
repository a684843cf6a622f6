import { sql } from 'kysely'
import type { Db, Reader } from '../platform/db.server.ts'
import type { MemberId, OfferId, RegionId } from '../platform/ids.ts'
import { bookedAs } from './booking.ts'
import type { StandDownReason } from './standDownReason.ts'
import type { ActivationTables } from './tables.server.ts'

/** What a message about one offer needs, in a single question: many are sent at once. */
export type OfferToSend = {
  readonly memberId: MemberId
  readonly madeAt: Temporal.Instant
  readonly answerBy: Temporal.Instant
  /** When the plan's window closes, or its session ends where that is later; the link lives until then. */
  readonly closes: Temporal.Instant
  /** When the session ends: after that nobody needs to know where it is. */
  readonly ends: Temporal.Instant
  /** Something booked, days ahead. */
  readonly booked: boolean
  /** Nobody answered, stood it down or ended the plan meanwhile. */
  readonly waiting: boolean
  /** Sits on the team, for good or for a while. */
  readonly seated: boolean
  readonly stoodDown: StandDownReason | null
}

/** A short link names an offer and no region. */
export async function regionOfOffer(db: Db, offerId: OfferId): Promise<RegionId | null> {
  const { rows } = await db.outside((outside) =>
    sql<{ region: RegionId | null }>`select activation.region_of_offer(${offerId}) as region`.execute(
      outside,
    ),
  )
  return rows[0]?.region ?? null
}

export async function loadOffer(reader: Reader, offerId: OfferId): Promise<OfferToSend | null> {
  const row = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer as o')
    .innerJoin('activation.plan as p', (join) =>
      join.onRef('p.region_id', '=', 'o.region_id').onRef('p.id', '=', 'o.plan_id'),
    )
    .leftJoin('activation.approval as v', (join) =>
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
    .select([
      't.id as seated',
      'o.member_id',
      'o.made_at',
      'o.answer_by',
      // Begun shortly before the window closes, a session keeps its page to its end.
      sql<Temporal.Instant>`greatest(p.closes_at, v.session_ends_at)`.as('closes_at'),
      // Nobody is asked before it is approved.
      sql<Temporal.Instant>`coalesce(v.session_ends_at, p.closes_at)`.as('ends_at'),
      'p.theme',
      'e.code as ended',
      'n.code as answered',
      'd.reason',
    ])
    .where('o.region_id', '=', reader.regionId)
    .where('o.id', '=', offerId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    memberId: row.member_id,
    madeAt: row.made_at,
    answerBy: row.answer_by,
    closes: row.closes_at,
    ends: row.ends_at,
    booked: bookedAs(row) !== null,
    waiting: row.ended === null && row.answered === null && row.reason === null,
    seated: row.seated !== null,
    stoodDown: row.reason,
  }
}
