import { sql } from 'kysely'
import type { Reason } from '../incident/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { ActivationId, OfferId, PlanId } from '../platform/ids.ts'
import { type AnswerWay, type PlanState, type SeatState, type StoredAnswer, said } from './planState.ts'
import type { ActivationTables } from './tables.server.ts'

/** Plans of one activation, or of several, or one plan, or every approved plan that has not ended, or whose session is not over. */
export async function loadPlans(
  reader: Reader,
  which:
    | { readonly activationId: ActivationId }
    | { readonly activationIds: readonly ActivationId[] }
    | { readonly planId: PlanId }
    | { readonly running: true }
    | { readonly notOver: true },
): Promise<PlanState[]> {
  const tables = reader.tables<ActivationTables>()
  const region = reader.regionId
  let query = tables
    .selectFrom('activation.plan as p')
    .leftJoin('activation.approval as a', (join) =>
      join.onRef('a.region_id', '=', 'p.region_id').onRef('a.plan_id', '=', 'p.id'),
    )
    .leftJoin('activation.plan_end as e', (join) =>
      join.onRef('e.region_id', '=', 'p.region_id').onRef('e.plan_id', '=', 'p.id'),
    )
    .selectAll('p')
    .select([
      'a.approved_at',
      'a.session_starts_at',
      'a.session_ends_at',
      'a.place',
      'e.code as end_code',
      'e.ended_at',
    ])
    .where('p.region_id', '=', region)
    .orderBy('p.proposed_at')
    .orderBy('p.id')
  if ('activationId' in which) query = query.where('p.activation_id', '=', which.activationId)
  if ('activationIds' in which) {
    if (which.activationIds.length === 0) return []
    query = query.where('p.activation_id', 'in', which.activationIds)
  }
  if ('planId' in which) query = query.where('p.id', '=', which.planId)
  if ('running' in which) query = query.where('a.approved_at', 'is not', null).where('e.code', 'is', null)
  if ('notOver' in which) query = query.where('a.session_ends_at', '>', reader.now)
  const plans = await query.execute()
  if (plans.length === 0) return []
  const ids = plans.map((plan) => plan.id)

  const seats = await tables
    .selectFrom('activation.seat as s')
    .leftJoin('activation.acceptance as t', (join) =>
      join
        .onRef('t.region_id', '=', 's.region_id')
        .onRef('t.seat_id', '=', 's.id')
        .on('t.withdrawn_at', 'is', null),
    )
    .leftJoin('activation.offer as o', (join) =>
      join.onRef('o.region_id', '=', 's.region_id').onRef('o.id', '=', 't.offer_id'),
    )
    .select([
      's.id',
      's.plan_id',
      's.kind',
      's.ordinal',
      't.offer_id',
      't.accepted_at',
      't.held_until',
      't.released_at',
      'o.member_id',
    ])
    .where('s.region_id', '=', region)
    .where('s.plan_id', 'in', ids)
    .orderBy(sql`array_position(array['lead','peer','mhp','chaplain'], s.kind)`)
    .orderBy('s.ordinal')
    .execute()
  const waves = await tables
    .selectFrom('activation.wave')
    .selectAll()
    .where('region_id', '=', region)
    .where('plan_id', 'in', ids)
    .orderBy('number')
    .execute()
  const offers = await tables
    .selectFrom('activation.offer as o')
    .leftJoin('activation.answer as n', (join) =>
      join.onRef('n.region_id', '=', 'o.region_id').onRef('n.offer_id', '=', 'o.id'),
    )
    .leftJoin('activation.stand_down as d', (join) =>
      join.onRef('d.region_id', '=', 'o.region_id').onRef('d.offer_id', '=', 'o.id'),
    )
    .selectAll('o')
    .select(['n.code as answer_code', 'n.from_at', 'n.answered_at', 'n.way', 'd.reason as stand_down_reason'])
    .select(answersBefore.as('before'))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('activation.acceptance as t')
            .select('t.id')
            .whereRef('t.region_id', '=', 'o.region_id')
            .whereRef('t.offer_id', '=', 'o.id')
            .where('t.withdrawn_at', 'is not', null),
        )
        .as('left_team'),
    )
    .where('o.region_id', '=', region)
    .where('o.plan_id', 'in', ids)
    .orderBy('o.wave')
    .orderBy('o.id')
    .execute()
  const moves = await tables
    .selectFrom('activation.session_move')
    .selectAll()
    .where('region_id', '=', region)
    .where('plan_id', 'in', ids)
    .orderBy('number')
    .execute()
  const movesOf = Map.groupBy(moves, (row) => row.plan_id)
  const refusals = await tables
    .selectFrom('activation.refusal')
    .select(['plan_id', 'member_id'])
    .where('region_id', '=', region)
    .where('plan_id', 'in', ids)
    .orderBy('member_id')
    .execute()

  const allowances = await tables
    .selectFrom('activation.allowance')
    .selectAll()
    .where('region_id', '=', region)
    .where('plan_id', 'in', ids)
    .orderBy('allowed_at')
    .execute()

  const guests = await tables
    .selectFrom('activation.guest')
    .selectAll()
    .where('region_id', '=', region)
    .where('plan_id', 'in', ids)
    .where('left_at', 'is', null)
    .execute()

  const guestAt = new Map(guests.map((row) => [row.seat_id, row]))
  const allowedOf = Map.groupBy(allowances, (row) => row.plan_id)
  const refusedOf = Map.groupBy(refusals, (row) => row.plan_id)
  const seatsOf = Map.groupBy(seats, (row) => row.plan_id)
  const wavesOf = Map.groupBy(waves, (row) => row.plan_id)
  const offersOf = Map.groupBy(offers, (row) => row.plan_id)
  return plans.map((plan) => ({
    id: plan.id,
    activationId: plan.activation_id,
    agencyId: plan.agency_id,
    role: plan.role,
    count: plan.count,
    type: plan.type,
    theme: plan.theme,
    window: { opens: plan.opens_at, idealUntil: plan.ideal_until, closes: plan.closes_at },
    reasons: plan.reasons as Reason[],
    alternatives: plan.alternatives as PlanState['alternatives'],
    contraindications: plan.contraindications as Reason[],
    needsClinicalSignOff: plan.needs_clinical_sign_off,
    approval:
      plan.approved_at === null
        ? null
        : {
            at: plan.approved_at,
            startsAt: plan.session_starts_at!,
            endsAt: plan.session_ends_at!,
            place: plan.place!,
          },
    moves: (movesOf.get(plan.id) ?? []).map((move) => ({
      at: move.moved_at,
      wasAt: move.was_starts_at,
      wasPlace: move.was_place,
      reason: move.reason,
      by: move.moved_by,
    })),
    seats: (seatsOf.get(plan.id) ?? []).map((seat) => ({
      id: seat.id,
      kind: seat.kind,
      ordinal: seat.ordinal,
      taken:
        seat.offer_id === null
          ? null
          : {
              offerId: seat.offer_id,
              memberId: seat.member_id!,
              at: seat.accepted_at!,
              heldUntil: seat.released_at === null ? seat.held_until : null,
            },
      guest: guestOf(guestAt.get(seat.id)),
    })),
    waves: (wavesOf.get(plan.id) ?? []).map((wave) => ({
      number: wave.number,
      sentAt: wave.sent_at,
      dueAt: wave.due_at,
    })),
    offers: (offersOf.get(plan.id) ?? []).map((offer) => ({
      id: offer.id,
      memberId: offer.member_id,
      kind: offer.kind,
      wave: offer.wave,
      madeAt: offer.made_at,
      answerBy: offer.answer_by,
      travelMinutes: offer.travel_minutes,
      reasons: offer.reasons as string[],
      answer:
        offer.answer_code === null
          ? null
          : said(offer.answer_code, offer.from_at, offer.answered_at!, offer.way!),
      before: offer.before.map((one) =>
        said(one.code, instantOf(one.from), Temporal.Instant.from(one.at), one.way),
      ),
      stoodDown: offer.stand_down_reason !== null,
      leftTeam: Boolean(offer.left_team),
    })),
    refused: (refusedOf.get(plan.id) ?? []).map((row) => row.member_id),
    allowed: (allowedOf.get(plan.id) ?? []).map((row) => ({
      what: row.what,
      reason: row.reason,
      at: row.allowed_at,
      by: row.allowed_by,
    })),
    end: plan.end_code === null ? null : { code: plan.end_code, at: plan.ended_at! },
  }))
}

/** What was answered before the answer that stands, first one first. */
const answersBefore = sql<
  readonly { code: StoredAnswer; from: string | null; at: string; way: AnswerWay }[]
>`coalesce((select jsonb_agg(jsonb_build_object('code', b.code, 'from', b.from_at, 'at', b.answered_at, 'way', b.way)
    order by b.number)
  from activation.answer_before b where b.region_id = o.region_id and b.offer_id = o.id), '[]')`

function instantOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}

function guestOf(
  row:
    | { name: string; agency: string | null; from_region: string; accepted_at: Temporal.Instant }
    | undefined,
): SeatState['guest'] {
  if (row === undefined) return null
  return { name: row.name, agency: row.agency, from: row.from_region, at: row.accepted_at }
}

export async function planOfOffer(reader: Reader, offerId: OfferId): Promise<PlanState | null> {
  const row = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer')
    .select('plan_id')
    .where('region_id', '=', reader.regionId)
    .where('id', '=', offerId)
    .executeTakeFirst()
  return row === undefined ? null : ((await loadPlans(reader, { planId: row.plan_id }))[0] ?? null)
}

export async function activationOfPlan(reader: Reader, planId: PlanId): Promise<ActivationId | null> {
  const row = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.plan')
    .select('activation_id')
    .where('region_id', '=', reader.regionId)
    .where('id', '=', planId)
    .executeTakeFirst()
  return row?.activation_id ?? null
}
