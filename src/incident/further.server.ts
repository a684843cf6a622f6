import type { Generated } from 'kysely'
import { accountOf } from '../platform/actor.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { type AgencyId, type IncidentId, newId, type RegionId } from '../platform/ids.ts'
import {
  type EarlierIncidents,
  type Exposure,
  type FurtherFacts,
  furtherFacts,
  type InterpreterLanguage,
  type Investigation,
  type ShiftPattern,
  type TeamWish,
  type Told,
} from './further.ts'
import type { AffectedRole } from './kinds.ts'

type FurtherId = string & { readonly furtherId: true }

type FurtherTables = {
  'incident.further_facts': {
    region_id: RegionId
    incident_id: IncidentId
    id: FurtherId
    fatalities: Told
    child_involved: Told
    member_injured: Told
    member_killed: Told
    firearm_discharged: Told
    media_attention: Told
    statements_completed: Told
    counsel_agrees_to_group: Told
    going_straight_back: Told
    rested_enough: Told
    supervisors_involved: Told
    families_affected: Told
    community_affected: Told
    other_team_contacted: Told
    chaplain_wanted: Told
    investigation: Investigation
    shift_pattern: ShiftPattern
    earlier_incidents: EarlierIncidents
    interpreter_language: InterpreterLanguage | null
    team_wish: TeamWish | null
    recorded_at: Generated<Temporal.Instant>
    recorded_by: string | null
  }
  'incident.exposed_group': {
    region_id: RegionId
    incident_id: IncidentId
    further_id: FurtherId
    agency_id: AgencyId
    role: AffectedRole
    exposure: Exposure
    count: number
  }
}

/**
 * What is known now, beside what was known before. Throws on `further_incident` when the region has no such
 * incident and on `exposed_affected_group` when the incident has no such group.
 */
export async function recordFurther(tx: Tx, incidentId: IncidentId, given: FurtherFacts): Promise<void> {
  const facts = furtherFacts.parse(given)
  const tables = tx.tables<FurtherTables>()
  const id = newId<FurtherId>()
  await tables
    .insertInto('incident.further_facts')
    .values({
      region_id: tx.regionId,
      incident_id: incidentId,
      id,
      fatalities: facts.fatalities,
      child_involved: facts.childInvolved,
      member_injured: facts.memberInjured,
      member_killed: facts.memberKilled,
      firearm_discharged: facts.firearmDischarged,
      media_attention: facts.mediaAttention,
      statements_completed: facts.statementsCompleted,
      counsel_agrees_to_group: facts.counselAgreesToGroup,
      going_straight_back: facts.goingStraightBack,
      rested_enough: facts.restedEnough,
      supervisors_involved: facts.supervisorsInvolved,
      families_affected: facts.familiesAffected,
      community_affected: facts.communityAffected,
      other_team_contacted: facts.otherTeamContacted,
      chaplain_wanted: facts.chaplainWanted,
      investigation: facts.investigation,
      shift_pattern: facts.shiftPattern,
      earlier_incidents: facts.earlierIncidents,
      interpreter_language: facts.interpreterLanguage,
      team_wish: facts.teamWish,
      recorded_by: accountOf(tx.actor),
    })
    .execute()
  if (facts.exposed.length === 0) return
  await tables
    .insertInto('incident.exposed_group')
    .values(
      facts.exposed.map(({ agencyId, role, exposure, count }) => ({
        region_id: tx.regionId,
        incident_id: incidentId,
        further_id: id,
        agency_id: agencyId,
        role,
        exposure,
        count,
      })),
    )
    .execute()
}

export type FurtherRecord = {
  readonly facts: FurtherFacts
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string | null
}

/** What was known when, and who wrote it down: of each incident the newest first. */
export async function loadFurther(
  reader: Reader,
  ids: readonly IncidentId[],
): Promise<Map<IncidentId, FurtherRecord[]>> {
  if (ids.length === 0) return new Map()
  const tables = reader.tables<FurtherTables>()
  const rows = await tables
    .selectFrom('incident.further_facts')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('incident_id', 'in', [...ids])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const exposed = await tables
    .selectFrom('incident.exposed_group')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('incident_id', 'in', [...ids])
    .orderBy('agency_id')
    .orderBy('role')
    .orderBy('exposure')
    .execute()
  const exposedOf = Map.groupBy(exposed, (row) => row.further_id)
  const records = new Map<IncidentId, FurtherRecord[]>()
  for (const row of rows) {
    const record: FurtherRecord = {
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      facts: {
        fatalities: row.fatalities,
        childInvolved: row.child_involved,
        memberInjured: row.member_injured,
        memberKilled: row.member_killed,
        firearmDischarged: row.firearm_discharged,
        mediaAttention: row.media_attention,
        statementsCompleted: row.statements_completed,
        counselAgreesToGroup: row.counsel_agrees_to_group,
        goingStraightBack: row.going_straight_back,
        restedEnough: row.rested_enough,
        supervisorsInvolved: row.supervisors_involved,
        familiesAffected: row.families_affected,
        communityAffected: row.community_affected,
        otherTeamContacted: row.other_team_contacted,
        chaplainWanted: row.chaplain_wanted,
        investigation: row.investigation,
        shiftPattern: row.shift_pattern,
        earlierIncidents: row.earlier_incidents,
        interpreterLanguage: row.interpreter_language,
        teamWish: row.team_wish,
        exposed: (exposedOf.get(row.id) ?? []).map((one) => ({
          agencyId: one.agency_id,
          role: one.role,
          exposure: one.exposure,
          count: one.count,
        })),
      },
    }
    records.set(row.incident_id, [...(records.get(row.incident_id) ?? []), record])
  }
  return records
}
