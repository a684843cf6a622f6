import type { Context } from 'hono'
import { askProof } from './askProof.server.tsx'
import type { EnterDeps } from './enter.server.tsx'
import { factorsOf } from './factors.server.ts'
import { type Factors, hasFactor } from './factors.ts'
import { grantsOf } from './grants.server.ts'
import { identityPaths } from './paths.ts'
import { type Session, sessionOf } from './session.server.ts'
import { rolesNeedProof } from './strength.ts'

/**
 * Whoever may change what this account signs in with: signed in, and, once anything is set up, proven a short while ago.
 * A mailbox alone sets up the first factor and touches none that is there.
 */
export async function owner(deps: EnterDeps, context: Context): Promise<Session | Response> {
  const session = await sessionOf(deps.auth, context.req.raw)
  if (session === null) return context.redirect(identityPaths.signIn(), 303)
  if (session.fresh || !hasFactor(await factorsOf(deps.auth, session.accountId))) return session
  return await askProof(deps, context, session)
}

/** Whether one factor may go: not the last one of somebody whose roles need one. */
export async function mayRemove(deps: EnterDeps, session: Session, factors: Factors): Promise<boolean> {
  if (factors.passkeys.length + (factors.app ? 1 : 0) > 1) return true
  const roles = (await grantsOf(deps.db, session.accountId)).map((grant) => grant.role)
  return !(deps.auth.asksProof && rolesNeedProof(roles))
}
