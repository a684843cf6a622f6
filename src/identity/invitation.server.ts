import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf, type Role } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AccountId, type AgencyId, type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { type Auth, createAccount } from './auth.server.ts'
import { emailFrom } from './email.ts'
import { grantRole, grantsOf } from './grants.server.ts'
import { invitationLasts } from './invitation.ts'
import { invitationToken, readInvitationToken, tokenHash } from './invitationLink.server.ts'
import { sendInvitation } from './jobs.ts'
import { may } from './may.ts'
import { type IdentityCode, problem } from './problems.ts'
import type { IdentityTables } from './tables.server.ts'

export type Invited = {
  readonly email: string
  readonly role: Role
  readonly memberId?: MemberId
  readonly agencyId?: AgencyId
}

/** Invites one address to one role in the actor's region, by mail, for seven days. */
export async function invite(
  db: Db,
  secrets: Secrets,
  actor: Actor,
  invited: Invited,
): Promise<Outcome<{ invitationId: string }, IdentityCode>> {
  if (!may(actor, 'invite', invited.role)) return problem('not_allowed')
  const email = emailFrom(invited.email)
  if (email === null) return problem('email_malformed', 'email')
  return await db.write(actor, async (tx) => {
    const id = await writeInvitation(tx, secrets, { ...invited, email })
    await audit(tx, { act: 'invitation_made', subject: { invitation: id }, detail: { role: invited.role } })
    return done({ invitationId: id })
  })
}

/**
 * So many mails about courses to one address in a day: each leads to the same list of courses, and nobody's mailbox is filled by
 * forms that others send (assumed). Those forms are counted apart, so that no stranger keeps the mail of whoever is named from them.
 */
const learnerMailsADay = 4

/**
 * Lets somebody into courses and nothing else, in the caller's transaction: they asked themselves, or somebody who keeps courses
 * named them. Whoever opens the mail proves the address. `email` as `emailFrom` gives it. Beyond a day's mails it does nothing and
 * says nothing: whoever asks learns of no address whether it was written to.
 */
export async function inviteLearner(tx: Tx, secrets: Secrets, email: string): Promise<void> {
  const { count } = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.invitation')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('region_id', '=', tx.regionId)
    .where('email', '=', email)
    .where(sql<boolean>`roles = ${['learner']}`)
    .where('made_by', accountOf(tx.actor) === null ? 'is' : 'is not', null)
    .where('made_at', '>', tx.now.subtract({ hours: 24 }))
    .executeTakeFirstOrThrow()
  if (Number(count) >= learnerMailsADay) return
  await writeInvitation(tx, secrets, { email, role: 'learner' })
}

async function writeInvitation(tx: Tx, secrets: Secrets, invited: Invited): Promise<string> {
  const { actor } = tx
  const id = newId<string>()
  await tx
    .tables<IdentityTables>()
    .insertInto('identity.invitation')
    .values({
      region_id: tx.regionId,
      id,
      email: invited.email,
      roles: [invited.role],
      member_id: invited.memberId ?? null,
      agency_id: invited.agencyId ?? null,
      token_hash: tokenHash(invitationToken(secrets, tx.regionId, id)),
      made_by: accountOf(actor),
      expires_at: tx.now.add(invitationLasts),
    })
    .execute()
  await enqueue(tx, sendInvitation, { regionId: tx.regionId, invitationId: id })
  return id
}

export type OpenInvitation = {
  readonly id: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly memberId: MemberId | null
  readonly agencyId: AgencyId | null
}

/** The invitation while it can still be used. */
export async function loadInvitation(
  reader: Reader,
  id: string,
  token: string | null,
  lock = false,
): Promise<OpenInvitation | null> {
  const query = reader
    .tables<IdentityTables>()
    .selectFrom('identity.invitation')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', reader.now)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return null
  if (token !== null && !timingSafeEqual(row.token_hash, tokenHash(token))) return null
  return { id, email: row.email, roles: row.roles, memberId: row.member_id, agencyId: row.agency_id }
}

/** What a link opens, or null when it is unknown, old, used or forged; nobody is told which. */
export async function invitationAt(db: Db, token: string): Promise<OpenInvitation | null> {
  const link = readInvitationToken(token)
  if (link === null) return null
  return await db.read({ kind: 'visitor', regionId: link.regionId }, (reader) =>
    loadInvitation(reader, link.invitationId, token),
  )
}

/**
 * Uses an invitation: the account, its roles, and the mark of use. The account lives behind another role, so it is made
 * first; without a role it can do nothing, should the rest fail. `typedEmail` counts only where none was invited, and proves
 * nothing: `proven` is false where it names somebody who has roles already, who then signs in by mail.
 */
export async function acceptInvitation(
  deps: { readonly db: Db; readonly auth: Auth },
  token: string,
  typedEmail: string,
): Promise<Outcome<{ accountId: AccountId; proven: boolean }, IdentityCode>> {
  const link = readInvitationToken(token)
  const open = await invitationAt(deps.db, token)
  if (link === null || open === null) return problem('invitation_not_open')
  const email = open.email ?? emailFrom(typedEmail)
  if (email === null) return problem('email_malformed', 'email')
  const accountId = await createAccount(deps.auth, { email, name: '' })
  const proven = open.email !== null || (await grantsOf(deps.db, accountId)).length === 0
  return await deps.db.write({ kind: 'visitor', regionId: link.regionId }, async (tx) => {
    const invitation = await loadInvitation(tx, link.invitationId, token, true)
    if (invitation === null) return problem('invitation_not_open')
    for (const role of invitation.roles) {
      const granted = await grantRole(tx, accountId, role, {
        ...(invitation.memberId === null ? {} : { memberId: invitation.memberId }),
        ...(invitation.agencyId === null ? {} : { agencyId: invitation.agencyId }),
      })
      if (!granted.ok) return granted
    }
    await tx
      .tables<IdentityTables>()
      .updateTable('identity.invitation')
      .set({ used_at: tx.now, used_by: accountId })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', invitation.id)
      .execute()
    await audit(tx, {
      act: 'invitation_accepted',
      subject: { account: accountId },
      detail: { invitation: invitation.id },
    })
    return done({ accountId, proven })
  })
}
