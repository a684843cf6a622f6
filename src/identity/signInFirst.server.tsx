import type { MiddlewareHandler } from 'hono'
import type { Chrome } from '../ui/chrome.ts'
import { type Auth, signedIn } from './auth.server.ts'
import { chosenLanguage, languageOfBrowser } from './language.ts'
import { identityPaths } from './paths.ts'
import { MessagePage } from './SignInPages.tsx'
import { wantedLine } from './wanted.ts'

/**
 * Around every page of the team's host that leads to sign-in instead: what was wanted is kept for afterwards, and a form
 * that was sent signed out is told so, for what it held is not saved. Whoever is signed in already finds nothing there.
 */
export function signInFirst(auth: Auth, chrome: Chrome): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { req } = context
    const path = new URL(req.url).pathname
    const away = context.res.status === 303 && context.res.headers.get('location') === identityPaths.signIn()
    if (!away || path === identityPaths.signOut() || path === '/') return
    if ((await signedIn(auth, req.raw)) !== null) {
      // They are known, and this region is none of theirs: signing in again would change nothing.
      context.res = undefined
      context.res = await context.notFound()
      return
    }
    if (req.method === 'GET') {
      context.header('set-cookie', wantedLine(auth.cookies, new URL(req.url)), { append: true })
      return
    }
    const cookies = req.header('cookie') ?? null
    const lang =
      chosenLanguage(auth.cookies, req.url, cookies) ??
      languageOfBrowser(req.header('accept-language') ?? null)
    const page = (
      <MessagePage view={{ chrome, lang }} heading="signedOutTitle" text="signedOut" again="signIn" />
    )
    context.res = undefined
    context.res = await context.html(page, 401)
  }
}
