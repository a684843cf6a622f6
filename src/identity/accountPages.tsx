import { type Context, Hono } from 'hono'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, parseId, type RegionId } from '../platform/ids.ts'
import { AccountPage } from './AccountPage.tsx'
import { askProof } from './askProof.server.tsx'
import { emailOf } from './auth.server.ts'
import type { EnterDeps } from './enter.server.tsx'
import { factorsOf } from './factors.server.ts'
import type { OwnRegion } from './factors.ts'
import { lacksProof } from './gate.server.ts'
import { grantsOf } from './grants.server.ts'
import { identityPaths } from './paths.ts'
import { endOne, endOthers, sessionOf, sessionsOf } from './session.server.ts'
import { rolesNeedProof } from './strength.ts'
import { viewFor } from './view.server.ts'

/** One's own account: what it is signed in with, and where it is signed in. */
export function accountRoutes(
  deps: EnterDeps & { regionOf?(regionId: RegionId, accountId: AccountId): Promise<OwnRegion> },
): Hono {
  const { auth } = deps
  const app = new Hono()
  const signedOut = (context: Context) => context.redirect(identityPaths.signIn(), 303)
  const said = (context: Context) => {
    const { kept, last } = context.req.query()
    return kept === '1' ? 'kept' : last === '1' ? 'last' : null
  }

  app.get(identityPaths.account(), async (context) => {
    const session = await sessionOf(auth, context.req.raw)
    if (session === null) return signedOut(context)
    const grants = await grantsOf(deps.db, session.accountId)
    if (lacksProof(auth, session, grants)) return await askProof(deps, context, session)
    const regions: OwnRegion[] = []
    for (const id of new Set(grants.map((grant) => grant.regionId)))
      if (deps.regionOf !== undefined) regions.push(await deps.regionOf(id, session.accountId))
    const props = {
      email: (await emailOf(auth, session.accountId)) ?? '',
      factors: await factorsOf(auth, session.accountId),
      sessions: await sessionsOf(auth, session.accountId),
      zone: regions[0]?.timeZone ?? 'UTC',
      regions,
      needs: rolesNeedProof(grants.map((grant) => grant.role)),
      asked: auth.asksProof,
    }
    return context.html(
      <AccountPage view={viewFor(deps, context)} {...props} current={session.id} news={said(context)} />,
      said(context) === 'last' ? 409 : 200,
    )
  })

  app.post(identityPaths.sessionEnd(), async (context) => {
    const session = await sessionOf(auth, context.req.raw)
    if (session === null) return signedOut(context)
    const id = parseId<string>((await formOf(context.req)).id ?? '')
    if (id === null || !(await endOne(auth, session.accountId, id))) return context.notFound()
    return context.redirect(`${identityPaths.account()}?kept=1`, 303)
  })
  app.post(identityPaths.sessionsEnd(), async (context) => {
    const session = await sessionOf(auth, context.req.raw)
    if (session === null) return signedOut(context)
    await endOthers(auth, session.accountId, session.id)
    return context.redirect(`${identityPaths.account()}?kept=1`, 303)
  })
  return app
}
