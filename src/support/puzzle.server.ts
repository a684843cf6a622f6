import { isSolved as solves } from '../crypto/index.ts'
import type { Secrets } from '../platform/secrets.server.ts'

/** What a browser has to work out before a conversation begins: each costs it a moment, and a thousand cost a thousand. */
export type Puzzle = {
  readonly conversationId: string
  /** How many zero bits the answer's digest must begin with. */
  readonly bits: number
  /** Seconds since 1970. */
  readonly expires: number
  /** Base64url. */
  readonly mac: string
}

const easiest = 15
const hardest = 22
/** So long a puzzle may be solved, and so long one that was used is remembered. */
export const puzzleSeconds = 20 * 60

/** One bit harder, twice the work, for each four conversations that wait (assumed). */
export function bitsFor(waiting: number): number {
  return Math.min(hardest, easiest + Math.floor(waiting / 4))
}

export function makePuzzle(
  secrets: Secrets,
  regionId: string,
  conversationId: string,
  waiting: number,
  now: Temporal.Instant,
): Puzzle {
  const bits = bitsFor(waiting)
  const expires = Math.floor(now.epochMilliseconds / 1000) + puzzleSeconds
  const mac = secrets
    .sign('support puzzle', said(regionId, conversationId, bits, expires))
    .toString('base64url')
  return { conversationId, bits, expires, mac }
}

/** Whether this region set the puzzle, it is still open, and the nonce solves it. That it is used once, the store sees to. */
export function isSolved(
  secrets: Secrets,
  regionId: string,
  { conversationId, bits, expires, mac }: Puzzle,
  nonce: bigint,
  now: Temporal.Instant,
): boolean {
  const signature = Buffer.from(mac, 'base64url')
  if (!secrets.verify('support puzzle', said(regionId, conversationId, bits, expires), signature))
    return false
  if (now.epochMilliseconds >= expires * 1000) return false
  const counted = Buffer.alloc(8)
  counted.writeBigUInt64BE(nonce)
  const asked = { conversation: conversationId, bits, expires, mac: Uint8Array.from(signature) }
  return solves(asked, counted)
}

const said = (...parts: readonly (string | number)[]) => parts.join(' ')
