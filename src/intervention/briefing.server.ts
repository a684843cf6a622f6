import type { Generated } from 'kysely'
import { planInHand } from '../activation/index.server.ts'
import { audit } from '../audit/index.server.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import type { AccountId, PlanId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Briefing, BriefingNow } from './briefing.ts'
import { type InterventionCode, problem } from './problems.ts'
import { tellTeam } from './tellBriefing.server.ts'

type BriefingTables = {
  'intervention.briefing': {
    region_id: RegionId
    plan_id: PlanId
    version: number
    meeting_point: string
    parking: string
    dress: Briefing['dress']
    weapons: Briefing['weapons']
    written_at: Generated<Temporal.Instant>
    written_by: AccountId
  }
}

/** Writes what the team needs to know, and tells whoever is on it already; a change is a new version. `seen`: the version on the page that was filled in. */
export async function writeBriefing(
  db: Db,
  actor: Actor,
  planId: PlanId,
  given: Briefing,
  seen: number,
): Promise<Outcome<null, InterventionCode>> {
  if (actor.kind !== 'account' || !hasRole(actor, 'duty_coordinator', 'clinical_director'))
    return problem('not_allowed')
  return await refusedBy({ briefing_version_once: problem('changed_meanwhile') }, () =>
    db.write(actor, async (tx) => {
      const held = await planInHand(tx, planId)
      if (!held.ok) return problem(held.code === 'stood_aside' ? 'stood_aside' : 'unknown_plan')
      const plan = held.value
      if (plan.end !== null) return problem('closed_already')
      await tx
        .tables<BriefingTables>()
        .insertInto('intervention.briefing')
        .values({
          region_id: tx.regionId,
          plan_id: planId,
          version: seen + 1,
          meeting_point: given.meetingPoint,
          parking: given.parking,
          dress: given.dress,
          weapons: given.weapons,
          written_by: actor.accountId,
        })
        .execute()
      await audit(tx, { act: 'briefing_written', subject: { plan: planId }, detail: { version: seen + 1 } })
      if (plan.approval !== null) await tellTeam(tx, plan, { what: 'changed', at: seen + 1 })
      return done(null)
    }),
  )
}

export async function loadBriefing(
  reader: Reader,
  planId: PlanId,
): Promise<(BriefingNow & { readonly version: number }) | null> {
  const row = await reader
    .tables<BriefingTables>()
    .selectFrom('intervention.briefing')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('plan_id', '=', planId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    meetingPoint: row.meeting_point,
    parking: row.parking,
    dress: row.dress,
    weapons: row.weapons,
    at: row.written_at,
    changed: row.version > 1,
    version: row.version,
  }
}
