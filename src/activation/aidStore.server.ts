import type { Reader } from '../platform/db.server.ts'
import type { AidRequestId, PlanId } from '../platform/ids.ts'
import type { AidRequest } from './mutualAid.ts'
import type { ActivationTables } from './tables.server.ts'

type Which =
  | { readonly ofPlan: PlanId }
  /** Asked of this region, open and unanswered or about to be. */
  | { readonly waiting: true }
  | { readonly id: AidRequestId }

/** Requests this region made, or that were made of it: the wall shows both and no others. */
export async function loadAid(reader: Reader, which: Which): Promise<AidRequest[]> {
  let query = reader
    .tables<ActivationTables>()
    .selectFrom('activation.aid_request as r')
    .leftJoin('activation.aid_answer as a', (join) =>
      join.onRef('a.asking_region', '=', 'r.region_id').onRef('a.request_id', '=', 'r.id'),
    )
    .selectAll('r')
    .select(['a.code', 'a.from_region as answering', 'a.name', 'a.agency', 'a.member_id', 'a.answered_at'])
    .where((eb) =>
      eb.or([eb('r.region_id', '=', reader.regionId), eb('r.asked_region', '=', reader.regionId)]),
    )
    .orderBy('r.asked_at')
  if ('ofPlan' in which)
    query = query.where('r.region_id', '=', reader.regionId).where('r.plan_id', '=', which.ofPlan)
  if ('id' in which) query = query.where('r.id', '=', which.id)
  if ('waiting' in which)
    query = query
      .where('r.asked_region', '=', reader.regionId)
      .where('r.ends_at', '>', reader.now)
      .where((eb) => eb.or([eb('r.closed_at', 'is', null), eb('r.accepted', '=', true)]))
  return (await query.execute()).map((row) => ({
    id: row.id,
    region: row.region_id,
    planId: row.plan_id,
    askedRegion: row.asked_region,
    from: row.from_region,
    kind: row.kind,
    type: row.type,
    discipline: row.discipline,
    language: row.language,
    town: row.town,
    weight: row.weight,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    closed: row.closed_at !== null,
    accepted: row.accepted,
    answer:
      row.code === null
        ? null
        : {
            code: row.code,
            from: row.answering!,
            name: row.name,
            agency: row.agency,
            memberId: row.asked_region === reader.regionId ? row.member_id : null,
            at: row.answered_at!,
          },
  }))
}
