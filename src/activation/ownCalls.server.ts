import { may } from '../identity/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadAgencies } from '../region/index.server.ts'
import { type OwnCalls, ownCalls } from './ownCalls.ts'
import type { PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** A member's own open offers and seats; of whoever holds no role that has offers, none. */
export async function loadOwnCalls(reader: Reader, memberId: MemberId): Promise<OwnCalls> {
  if (!may(reader.actor, 'see', 'own_offers')) return { asked: [], seats: [] }
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer as o')
    .leftJoin('activation.plan_end as e', (join) =>
      join.onRef('e.region_id', '=', 'o.region_id').onRef('e.plan_id', '=', 'o.plan_id'),
    )
    .select('o.plan_id')
    .where('o.region_id', '=', reader.regionId)
    .where('o.member_id', '=', memberId)
    .where('e.code', 'is', null)
    .execute()
  const plans: PlanState[] = []
  for (const { plan_id } of rows) plans.push(...(await loadPlans(reader, { planId: plan_id })))
  return ownCalls(plans, await loadAgencies(reader), memberId, reader.now)
}
