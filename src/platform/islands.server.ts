import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

const islandHeader = 'tailboard-island'
const typed = (policies: string) => `trusted-types ${policies}; require-trusted-types-for 'script'`
/** What takes the place of `script-src 'none'`. Each opens one thing, for the one script that carries this answer's nonce. */
const islandPolicies = {
  /** A card that opens without a network: one script of ours, the one address of its worker, and the copies it asks for. */
  card: (nonce: string) =>
    `script-src 'nonce-${nonce}'; worker-src 'self'; connect-src 'self'; ${typed('tailboard-worker')}`,
  /** The cards' worker runs under its own headers: it asks our host, and starts no script. */
  cardWorker: () => `script-src 'none'; connect-src 'self'; ${typed("'none'")}`,
  /** Notifications: the one script of this answer, and the one address of the worker it registers. */
  push: (nonce: string) => `script-src 'nonce-${nonce}'; worker-src 'self'; ${typed('tailboard-worker')}`,
  /** Passkeys: the one script of this answer asks our own host for a challenge, and makes no markup. */
  passkey: (nonce: string) => `script-src 'nonce-${nonce}'; connect-src 'self'; ${typed("'none'")}`,
  /** The self-check: one script of ours, which may ask nobody; and no form of the page may be sent. */
  check: () => `script-src 'self'; connect-src 'none'; ${typed("'none'")}`,
  /** A conversation, on either side: scripts of ours and the one worker's address; the worker has headers of its own. */
  talk: () =>
    `script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; ${typed('tailboard-worker')}`,
  /** Beside a conversation: it loads its own parts, compiles Argon2id, and asks nobody. */
  talkWorker: () => `script-src 'self' 'wasm-unsafe-eval'; ${typed("'none'")}`,
  /** A live board: only what carries this answer's own nonce is run or obeyed. */
  board: (nonce: string) => `script-src 'nonce-${nonce}'; connect-src 'self'; ${typed('htmx')}`,
} as const
type Island = keyof typeof islandPolicies

/** This page carries a script of ours; every other one carries none. Answers the nonce its script and attributes need. */
export function withIsland(context: Context, island: Island): string {
  const nonce = randomBytes(16).toString('base64url')
  context.header(islandHeader, `${island} ${nonce}`)
  return nonce
}

/** An answer that took the place of such a page carries no script. */
export function withoutIsland(answer: Response): Response {
  answer.headers.delete(islandHeader)
  return answer
}

/** Outermost, so that it speaks last: the few pages with a script of ours say which of these they need. */
export const islandPolicy: MiddlewareHandler = async (context, next) => {
  await next()
  const marked = context.res.headers.get(islandHeader)
  if (marked === null) return
  const [island, nonce] = marked.split(' ') as [Island, string]
  context.res.headers.delete(islandHeader)
  const policy = context.res.headers.get('content-security-policy') ?? ''
  const opened = policy.replace("script-src 'none'", islandPolicies[island](nonce))
  context.res.headers.set(
    'content-security-policy',
    island === 'check' ? opened.replace("form-action 'self'", "form-action 'none'") : opened,
  )
}
