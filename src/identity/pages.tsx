import { type Context, Hono } from 'hono'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import { withIsland } from '../platform/islands.server.ts'
import type { Log } from '../platform/log.server.ts'
import { statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import { accountRoutes } from './accountPages.tsx'
import type { Auth } from './auth.server.ts'
import { cookieLine } from './cookie.ts'
import { emailFrom } from './email.ts'
import { enter } from './enter.server.tsx'
import type { OwnRegion } from './factors.ts'
import { InvitationPage } from './InvitationPage.tsx'
import { acceptInvitation, invitationAt } from './invitation.server.ts'
import { passkeyRoutes } from './passkeyPages.tsx'
import { identityPaths } from './paths.ts'
import { proofRoutes } from './proofPages.tsx'
import { CodePage, LinkPage, MessagePage, SignInPage, type View } from './SignInPages.tsx'
import { endSession } from './session.server.ts'
import {
  askToSignIn,
  browserOf,
  newBrowser,
  signInByCode,
  signInByLink,
  signInSeconds,
} from './signIn.server.ts'
import { codeTyped } from './signInCode.ts'
import { viewFor } from './view.server.ts'

export type TeamRouteDeps = {
  readonly db: Db
  readonly auth: Auth
  readonly secrets: Secrets
  readonly log: Log
  readonly chrome: Chrome
  readonly teamUrl: URL
  /** Where somebody lands who has just signed in. */
  readonly afterSignIn: string
  /** What `/account` shows of a region of theirs. */
  regionOf?(regionId: RegionId, accountId: AccountId): Promise<OwnRegion>
  atAgency?(regionId: RegionId, email: string): Promise<boolean>
}

/** Sign-in and invitations, for the team's host only. */
export function teamRoutes(deps: TeamRouteDeps): Hono {
  const { auth, secrets, db } = deps
  const app = new Hono()
  const viewOf = (context: Context): View => viewFor(deps, context)
  const tokenOf = (context: Context): string => context.req.param('token') ?? ''
  const asking = (value: string, seconds: number) =>
    cookieLine(auth.cookies, auth.cookies.asking, value, seconds)
  const notOpen = (context: Context) =>
    context.html(
      <MessagePage view={viewOf(context)} heading="notOpenTitle" text="notOpen" again="askAgain" />,
      400,
    )
  const elsewhere = (context: Context) =>
    context.html(
      <MessagePage view={viewOf(context)} heading="elsewhereTitle" text="elsewhere" again={null} />,
      409,
    )

  app.get(identityPaths.signIn(), (context) =>
    context.html(
      <SignInPage view={viewOf(context)} email="" wrong={false} nonce={withIsland(context, 'passkey')} />,
    ),
  )
  app.post(identityPaths.signIn(), async (context) => {
    const typed = (await formOf(context.req)).email ?? ''
    const view = viewOf(context)
    const email = emailFrom(typed)
    if (email === null) {
      const nonce = withIsland(context, 'passkey')
      return context.html(<SignInPage view={view} email={typed} wrong nonce={nonce} />, 400)
    }
    const browser = browserOf(auth, context.req.raw) ?? newBrowser()
    await askToSignIn(auth, secrets, { email, browser, language: view.lang })
    context.header('set-cookie', asking(browser, signInSeconds))
    return context.redirect(identityPaths.signInCode(), 303)
  })

  app.get(identityPaths.signInCode(), (context) =>
    context.html(<CodePage view={viewOf(context)} code="" failed={false} />),
  )
  app.post(identityPaths.signInCode(), async (context) => {
    const typed = (await formOf(context.req)).code ?? ''
    const accountId = await signInByCode(auth, secrets, codeTyped(typed), browserOf(auth, context.req.raw))
    if (accountId !== null) return await enter(deps, context, accountId, 'link')
    return context.html(<CodePage view={viewOf(context)} code={typed} failed />, 400)
  })

  app.get(identityPaths.signInLink(':token'), (context) =>
    context.html(<LinkPage view={viewOf(context)} token={tokenOf(context)} />),
  )
  app.post(identityPaths.signInLink(':token'), async (context) => {
    const answer = await signInByLink(auth, tokenOf(context), browserOf(auth, context.req.raw))
    if (answer === 'elsewhere') return elsewhere(context)
    if (answer === 'not_open') return notOpen(context)
    return await enter(deps, context, answer.accountId, 'link')
  })

  app.post(identityPaths.signOut(), async (context) => {
    context.header('set-cookie', await endSession(auth, context.req.raw))
    return context.redirect(identityPaths.signIn(), 303)
  })

  const invitationGone = (context: Context) =>
    context.html(
      <MessagePage view={viewOf(context)} heading="inviteNotOpenTitle" text="inviteNotOpen" again="signIn" />,
      404,
    )
  app.get(identityPaths.invitation(':token'), async (context) => {
    const token = tokenOf(context)
    const open = await invitationAt(db, token)
    if (open === null) return invitationGone(context)
    const view = viewOf(context)
    return context.html(
      <InvitationPage view={view} token={token} asksEmail={open.email === null} email="" wrong={false} />,
    )
  })
  app.post(identityPaths.invitation(':token'), async (context) => {
    const token = tokenOf(context)
    const typed = (await formOf(context.req)).email ?? ''
    const accepted = await acceptInvitation(deps, token, typed)
    if (accepted.ok)
      return accepted.value.proven
        ? await enter(deps, context, accepted.value.accountId, 'link')
        : context.redirect(identityPaths.signIn(), 303)
    const view = viewOf(context)
    switch (accepted.code) {
      case 'email_malformed':
        return context.html(<InvitationPage view={view} token={token} asksEmail email={typed} wrong />, 400)
      case 'roles_apart':
        return context.html(
          <MessagePage view={view} heading="inviteNotOpenTitle" text="rolesApart" again={null} />,
          statusOf[accepted.kind],
        )
      default:
        return invitationGone(context)
    }
  })
  app.route('/', passkeyRoutes(deps))
  app.route('/', proofRoutes(deps))
  app.route('/', accountRoutes(deps))
  return app
}
