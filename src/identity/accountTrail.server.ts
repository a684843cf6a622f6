import type pg from 'pg'
import { audit, loadEntries } from '../audit/index.server.ts'
import type { Act } from '../audit/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { tellOfChange } from './change.server.ts'
import { grantsOf } from './grants.server.ts'
import { leaveTrail, type TrailedAct } from './jobs.ts'

export type Changed = {
  readonly accountId: AccountId
  readonly act: TrailedAct & Act
  /** By somebody else than its owner. `changeId`: what is done again after a crash leaves no second entry. */
  readonly bySystem?: { readonly changeId: string }
}

/**
 * What somebody signs in with was changed. An account is of no region and stands behind a role that sees none, so the
 * entries of its regions can't be written in the transaction of the change. What is added there is the job that writes
 * them, and the one that mails a notice: a process that dies between the two leaves the jobs, and a change that is undone
 * takes them along. Until a worker has run, the trail lags behind; it loses nothing.
 */
export async function changed(client: pg.ClientBase, { accountId, act, bySystem }: Changed): Promise<void> {
  const by = bySystem === undefined ? 'owner' : 'system'
  const changeId = bySystem?.changeId ?? newId<string>()
  const payload = JSON.stringify(leaveTrail.schema.parse({ accountId, changeId, act, by }))
  await client.query('select tailboard.enqueue($1, $2::jsonb)', [leaveTrail.name, payload])
  await tellOfChange(client, accountId)
}

/** One entry in each region where the account has a role, also when the job is taken a second time. */
export async function writeTrail(
  db: Db,
  given: { readonly accountId: AccountId; readonly changeId: string; readonly by: 'owner' | 'system' } & {
    readonly act: Act
  },
): Promise<void> {
  const { accountId, changeId, act, by } = given
  const regions = Map.groupBy(await grantsOf(db, accountId), (grant) => grant.regionId)
  for (const [regionId, grants] of regions) {
    const owner = { kind: 'account' as const, accountId, regionId, roles: grants.map((grant) => grant.role) }
    const actor: Actor = by === 'owner' ? owner : { kind: 'system', regionId: regionId as RegionId }
    await db.write(actor, async (tx) => {
      if (await isWritten(tx, accountId, changeId)) return
      await audit(tx, { act, subject: { account: accountId }, detail: { change: changeId } })
    })
  }
}

/** Looked for among the newest about this account: a job comes back within minutes. */
async function isWritten(tx: Tx, account: AccountId, changeId: string): Promise<boolean> {
  const newest = await loadEntries(tx, { about: { account, member: null } }, 100)
  return newest.some((entry) => entry.detail.change === changeId)
}
