import type { Context } from 'hono'
import type { Db } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { cookieLine } from './cookie.ts'
import { grantsOf } from './grants.server.ts'
import { identityPaths } from './paths.ts'
import { goOn, type ProofDeps } from './proof.server.tsx'
import { endSession, openSession } from './session.server.ts'
import { rolesNeedProof, type Strength } from './strength.ts'

export type EnterDeps = ProofDeps & { readonly db: Db; readonly afterSignIn: string }

/** Somebody has shown who they are: a session of their own opens, and they go on to what they wanted. */
export async function enter(
  deps: EnterDeps,
  context: Context,
  accountId: AccountId,
  strength: Strength,
): Promise<Response> {
  const { auth } = deps
  // Whoever was signed in here before is not any more.
  await endSession(auth, context.req.raw)
  context.header('set-cookie', await openSession(auth, accountId, strength), { append: true })
  context.header('set-cookie', cookieLine(auth.cookies, auth.cookies.asking, '', 0), { append: true })
  if (strength === 'link' && (await firstOffer(deps, accountId)))
    return context.redirect(identityPaths.newPasskey(), 303)
  return await goOn(deps, context, null)
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
