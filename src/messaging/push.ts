/** One browser that agreed to be notified: its address at a push service, and the keys that what is sent is sealed with. */
export type PushBrowser = {
  readonly id: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** What a lock screen shows, and what opens when it is touched. Sealed for the browser; no push service reads it. */
export type PushMessage = {
  /** Content-free, like every notification. */
  readonly line: string
  /** A path of the team's own host. */
  readonly path: string
  readonly lang: 'en' | 'es'
  /** The same for every repeat: a push service replaces what it still holds, a device what it already shows. */
  readonly topic: string
  /** Seconds for which a push service keeps it for a device that is off. */
  readonly keepFor: number
}

export type PushAnswer =
  /** `gone`: that browser takes none any more. `refused`: it did not take this one, and would not again. */
  | { readonly outcome: 'taken' | 'gone' | 'refused' }
  /** It might work later; `retryAfter` as the service worded it. */
  | { readonly outcome: 'unreachable'; readonly retryAfter: string | null }

/** The way to every push service. */
export type PushSender = {
  /** What browsers bind a subscription to (RFC 8292): an uncompressed P-256 point, base64url. */
  readonly publicKey: string
  send(browser: PushBrowser, message: PushMessage): Promise<PushAnswer>
}

const longestEndpoint = 1000

/**
 * An address a browser handed out, or null. It comes from a person, and we call it: https alone and a public name,
 * nothing inside our own network. A stand-in on this machine is taken where `standIns` allows it.
 */
export function endpointOf(typed: string, standIns: boolean): string | null {
  if (typed.length > longestEndpoint || !URL.canParse(typed)) return null
  const url = new URL(typed)
  if (url.username !== '' || url.password !== '' || url.hash !== '') return null
  if (url.protocol === 'http:') return standIns && url.hostname === '127.0.0.1' ? url.href : null
  if (url.protocol !== 'https:' || url.port !== '') return null
  const last = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.([a-z0-9-]+)$/.exec(url.hostname)?.[1]
  // A number at the end makes an IPv4 address; the rest are names that mean something inside a network only.
  const inside = ['local', 'localhost', 'internal', 'intranet', 'lan', 'home', 'corp', 'test', 'invalid']
  return last === undefined || /^\d+$/.test(last) || inside.includes(last) ? null : url.href
}

const makers = {
  chrome: /(^|\.)googleapis\.com$/,
  firefox: /(^|\.)mozilla\.com$/,
  safari: /(^|\.)push\.apple\.com$/,
  edge: /(^|\.)notify\.windows\.com$/,
} as const
export type BrowserMaker = keyof typeof makers | 'other'

/** Which browser it is, as far as its push service tells: enough to know one's own devices apart, and nothing more is kept. */
export function makerOf(endpoint: string): BrowserMaker {
  const { hostname } = new URL(endpoint)
  return (Object.keys(makers) as (keyof typeof makers)[]).find((one) => makers[one].test(hostname)) ?? 'other'
}

const longestKept = 12 * 3600
const shortestKept = 60

/** Until the answer is due; half a day where nothing is, or what is due later. Late news is better than none. */
export function keepFor(until: Temporal.Instant | null, now: Temporal.Instant): number {
  if (until === null) return longestKept
  const seconds = Math.round(until.since(now).total('seconds'))
  return Math.min(longestKept, Math.max(shortestKept, seconds))
}

const longestRest = 15 * 60

/**
 * Until when a push service wants to be left alone, of its Retry-After (RFC 9110, 10.2.3: seconds or a date); null:
 * it named nothing. Never more than a quarter of an hour: somebody waits.
 */
export function restUntil(retryAfter: string | null, now: Temporal.Instant): Temporal.Instant | null {
  if (retryAfter === null) return null
  const date = Date.parse(retryAfter)
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : Number.isNaN(date)
      ? 0
      : (date - now.epochMilliseconds) / 1000
  return seconds > 0 ? now.add({ seconds: Math.ceil(Math.min(longestRest, seconds)) }) : null
}
