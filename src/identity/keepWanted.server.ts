import type { Context } from 'hono'
import type { CookieRule } from './cookie.ts'
import { wantedLine } from './wanted.ts'

/** Keeps the page of this request for after a proof or a sign-in that it leads to. */
export function keepWanted(rule: CookieRule, context: Context): void {
  context.header('set-cookie', wantedLine(rule, new URL(context.req.url)), { append: true })
}
