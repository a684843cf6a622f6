import type { MiddlewareHandler } from 'hono'
import type { Db } from '../platform/db.server.ts'
import { askProof } from './askProof.server.tsx'
import { lacksProof } from './gate.server.ts'
import { grantsOf } from './grants.server.ts'
import { keepWanted } from './keepWanted.server.ts'
import { identityPaths } from './paths.ts'
import type { ProofDeps } from './proof.server.tsx'
import { MessagePage } from './SignInPages.tsx'
import { sessionOf } from './session.server.ts'
import { viewFor } from './view.server.ts'

/**
 * Around every page of the team's host that leads to sign-in instead: what was wanted is kept for afterwards, and a form
 * that was sent signed out is told so, for what it held is not saved. Whoever is signed in and owes a proof is led there
 * the same way; anybody else who is signed in finds nothing.
 */
export function signInFirst(deps: ProofDeps & { readonly db: Db }): MiddlewareHandler {
  const { auth } = deps
  return async (context, next) => {
    await next()
    const { req } = context
    const path = new URL(req.url).pathname
    const away = context.res.status === 303 && context.res.headers.get('location') === identityPaths.signIn()
    if (!away || path === identityPaths.signOut() || path === '/') return
    const session = await sessionOf(auth, req.raw)
    if (session !== null) {
      const owes = lacksProof(auth, session, await grantsOf(deps.db, session.accountId))
      context.res = undefined
      if (owes) {
        context.res = new Response(null)
        context.res = await askProof(deps, context, session)
        return
      }
      // They are known, and this region is none of theirs: signing in again would change nothing.
      context.res = await context.notFound()
      return
    }
    if (req.method === 'GET') {
      keepWanted(auth.cookies, context)
      return
    }
    const view = viewFor(deps, context)
    const page = <MessagePage view={view} heading="signedOutTitle" text="signedOut" again="signIn" />
    context.res = undefined
    context.res = await context.html(page, 401)
  }
}
