import { timingSafeEqual } from 'node:crypto'
import { audit } from '../audit/index.server.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { accountsWith } from './grants.server.ts'
import { readInvitationToken, tokenHash, tokenOf } from './invitationLink.server.ts'
import { endFactors, tellRecovery } from './jobs.ts'
import { type IdentityCode, problem } from './problems.ts'
import { agreeableFrom, openHours } from './recoveryTimes.ts'
import type { IdentityTables } from './tables.server.ts'

export type Recovery = {
  readonly id: string
  readonly accountId: AccountId
  readonly startedBy: AccountId
  readonly startedAt: Temporal.Instant
  /** Until then nobody may agree, so that the person can object. */
  readonly agreeableFrom: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** Somebody of this region lost every factor. Nothing happens to them before a second administrator agrees. */
export async function startRecovery(
  db: Db,
  secrets: Secrets,
  actor: Actor,
  accountId: AccountId,
): Promise<Outcome<null, IdentityCode>> {
  return await asAdministrator(db, actor, async (tx, by) => {
    if (!(await accountsHere(tx)).includes(accountId)) return problem('unknown_account')
    if (accountId === by) return problem('recovery_own')
    if (!(await twoCan(tx, accountId))) return problem('recovery_alone')
    if ((await openRecoveries(tx)).some((one) => one.accountId === accountId)) return done(null)
    const id = newId<string>()
    const expires = tx.now.add({ hours: openHours })
    await recoveries(tx)
      .insertInto('identity.account_recovery')
      .values({
        region_id: tx.regionId,
        id,
        account_id: accountId,
        started_by: by,
        expires_at: expires,
        objection_hash: tokenHash(objectionToken(secrets, tx, id)),
      })
      .execute()
    await enqueue(tx, tellRecovery, { regionId: tx.regionId, recoveryId: id })
    await audit(tx, { act: 'recovery_begun', subject: { account: accountId }, detail: { recovery: id } })
    return done(null)
  })
}

/** Whether the region has two administrators beside this person. */
export async function twoCan(reader: Reader, accountId: AccountId): Promise<boolean> {
  return (await accountsWith(reader, 'administrator')).filter((one) => one !== accountId).length >= 2
}

/** The second administrator agrees: from here on the old factors are none. */
export async function confirmRecovery(
  db: Db,
  actor: Actor,
  id: string,
): Promise<Outcome<null, IdentityCode>> {
  return await asAdministrator(db, actor, async (tx, by) => {
    const open = (await openRecoveries(tx, true)).find((one) => one.id === id)
    if (open === undefined) return problem('recovery_not_open')
    if (open.startedBy === by) return problem('recovery_same')
    if (open.accountId === by) return problem('recovery_own')
    if (Temporal.Instant.compare(tx.now, open.agreeableFrom) < 0) return problem('recovery_too_soon')
    await ended(tx, id, { confirmed_by: by, confirmed_at: tx.now })
    await enqueue(tx, endFactors, { regionId: tx.regionId, recoveryId: id })
    await audit(tx, {
      act: 'recovery_confirmed',
      subject: { account: open.accountId },
      detail: { recovery: id },
    })
    return done(null)
  })
}

/** Any administrator may call it off. */
export async function cancelRecovery(db: Db, actor: Actor, id: string): Promise<Outcome<null, IdentityCode>> {
  return await asAdministrator(db, actor, async (tx, by) => {
    const open = (await openRecoveries(tx, true)).find((one) => one.id === id)
    if (open === undefined) return problem('recovery_not_open')
    await ended(tx, id, { cancelled_by: by, cancelled_at: tx.now })
    await audit(tx, {
      act: 'recovery_called_off',
      subject: { account: open.accountId },
      detail: { recovery: id },
    })
    return done(null)
  })
}

/** The person objects by the link in their mail; false: it is over, or the link is none of ours. */
export async function objectToRecovery(db: Db, token: string, look: boolean): Promise<boolean> {
  const link = readInvitationToken(token)
  if (link === null) return false
  return await db.write({ kind: 'visitor', regionId: link.regionId }, async (tx) => {
    const row = await recoveries(tx)
      .selectFrom('identity.account_recovery')
      .select(['objection_hash', 'account_id'])
      .where('region_id', '=', tx.regionId)
      .where('id', '=', link.invitationId)
      .where('confirmed_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where('expires_at', '>', tx.now)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined || !timingSafeEqual(row.objection_hash, tokenHash(token))) return false
    if (look) return true
    await ended(tx, link.invitationId, { cancelled_by: null, cancelled_at: tx.now })
    await audit(tx, {
      act: 'recovery_objected',
      subject: { account: row.account_id },
      detail: { recovery: link.invitationId },
    })
    return true
  })
}

/** What waits for a second administrator. */
export async function openRecoveries(reader: Reader, lock = false): Promise<Recovery[]> {
  const query = recoveries(reader)
    .selectFrom('identity.account_recovery')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('confirmed_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', reader.now)
    .orderBy('started_at')
    .orderBy('id')
  const rows = await (lock ? query.forUpdate() : query).execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    startedBy: row.started_by,
    startedAt: row.started_at,
    agreeableFrom: agreeableFrom(row.started_at),
    expiresAt: row.expires_at,
  }))
}

/** Whom a recovery is about, and when two had agreed on it; null while they have not. */
export async function confirmedRecovery(
  reader: Reader,
  id: string,
): Promise<{ readonly accountId: AccountId; readonly at: Temporal.Instant } | null> {
  const row = await recoveries(reader)
    .selectFrom('identity.account_recovery')
    .select(['account_id', 'confirmed_at'])
    .where('region_id', '=', reader.regionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.confirmed_at ? { accountId: row.account_id, at: row.confirmed_at } : null
}

/** Everybody with a role here, in the order of their ids. */
export async function accountsHere(reader: Reader): Promise<AccountId[]> {
  const rows = await recoveries(reader)
    .selectFrom('identity.grant')
    .select('account_id')
    .distinct()
    .where('region_id', '=', reader.regionId)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

/** Derived, so that a mail sent again carries the same link. */
export function objectionToken(secrets: Secrets, { regionId }: Pick<Reader, 'regionId'>, id: string): string {
  return tokenOf(regionId, id, secrets.sign('recovery objection', `${regionId} ${id}`))
}

async function asAdministrator(
  db: Db,
  actor: Actor,
  work: (tx: Tx, by: AccountId) => Promise<Outcome<null, IdentityCode>>,
): Promise<Outcome<null, IdentityCode>> {
  if (actor.kind !== 'account' || !hasRole(actor, 'administrator')) return problem('not_allowed')
  return await db.write(actor, (tx) => work(tx, actor.accountId))
}

async function ended(
  tx: Tx,
  id: string,
  how:
    | { confirmed_by: AccountId; confirmed_at: Temporal.Instant }
    | { cancelled_by: AccountId | null; cancelled_at: Temporal.Instant },
): Promise<void> {
  await recoveries(tx)
    .updateTable('identity.account_recovery')
    .set(how)
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}

const recoveries = (reader: Reader) => reader.tables<IdentityTables>()
