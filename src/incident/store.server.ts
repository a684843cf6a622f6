import { accountOf } from '../platform/actor.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { type AgencyId, type IncidentId, newId, type RegionId } from '../platform/ids.ts'
import { loadFurther } from './further.server.ts'
import { nothingFurtherKnown } from './further.ts'
import type { AffectedRole, IncidentKind } from './kinds.ts'
import type { AffectedGroup, CriticalIncident, IncidentFacts } from './proposal.ts'

export type ScreeningOutcome = 'may_qualify' | 'advice_only' | 'confirmed'

type IncidentTables = {
  'incident.critical_incident': {
    region_id: RegionId
    id: IncidentId
    number: string | null
    source: 'form' | 'import'
    kind: IncidentKind
    occurred_at: Temporal.Instant
    over_at: Temporal.Instant | null
    town: string
    recorded_by: string | null
  }
  'incident.affected_group': {
    region_id: RegionId
    incident_id: IncidentId
    agency_id: AgencyId
    role: AffectedRole
    count: number
  }
  'incident.screening': {
    region_id: RegionId
    incident_id: IncidentId
    outcome: ScreeningOutcome
    decided_by: string | null
  }
}

/** As a form or a file tells it; the second page of facts comes later, by `recordFurther`. */
export type NewIncident = Omit<IncidentFacts, 'further'> & {
  readonly number: string | null
  readonly town: string
  readonly source: 'form' | 'import'
}

/** Writes incident and groups. Throws on `incident_number_once` when the number is known already. */
export async function addIncident(tx: Tx, incident: NewIncident): Promise<IncidentId> {
  const tables = tx.tables<IncidentTables>()
  const id = newId<IncidentId>()
  await tables
    .insertInto('incident.critical_incident')
    .values({
      region_id: tx.regionId,
      id,
      number: incident.number,
      source: incident.source,
      kind: incident.kind,
      occurred_at: incident.occurredAt,
      over_at: incident.overAt,
      town: incident.town,
      recorded_by: accountOf(tx.actor),
    })
    .execute()
  await tables
    .insertInto('incident.affected_group')
    .values(
      incident.groups.map((group) => ({
        region_id: tx.regionId,
        incident_id: id,
        agency_id: group.agencyId,
        role: group.role,
        count: group.count,
      })),
    )
    .execute()
  return id
}

export async function loadIncident(reader: Reader, id: IncidentId): Promise<CriticalIncident | null> {
  return (await loadIncidents(reader, [id])).get(id) ?? null
}

export async function loadIncidents(
  reader: Reader,
  ids: readonly IncidentId[],
): Promise<Map<IncidentId, CriticalIncident>> {
  if (ids.length === 0) return new Map()
  const tables = reader.tables<IncidentTables>()
  const rows = await tables
    .selectFrom('incident.critical_incident')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('id', 'in', [...ids])
    .execute()
  const groups = await tables
    .selectFrom('incident.affected_group')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('incident_id', 'in', [...ids])
    .orderBy('agency_id')
    .orderBy('role')
    .execute()
  const further = await loadFurther(reader, ids)
  const groupsOf = Map.groupBy(groups, (row) => row.incident_id)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        kind: row.kind,
        occurredAt: row.occurred_at,
        overAt: row.over_at,
        town: row.town,
        source: row.source,
        further: further.get(row.id)?.[0]?.facts ?? nothingFurtherKnown,
        groups: (groupsOf.get(row.id) ?? []).map(
          (group): AffectedGroup => ({ agencyId: group.agency_id, role: group.role, count: group.count }),
        ),
      },
    ]),
  )
}

/** Which of these numbers the region holds, and as what. A statement takes at most 65,535 parameters: it asks in parts. */
export async function incidentsNumbered(
  reader: Reader,
  numbers: readonly string[],
): Promise<Map<string, IncidentId>> {
  const found = new Map<string, IncidentId>()
  for (let at = 0; at < numbers.length; at += 10_000) {
    const rows = await reader
      .tables<IncidentTables>()
      .selectFrom('incident.critical_incident')
      .select(['number', 'id'])
      .where('region_id', '=', reader.regionId)
      .where('number', 'in', numbers.slice(at, at + 10_000))
      .execute()
    for (const row of rows) found.set(row.number!, row.id)
  }
  return found
}

/** The newest incidents, by when they happened. */
export async function latestIncidents(reader: Reader, count: number): Promise<IncidentId[]> {
  const rows = await reader
    .tables<IncidentTables>()
    .selectFrom('incident.critical_incident')
    .select('id')
    .where('region_id', '=', reader.regionId)
    .orderBy('occurred_at', 'desc')
    .orderBy('id')
    .limit(count)
    .execute()
  return rows.map((row) => row.id)
}

/** It is over for the people concerned: from now on the windows count. */
export async function recordOver(tx: Tx, id: IncidentId, overAt: Temporal.Instant): Promise<void> {
  await tx
    .tables<IncidentTables>()
    .updateTable('incident.critical_incident')
    .set({ over_at: overAt })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}

export async function screen(tx: Tx, id: IncidentId, outcome: ScreeningOutcome): Promise<void> {
  await tx
    .tables<IncidentTables>()
    .insertInto('incident.screening')
    .values({
      region_id: tx.regionId,
      incident_id: id,
      outcome,
      decided_by: accountOf(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The longest window of a default policy ends after four weeks: for what is older nothing is called out any more. */
const stillOpenDays = 28

/**
 * Imported incidents that nobody has decided on yet: calls that may qualify, and, of the last four weeks, what a file
 * told as incidents with their groups.
 */
export async function waitingForScreening(reader: Reader): Promise<CriticalIncident[]> {
  const told = await reader
    .tables<IncidentTables>()
    .selectFrom('incident.critical_incident as i')
    .select('i.id as incident_id')
    .where('i.region_id', '=', reader.regionId)
    .where('i.source', '=', 'import')
    .where('i.occurred_at', '>', reader.now.subtract({ hours: stillOpenDays * 24 }))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('incident.screening as s')
            .select('s.incident_id')
            .whereRef('s.region_id', '=', 'i.region_id')
            .whereRef('s.incident_id', '=', 'i.id'),
        ),
      ),
    )
    .execute()
  const rows = await reader
    .tables<IncidentTables>()
    .selectFrom('incident.screening as s')
    .select('s.incident_id')
    .where('s.region_id', '=', reader.regionId)
    .groupBy('s.incident_id')
    .having((eb) =>
      eb.and([eb(eb.fn.count('s.outcome'), '=', 1), eb(eb.fn.max('s.outcome'), '=', 'may_qualify')]),
    )
    .execute()
  const loaded = await loadIncidents(
    reader,
    [...told, ...rows].map((row) => row.incident_id),
  )
  return [...loaded.values()].sort((one, other) => Temporal.Instant.compare(other.occurredAt, one.occurredAt))
}
