import type { Context } from 'hono'
import type { Auth } from './auth.server.ts'
import { chosenLanguage, languageOfBrowser } from './language.ts'
import type { View } from './SignInPages.tsx'

/** The page's surroundings in the language of whoever asks. */
export function viewFor(
  deps: { readonly auth: Auth; readonly chrome: View['chrome'] },
  context: Context,
): View {
  const { url, headers } = context.req.raw
  const lang = chosenLanguage(deps.auth.cookies, url, headers.get('cookie'))
  return { chrome: deps.chrome, lang: lang ?? languageOfBrowser(headers.get('accept-language')) }
}
