import { ascii, type Bytes, fields, uuid } from './bytes.ts'
import { sha256 } from './primitives.ts'
import type { Talk } from './sealedKey.ts'

export type Side = 'seeker' | 'peer'

export type StoredMessage = { readonly side: Side; readonly number: number; readonly body: Bytes }

/** What is kept of a message that was taken in: enough to notice when another stands at its place. */
export type Link = { readonly hash: Bytes; readonly key: number; readonly seen: number }

/** How far a browser has read: a value, kept in the open tab. The link at place 0 is message number 1. */
export type Chain = {
  readonly talk: Talk
  readonly seeker: readonly Link[]
  readonly peer: readonly Link[]
}

export function startChain(talk: Talk): Chain {
  return { talk, seeker: [], peer: [] }
}

export function otherSide(side: Side): Side {
  return side === 'seeker' ? 'peer' : 'seeker'
}

export function withLink(chain: Chain, side: Side, link: Link): Chain {
  return { ...chain, [side]: [...chain[side], link] }
}

/** The oldest content key a message may use: its side's last, or that of the message it answers. */
export function oldestKey(chain: Chain, side: Side, seen: number): number {
  const before = chain[side].at(-1)?.key ?? 1
  const answered = chain[otherSide(side)][seen - 1]?.key ?? 1
  return Math.max(before, answered)
}

/** The hash of message `number`, or zeros where there is none yet. */
export function hashAt(links: readonly Link[], number: number): Bytes {
  return links[number - 1]?.hash ?? new Uint8Array(32)
}

export async function hashOf(talk: Talk, body: Bytes): Promise<Bytes> {
  return await sha256(fields(ascii('tailboard hash v1'), uuid(talk.conversation), body))
}
