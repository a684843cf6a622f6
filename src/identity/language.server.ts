import type { MiddlewareHandler } from 'hono'
import type { CookieRule } from './cookie.ts'
import { askedLanguage, languageLine } from './language.ts'

/** For the team's host only: whoever follows the switch of language finds it kept. Public pages set no cookie. */
export function keepLanguage(rule: CookieRule): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const asked = askedLanguage(context.req.url)
    if (asked !== null && context.req.method === 'GET' && context.res.ok)
      context.header('set-cookie', languageLine(rule, asked), { append: true })
  }
}
