import { type Context, Hono } from 'hono'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { withIsland } from '../platform/islands.server.ts'
import { Actions, LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { cookieLine } from './cookie.ts'
import { passkeyName } from './doors.ts'
import { type EnterDeps, enter } from './enter.server.tsx'
import { factorsOf } from './factors.server.ts'
import { heldIn } from './held.ts'
import { mayRemove, owner } from './owner.server.tsx'
import { PasskeyScript } from './PasskeyCard.tsx'
import { NewPasskey, type ProofState } from './ProvePage.tsx'
import {
  authenticate,
  authenticationOptions,
  registerPasskey,
  registrationOptions,
  removePasskey,
} from './passkey.server.ts'
import { passkeyWords } from './passkeyWords.ts'
import { identityPaths } from './paths.ts'
import { goOn, showProof } from './proof.server.tsx'
import { Frame, PasskeyRefused } from './SignInPages.tsx'
import { endOthers, openSession, sessionSecret } from './session.server.ts'
import { browserOf, newBrowser, signInSeconds } from './signIn.server.ts'
import { viewFor } from './view.server.ts'

/** Passkeys: signing in with one, making one, taking one away. */
export function passkeyRoutes(deps: EnterDeps): Hono {
  const { auth, secrets } = deps
  const app = new Hono()
  const refused = (context: Context, again: 'signIn' | 'newPasskey') =>
    context.html(<PasskeyRefused view={viewFor(deps, context)} again={identityPaths[again]()} />, 400)

  app.post(identityPaths.signInChallenge(), async (context) => {
    const browser = browserOf(auth, context.req.raw) ?? newBrowser()
    context.header('set-cookie', cookieLine(auth.cookies, auth.cookies.asking, browser, signInSeconds))
    return context.json(await authenticationOptions({ auth, secrets, browser }, null))
  })
  app.post(identityPaths.signInPasskey(), async (context) => {
    const { answer = '' } = await formOf(context.req)
    const browser = browserOf(auth, context.req.raw)
    const accountId =
      browser === null ? null : await authenticate({ auth, secrets, browser }, 'sign_in', answer)
    return accountId === null ? refused(context, 'signIn') : await enter(deps, context, accountId, 'passkey')
  })

  const show = (context: Context, shown: Partial<ProofState> = {}) => {
    const view = viewFor(deps, context)
    const say = passkeyWords[view.lang]
    const nonce = withIsland(context, 'passkey')
    const state = {
      ...{ passkeys: false, app: false, held: null, tried: null, name: '', nameWrong: false },
      ...shown,
    }
    return context.html(
      <Frame view={view} title={say.newTitle}>
        <PageHead title={say.newTitle} lead={say.newLead} />
        <NewPasskey view={view} state={state} />
        <Actions>
          <LinkButton look="quiet" href={identityPaths.onwards()}>
            {say.notNow}
          </LinkButton>
        </Actions>
        <PasskeyScript chrome={view.chrome} nonce={nonce} />
      </Frame>,
      state.nameWrong ? 400 : 200,
    )
  }
  app.get(identityPaths.newPasskey(), async (context) => {
    const own = await owner(deps, context)
    return own instanceof Response ? own : show(context)
  })
  app.post(identityPaths.passkeyChallenge(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return context.json({}, 403)
    const browser = sessionSecret(auth, context.req.raw)!
    return context.json(await registrationOptions({ auth, secrets, browser }, own.accountId))
  })
  app.post(identityPaths.passkeys(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return own
    const typed = await formOf(context.req)
    const name = typed.name ?? ''
    const held = heldIn(typed.held)
    if (!passkeyName.safeParse(name).success)
      return held === null
        ? show(context, { name, nameWrong: true })
        : await showProof(deps, context, own, { held, name, nameWrong: true, status: 400 })
    const browser = sessionSecret(auth, context.req.raw)!
    const kept = await registerPasskey({ auth, secrets, browser }, own.accountId, typed.answer ?? '', name)
    if (!kept) return refused(context, 'newPasskey')
    await endOthers(auth, own.accountId, null)
    context.header('set-cookie', await openSession(auth, own.accountId, 'passkey'), { append: true })
    return await goOn(deps, context, held)
  })

  app.post(identityPaths.passkeyRemoval(), async (context) => {
    const own = await owner(deps, context)
    if (own instanceof Response) return own
    const id = parseId<string>((await formOf(context.req)).id ?? '')
    if (id === null) return context.notFound()
    const factors = await factorsOf(auth, own.accountId)
    if (!factors.passkeys.some((one) => one.id === id)) return context.notFound()
    if (!(await mayRemove(deps, own, factors)))
      return context.redirect(`${identityPaths.account()}?last=1`, 303)
    await removePasskey(auth, own.accountId, id)
    await endOthers(auth, own.accountId, own.id)
    return context.redirect(`${identityPaths.account()}?kept=1`, 303)
  })
  return app
}
