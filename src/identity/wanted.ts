import type { Path } from '../ui/path.ts'
import { type CookieRule, cookieIn, cookieLine } from './cookie.ts'

/** As long as a mail to sign in works. */
const seconds = 600
const shape = /^[\w-]{1,1500}$/

/** Keeps the page that somebody wanted who has to sign in first. */
export function wantedLine(rule: CookieRule, url: URL): string {
  const value = Buffer.from(`${url.pathname}${url.search}`).toString('base64url')
  return shape.test(value) ? cookieLine(rule, rule.wanted, value, seconds) : noWantedLine(rule)
}

export function noWantedLine(rule: CookieRule): string {
  return cookieLine(rule, rule.wanted, '', 0)
}

/**
 * The page that was wanted, or null. Only a path of the team's own host: browsers read "//" and "/\" as another
 * one, and a cookie is only as honest as whoever set it.
 */
export function wantedIn(rule: CookieRule, cookies: string | null, teamUrl: URL): Path | null {
  const value = cookieIn(cookies, rule.wanted, shape)
  if (value === null) return null
  const path = Buffer.from(value, 'base64url').toString('utf8')
  if (!/^\/[^/\\]/.test(path) || /[\s\\\p{C}]/u.test(path)) return null
  return URL.canParse(path, teamUrl.origin) && new URL(path, teamUrl.origin).origin === teamUrl.origin
    ? (path as Path)
    : null
}
