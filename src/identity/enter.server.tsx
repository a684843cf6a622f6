import type { Context } from 'hono'
import type { Db } from '../platform/db.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import { emailOf } from './auth.server.ts'
import { cookieLine } from './cookie.ts'
import { grantsOf } from './grants.server.ts'
import { identityPaths } from './paths.ts'
import { goOn, type ProofDeps } from './proof.server.tsx'
import { MessagePage } from './SignInPages.tsx'
import { endSession, openSession } from './session.server.ts'
import { rolesNeedProof, type Strength } from './strength.ts'
import { viewFor } from './view.server.ts'

export type EnterDeps = ProofDeps & {
  readonly db: Db
  readonly afterSignIn: string
  /** Whether an address is a department's own, in one region. */
  atAgency?(regionId: RegionId, email: string): Promise<boolean>
}

/** Somebody has shown who they are: a session of their own opens, and they go on to what they wanted. */
export async function enter(
  deps: EnterDeps,
  context: Context,
  accountId: AccountId,
  strength: Strength,
): Promise<Response> {
  const { auth } = deps
  if (await barred(deps, accountId)) {
    const view = viewFor(deps, context)
    const page = <MessagePage view={view} heading="agencyMailTitle" text="agencyMail" again={null} />
    return await context.html(page, 403)
  }
  // Whoever was signed in here before is not any more.
  await endSession(auth, context.req.raw)
  context.header('set-cookie', await openSession(auth, accountId, strength), { append: true })
  context.header('set-cookie', cookieLine(auth.cookies, auth.cookies.asking, '', 0), { append: true })
  if (strength === 'link' && (await firstOffer(deps, accountId)))
    return context.redirect(identityPaths.newPasskey(), 303)
  return await goOn(deps, context, null)
}

/** Said only to who has shown that the mailbox is theirs, so it tells a stranger nothing. */
async function barred({ auth, db, atAgency }: EnterDeps, accountId: AccountId): Promise<boolean> {
  if (atAgency === undefined) return false
  const onTeam = (await grantsOf(db, accountId)).filter((grant) => grant.role !== 'agency_contact')
  const email = (await emailOf(auth, accountId)) ?? ''
  for (const regionId of new Set(onTeam.map((grant) => grant.regionId)))
    if (await atAgency(regionId, email)) return true
  return false
}

/**
 * Once, to whoever is on the team and owes no proof: those are asked anyway. Contacts sign in by mail.
 */
async function firstOffer({ auth, db }: EnterDeps, accountId: AccountId): Promise<boolean> {
  const roles = (await grantsOf(db, accountId)).map((grant) => grant.role)
  if (!auth.asksProof || rolesNeedProof(roles) || !roles.includes('peer')) return false
  const offered = await auth.pool.query(
    `update auth."user" set passkey_offered_at = tailboard.now()
     where id = $1 and passkey_offered_at is null
       and not exists (select from auth.passkey where account_id = $1)`,
    [accountId],
  )
  return offered.rowCount === 1
}
