import { memberIn } from './identity/index.server.ts'
import type { OwnRegion } from './identity/index.ts'
import { reachOf } from './messaging/index.server.ts'
import { channelsOf } from './messaging/index.ts'
import type { Db } from './platform/db.server.ts'
import type { AccountId, RegionId } from './platform/ids.ts'
import { loadRegion } from './region/index.server.ts'
import { rosterPaths } from './roster/index.ts'

/** One of somebody's regions for their account's page: how it reaches them now, and where both is chosen. */
export function ownRegionOf(db: Db) {
  return async (regionId: RegionId, accountId: AccountId): Promise<OwnRegion> => {
    const person = (await memberIn(db, accountId, regionId)) ?? accountId
    return await db.read({ kind: 'system', regionId }, async (reader) => {
      const { name, slug, timeZone } = await loadRegion(reader)
      const links = { reach: rosterPaths.reach(slug), hears: rosterPaths.hears(slug) }
      return { name, timeZone, ways: channelsOf(await reachOf(reader, person)), ...links }
    })
  }
}
