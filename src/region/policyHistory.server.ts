import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { policyFrom } from './policy.ts'
import { type Change, changesBetween } from './policyChange.ts'
import type { RegionTables } from './tables.server.ts'

export type PolicyVersion = {
  readonly version: number
  readonly decidedAt: Temporal.Instant
  /** Null: laid down with the region. */
  readonly decidedBy: AccountId | null
  /** Against the version before; the first has none. */
  readonly changes: readonly Change[]
}

/** Every version the region ever had, the newest first: what was decided anew, by whom and when. */
export async function policyHistory(reader: Reader): Promise<PolicyVersion[]> {
  const rows = await reader
    .tables<RegionTables>()
    .selectFrom('region.policy')
    .select(['version', 'settings', 'decided_by', 'decided_at'])
    .where('region_id', '=', reader.regionId)
    .orderBy('version')
    .execute()
  const policies = rows.map((row) => policyFrom(row.settings as Record<string, unknown>))
  return rows
    .map((row, index) => ({
      version: row.version,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by,
      changes: index === 0 ? [] : changesBetween(policies[index - 1]!, policies[index]!),
    }))
    .reverse()
}
