import { loadIncidents } from '../incident/index.server.ts'
import type { CriticalIncident } from '../incident/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import { maybeSameEvent, type Twin } from './sameEvent.ts'
import type { ActivationTables } from './tables.server.ts'

/** Other activations that have not ended and may be about the same event, oldest first. */
export async function loadTwins(
  reader: Reader,
  id: ActivationId,
  incident: CriticalIncident,
): Promise<Twin[]> {
  const open = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.activation as a')
    .leftJoin('activation.outcome as o', (join) =>
      join.onRef('o.region_id', '=', 'a.region_id').onRef('o.activation_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.number', 'a.incident_id'])
    .where('a.region_id', '=', reader.regionId)
    .where('a.id', '!=', id)
    .where('a.incident_id', 'is not', null)
    .where('o.code', 'is', null)
    .orderBy('a.number')
    .execute()
  const incidents = await loadIncidents(
    reader,
    open.map((one) => one.incident_id!),
  )
  return open
    .filter((one) => maybeSameEvent(incidents.get(one.incident_id!)!, incident))
    .map(({ id, number }) => ({ id, number }))
}
