import type { Context } from 'hono'
import { withIsland } from '../platform/islands.server.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Auth } from './auth.server.ts'
import { factorsOf } from './factors.server.ts'
import { hasFactor } from './factors.ts'
import type { Held } from './held.ts'
import { EnrolPage, type ProofState, ProvePage, SendPage } from './ProvePage.tsx'
import type { Session } from './session.server.ts'
import { viewFor } from './view.server.ts'
import { noWantedLine, wantedIn } from './wanted.ts'

export type ProofDeps = { readonly auth: Auth; readonly secrets: Secrets; readonly chrome: Chrome }

type Shown = Partial<Omit<ProofState, 'passkeys' | 'app'>> & { readonly status?: 200 | 400 | 401 | 429 }

/** Asks for a proof, or, where nothing is set up yet, leads to setting it up. */
export async function showProof(
  deps: ProofDeps,
  context: Context,
  session: Session,
  { status = 200, ...shown }: Shown = {},
): Promise<Response> {
  const factors = await factorsOf(deps.auth, session.accountId)
  const state: ProofState = {
    ...{ held: null, tried: null, name: '', nameWrong: false, ...shown },
    passkeys: factors.passkeys.length > 0,
    app: factors.app,
  }
  const Page = hasFactor(factors) ? ProvePage : EnrolPage
  const page = <Page view={viewFor(deps, context)} nonce={withIsland(context, 'passkey')} state={state} />
  return await context.html(page, status)
}

/** On to what somebody was about to do: the form they sent, the page they wanted, or the start. */
export function goOn(
  deps: ProofDeps & { readonly afterSignIn: string },
  context: Context,
  held: Held | null,
): Response | Promise<Response> {
  if (held !== null) return context.html(<SendPage view={viewFor(deps, context)} held={held} />)
  const wanted = wantedIn(deps.auth.cookies, context.req.header('cookie') ?? null, deps.auth.teamUrl)
  context.header('set-cookie', noWantedLine(deps.auth.cookies), { append: true })
  return context.redirect(wanted ?? deps.afterSignIn, 303)
}
