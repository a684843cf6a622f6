import type { Reader, Tx } from '../platform/db.server.ts'
import type { AgencyId } from '../platform/ids.ts'
import type { NewAgency } from './store.server.ts'
import type { RegionTables } from './tables.server.ts'

/** Agencies with everything that is kept of them, by name. */
export async function loadAgencyRecords(reader: Reader): Promise<(NewAgency & { readonly id: AgencyId })[]> {
  return await reader
    .tables<RegionTables>()
    .selectFrom('region.agency')
    .select(['id', 'name', 'town', 'state', 'discipline', 'latitude', 'longitude'])
    .where('region_id', '=', reader.regionId)
    .orderBy('name')
    .execute()
}

/** Where an agency is and whom it has; its name and state stay. */
export async function changeAgency(
  tx: Tx,
  id: AgencyId,
  { town, discipline, latitude, longitude }: Omit<NewAgency, 'name' | 'state'>,
): Promise<void> {
  await tx
    .tables<RegionTables>()
    .updateTable('region.agency')
    .set({ town, discipline, latitude, longitude })
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}
