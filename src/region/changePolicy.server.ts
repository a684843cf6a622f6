import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db } from '../platform/db.server.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { contradictionsIn } from './contradiction.ts'
import { may } from './may.ts'
import { type Change, changesBetween, withChanges, wrongIn } from './policyChange.ts'
import { problem, type RegionCode } from './problems.ts'
import { loadPolicy } from './store.server.ts'
import type { RegionTables } from './tables.server.ts'

/**
 * A new version of the region's policy, for what starts from now on; a running call-out keeps its own. The changes
 * were decided looking at one version: when somebody wrote another meanwhile, nothing is saved.
 */
export async function changePolicy(
  db: Db,
  actor: Actor,
  expectedVersion: number,
  changes: readonly Pick<Change, 'path' | 'new'>[],
): Promise<Outcome<{ readonly version: number }, RegionCode>> {
  if (actor.kind !== 'account' || !may(actor, 'change_policy')) return problem('not_allowed')
  // Of two who write at once, the second meets the first one's row.
  return await refusedBy({ policy_pkey: problem('changed_meanwhile') }, () =>
    db.write(actor, async (tx) => {
      const { version, policy } = await loadPolicy(tx)
      if (version !== expectedVersion) return problem('changed_meanwhile')
      const changed = withChanges(policy, changes)
      const [wrong] = wrongIn(changed)
      if (wrong !== undefined) return problem('value_refused', wrong.path)
      const [contradiction] = contradictionsIn(changed)
      if (contradiction !== undefined) return problem('contradicts_itself', contradiction.fields[0]!)
      if (changesBetween(policy, changed).length === 0) return problem('nothing_changed')
      await tx
        .tables<RegionTables>()
        .insertInto('region.policy')
        .values({
          region_id: tx.regionId,
          version: version + 1,
          settings: sql`${JSON.stringify(changed)}::jsonb`,
          decided_by: actor.accountId,
        })
        .execute()
      await audit(tx, { act: 'policy_changed', subject: 'region', detail: { version: version + 1 } })
      return done({ version: version + 1 })
    }),
  )
}
