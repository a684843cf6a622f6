import type { Db, Reader } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { policyAt } from '../region/index.server.ts'
import { tablesOf } from './conversationRows.server.ts'
import { disclose } from './disclose.ts'
import { countsOf, monthsOver, type TallyMonth } from './tallyMonths.ts'

/** What may be shown of the months that are over, the newest first. `support` is a pool of the support role. */
export async function loadTallyMonths(
  { db, support }: { readonly db: Db; readonly support: Db },
  regionId: RegionId,
): Promise<TallyMonth[]> {
  const system = { kind: 'system', regionId } as const
  const counted = await support.read(system, loadCounts)
  return await db.read(system, async (reader) => {
    const months: TallyMonth[] = []
    for (const { month, counts } of counted) {
      const ended = month.add({ months: 1 }).toZonedDateTime('UTC').toInstant()
      const least = (await policyAt(reader, ended)).tallies.smallestCount
      months.push({ month, least, shown: disclose(counts, least) })
    }
    return months
  })
}

async function loadCounts(reader: Reader) {
  const moved = await tablesOf(reader)
    .selectFrom('support.tally_moved')
    .select('moved_on')
    .where('region_id', '=', reader.regionId)
    .executeTakeFirst()
  const months = monthsOver(moved?.moved_on ?? null)
  const oldest = months.at(-1)
  if (oldest === undefined) return []
  const tallies = await tablesOf(reader)
    .selectFrom('support.tally')
    .select(['month', 'kind', 'code', 'count'])
    .where('region_id', '=', reader.regionId)
    .where('month', '>=', oldest)
    .execute()
  const notices = await tablesOf(reader)
    .selectFrom('support.notice_shown')
    .select(['month', 'count'])
    .where('region_id', '=', reader.regionId)
    .where('month', '>=', oldest)
    .execute()
  return months.map((month) => ({
    month,
    counts: countsOf(
      tallies.filter((row) => row.month.equals(month)),
      notices.find((row) => row.month.equals(month))?.count ?? 0,
    ),
  }))
}
