export type CookieRule = {
  readonly session: string
  readonly asking: string
  readonly language: string
  readonly wanted: string
  readonly attributes: string
}

/**
 * Names and attributes of our four cookies. `__Host-` lets no other host set or receive them, but needs Secure, which
 * browsers accept over https and on the loopback names they hold trustworthy (W3C Secure Contexts, 3.1).
 */
export function cookieRule(teamUrl: URL): CookieRule {
  const trustworthy =
    teamUrl.protocol === 'https:' ||
    teamUrl.hostname === 'localhost' ||
    teamUrl.hostname.endsWith('.localhost')
  const prefix = trustworthy ? '__Host-' : ''
  return {
    session: `${prefix}tailboard`,
    asking: `${prefix}tailboard-asking`,
    language: `${prefix}tailboard-language`,
    wanted: `${prefix}tailboard-wanted`,
    attributes: `Path=/; HttpOnly; SameSite=Lax${trustworthy ? '; Secure' : ''}`,
  }
}

/** The Set-Cookie line; zero seconds takes the cookie away. */
export function cookieLine(rule: CookieRule, name: string, value: string, seconds: number): string {
  return `${name}=${value}; Max-Age=${seconds}; ${rule.attributes}`
}

/** The value of a cookie of ours, or null when it is absent or has not the shape we give it. */
export function cookieIn(header: string | null, name: string, shape = /^[\w-]{43}$/): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=', 2)
    if (key === name) return shape.test(value) ? value : null
  }
  return null
}
