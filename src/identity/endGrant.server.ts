import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { type Actor, hasRole, type Role } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { AccountId, AgencyId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { accountsWith, grantDetail } from './grants.server.ts'
import { type IdentityCode, problem } from './problems.ts'
import type { IdentityTables } from './tables.server.ts'

export type HeldRole = {
  readonly accountId: AccountId
  readonly role: Role
  /** For which agency they speak; null: the role is of no agency. */
  readonly agencyId: AgencyId | null
}

/** Every role that somebody has in the reader's region. */
export async function rolesHere(reader: Reader): Promise<HeldRole[]> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.grant')
    .select(['account_id', 'role', 'agency_id'])
    .where('region_id', '=', reader.regionId)
    .orderBy('account_id')
    .orderBy('role')
    .orderBy('agency_id')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, role: row.role, agencyId: row.agency_id }))
}

/** Whoever ends roles of a region waits for whoever does: so the last administrator is seen. */
export async function oneAfterTheOther(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${tx.regionId}`}, 0))`.execute(tx.tables())
}

/**
 * An administrator takes a role away. Sessions need no end: every request reads the grants anew. Invitations that the
 * person made stay, as whoever they invited did nothing wrong. One after the other in a region, so that of two
 * administrators who take the role from each other at once, one keeps it.
 */
export async function endGrant(
  db: Db,
  actor: Actor,
  { accountId, role, agencyId }: HeldRole,
): Promise<Outcome<null, IdentityCode>> {
  if (actor.kind !== 'account' || !hasRole(actor, 'administrator')) return problem('not_allowed')
  return await db.write(actor, async (tx) => {
    await oneAfterTheOther(tx)
    const administrators = await accountsWith(tx, 'administrator')
    if (!administrators.includes(actor.accountId)) return problem('not_allowed')
    if (role === 'administrator' && administrators.every((one) => one === accountId))
      return problem('last_administrator')
    const ended = await tx
      .tables<IdentityTables>()
      .deleteFrom('identity.grant')
      .where('region_id', '=', tx.regionId)
      .where('account_id', '=', accountId)
      .where('role', '=', role)
      .where('agency_id', 'is not distinct from', agencyId)
      .executeTakeFirst()
    if (Number(ended.numDeletedRows) === 0) return problem('role_not_held')
    await audit(tx, {
      act: 'role_ended',
      subject: { account: accountId },
      detail: grantDetail(role, agencyId),
    })
    return done(null)
  })
}
