import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf, type Role } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { AccountId, AgencyId, MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { type IdentityCode, problem } from './problems.ts'
import { mayStandTogether } from './rolesApart.ts'
import type { IdentityTables } from './tables.server.ts'

export type Grant = {
  readonly regionId: RegionId
  readonly role: Role
  readonly memberId: MemberId | null
  readonly agencyId: AgencyId | null
}

/** Everybody who holds this role in the reader's region, in the order of their ids. */
export async function accountsWith(tx: Reader, role: Role): Promise<AccountId[]> {
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.grant')
    .select('account_id')
    // Whoever speaks for two agencies holds the role twice.
    .distinct()
    .where('region_id', '=', tx.regionId)
    .where('role', '=', role)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

/** Which accounts are members too, in the reader's region. */
export async function memberAccounts(reader: Reader): Promise<ReadonlyMap<AccountId, MemberId>> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.grant')
    .select(['account_id', 'member_id'])
    .where('region_id', '=', reader.regionId)
    .where('member_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.member_id!]))
}

/**
 * Gives an account a role in the writer's region; a role already held stays as it was given. A contact may be given further
 * agencies: each is a grant of its own.
 */
export async function grantRole(
  tx: Tx,
  accountId: AccountId,
  role: Role,
  given: { readonly memberId?: MemberId; readonly agencyId?: AgencyId } = {},
): Promise<Outcome<null, IdentityCode>> {
  const tables = tx.tables<IdentityTables>()
  const held = await tables
    .selectFrom('identity.grant')
    .select(['role', 'agency_id'])
    .where('region_id', '=', tx.regionId)
    .where('account_id', '=', accountId)
    .execute()
  const heldRoles = held.map((row) => row.role)
  if (!mayStandTogether(heldRoles, role)) return problem('roles_apart')
  const agency_id = given.agencyId ?? null
  const speaks = role === 'agency_contact' && agency_id !== null
  if (held.some((row) => row.role === role && (!speaks || row.agency_id === agency_id))) return done(null)
  await tables
    .insertInto('identity.grant')
    .values({
      region_id: tx.regionId,
      account_id: accountId,
      role,
      member_id: given.memberId ?? null,
      agency_id,
      granted_by: accountOf(tx.actor),
    })
    .onConflict((conflict) => conflict.constraint('grant_once').doNothing())
    .execute()
  await audit(tx, {
    act: 'role_granted',
    subject: { account: accountId },
    detail: grantDetail(role, agency_id),
  })
  return done(null)
}

/** What an entry says of a role: for which agency as well, where it is of one. */
export function grantDetail(role: Role, agencyId: AgencyId | null) {
  return agencyId === null ? { role } : { role, agency: agencyId }
}

/** What an account may do, over all regions: asked before a region is chosen. */
export async function grantsOf(db: Db, accountId: AccountId): Promise<Grant[]> {
  return await db.outside(async (outside) => {
    const answer = await sql<{
      region_id: RegionId
      role: Role
      member_id: MemberId | null
      agency_id: AgencyId | null
    }>`
      select region_id, role, member_id, agency_id from identity.grants_of(${accountId})`.execute(outside)
    return answer.rows.map((row) => ({
      regionId: row.region_id,
      role: row.role,
      memberId: row.member_id,
      agencyId: row.agency_id,
    }))
  })
}

/** The member this account is in the region; null: it holds no role of a member there. */
export async function memberIn(db: Db, accountId: AccountId, regionId: RegionId): Promise<MemberId | null> {
  const held = (await grantsOf(db, accountId)).find(
    (grant) => grant.regionId === regionId && grant.memberId !== null,
  )
  return held?.memberId ?? null
}

/** The account as an actor in one region, or null when it holds no role there. */
export async function actorIn(db: Db, accountId: AccountId, regionId: RegionId): Promise<Actor | null> {
  const held = (await grantsOf(db, accountId)).filter((grant) => grant.regionId === regionId)
  if (held.length === 0) return null
  return { kind: 'account', accountId, regionId, roles: [...new Set(held.map((grant) => grant.role))] }
}
