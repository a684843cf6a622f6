import { type Context, Hono } from 'hono'
import { formOf } from '../platform/http.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { AppPage } from './AppPage.tsx'
import { emailOf } from './auth.server.ts'
import { base32 } from './base32.ts'
import type { EnterDeps } from './enter.server.tsx'
import {
  beginApp,
  confirmApp,
  factorsOf,
  newCodes,
  pendingSeed,
  proveByCode,
  removeApp,
} from './factors.server.ts'
import { type Held, heldIn } from './held.ts'
import { mayRemove, owner } from './owner.server.tsx'
import { CodesPage } from './ProvePage.tsx'
import { authenticate, authenticationOptions } from './passkey.server.ts'
import { identityPaths } from './paths.ts'
import { goOn, showProof } from './proof.server.tsx'
import { PasskeyRefused } from './SignInPages.tsx'
import {
  endOthers,
  endSession,
  openSession,
  type Session,
  sessionOf,
  sessionSecret,
} from './session.server.ts'
import { viewFor } from './view.server.ts'

/** The proof that somebody is who their mailbox says, and the authenticator app that can give it. */
export function proofRoutes(deps: EnterDeps): Hono {
  const { auth, secrets } = deps
  const app = new Hono()
  const signedOut = (context: Context) => context.redirect(identityPaths.signIn(), 303)
  const sessionFor = (context: Context) => sessionOf(auth, context.req.raw)
  /** The session is a new one from here on: the old secret was worth less. */
  const proven = async (context: Context, session: Session, by: 'passkey' | 'totp', held: Held | null) => {
    await endSession(auth, context.req.raw)
    context.header('set-cookie', await openSession(auth, session.accountId, by), { append: true })
    return await goOn(deps, context, held)
  }

  app.get(identityPaths.proof(), async (context) => {
    const session = await sessionFor(context)
    return session === null ? signedOut(context) : await showProof(deps, context, session)
  })
  app.post(identityPaths.proof(), async (context) => {
    const session = await sessionFor(context)
    if (session === null) return signedOut(context)
    const typed = await formOf(context.req)
    const held = heldIn(typed.held)
    const tried = await proveByCode(auth, secrets, session.accountId, typed.code ?? '')
    if (tried === 'proven') return await proven(context, session, 'totp', held)
    return await showProof(deps, context, session, { held, tried, status: tried === 'wait' ? 429 : 400 })
  })
  app.post(identityPaths.proofChallenge(), async (context) => {
    const session = await sessionFor(context)
    if (session === null) return context.json({}, 403)
    const browser = sessionSecret(auth, context.req.raw)!
    return context.json(await authenticationOptions({ auth, secrets, browser }, session.accountId))
  })
  app.post(identityPaths.proofPasskey(), async (context) => {
    const session = await sessionFor(context)
    if (session === null) return signedOut(context)
    const typed = await formOf(context.req)
    const browser = sessionSecret(auth, context.req.raw)!
    const whose = await authenticate({ auth, secrets, browser }, 'prove', typed.answer ?? '')
    if (whose === session.accountId) return await proven(context, session, 'passkey', heldIn(typed.held))
    return context.html(<PasskeyRefused view={viewFor(deps, context)} again={identityPaths.proof()} />, 400)
  })
  app.get(identityPaths.onwards(), (context) => goOn(deps, context, null))
  app.post(identityPaths.onwards(), async (context) =>
    goOn(deps, context, heldIn((await formOf(context.req)).held)),
  )

  const showApp = async (
    context: Context,
    accountId: AccountId,
    seed: Buffer,
    held: Held | null,
    tried: 'wrong' | 'wait' | null,
  ) => {
    const email = (await emailOf(auth, accountId)) ?? ''
    const props = { secret: base32(seed), email, held, tried }
    const status = tried === null ? 200 : tried === 'wait' ? 429 : 400
    return context.html(<AppPage view={viewFor(deps, context)} {...props} />, status)
  }
  const account = (context: Context, said = '') => context.redirect(`${identityPaths.account()}${said}`, 303)

  app.get(identityPaths.app(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return own
    const seed = await pendingSeed(auth, secrets, own.accountId)
    return seed === null ? account(context) : await showApp(context, own.accountId, seed, null, null)
  })
  app.post(identityPaths.app(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return own
    const held = heldIn((await formOf(context.req)).held)
    const seed = await beginApp(auth, secrets, own.accountId)
    return seed === null ? account(context) : await showApp(context, own.accountId, seed, held, null)
  })
  app.post(identityPaths.appCode(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return own
    const typed = await formOf(context.req)
    const held = heldIn(typed.held)
    const seed = await pendingSeed(auth, secrets, own.accountId)
    if (seed === null) return account(context)
    const codes = await confirmApp(auth, secrets, own.accountId, typed.code ?? '')
    if (codes === 'wrong' || codes === 'wait') return await showApp(context, own.accountId, seed, held, codes)
    await endOthers(auth, own.accountId, null)
    context.header('set-cookie', await openSession(auth, own.accountId, 'totp'), { append: true })
    return context.html(<CodesPage view={viewFor(deps, context)} codes={codes} held={held} />)
  })
  app.post(identityPaths.appRemoval(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return own
    if (!(await mayRemove(deps, own, await factorsOf(auth, own.accountId))))
      return account(context, '?last=1')
    await removeApp(auth, own.accountId)
    await endOthers(auth, own.accountId, own.id)
    return account(context, '?kept=1')
  })
  app.post(identityPaths.codes(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return own
    if (!(await factorsOf(auth, own.accountId)).app) return account(context)
    const codes = await newCodes(auth, secrets, own.accountId)
    await endOthers(auth, own.accountId, own.id)
    return context.html(<CodesPage view={viewFor(deps, context)} codes={codes} held={null} />)
  })
  return app
}
