import { equal } from './bytes.ts'
import { type Chain, hashOf, oldestKey, otherSide, type Side, type StoredMessage, withLink } from './chain.ts'
import { aboutMessage, type Header, headerLength, readHeader } from './message.ts'
import { type Said, unpad } from './padding.ts'
import { gcmOpen } from './primitives.ts'
import type { ContentKey } from './sealedKey.ts'

export type Refusal =
  | 'unknown-version'
  | 'malformed'
  | 'moved'
  | 'repeated'
  | 'reordered'
  | 'missing'
  | 'wrong-key'
  | 'tampered'

export type Place = { readonly side: Side; readonly number: number }

/** `said` is null for what was written before this reader's first key. */
export type Opened = Place & { readonly said: Said | null }

export type Reading = {
  readonly chain: Chain
  readonly opened: readonly Opened[]
  /** Why reading stopped, and where; the chain stands before it. */
  readonly refused: (Place & { readonly code: Refusal }) | null
}

/** Takes messages in, in the order in which they were stored, and stops at the first that doesn't fit. */
export async function openMessages(
  chain: Chain,
  keys: readonly ContentKey[],
  stored: readonly StoredMessage[],
): Promise<Reading> {
  const opened: Opened[] = []
  let at = chain
  for (const [index, message] of stored.entries()) {
    const { side, number } = message
    const taken = await take(at, keys, message, stored.slice(index + 1))
    if (typeof taken === 'string') return { chain: at, opened, refused: { side, number, code: taken } }
    at = taken.chain
    opened.push({ side, number, said: taken.said })
  }
  return { chain: at, opened, refused: null }
}

type Taken = { readonly chain: Chain; readonly said: Said | null }

async function take(
  chain: Chain,
  keys: readonly ContentKey[],
  message: StoredMessage,
  later: readonly StoredMessage[],
): Promise<Taken | Refusal> {
  const read = readHeader(message.body)
  if (!read.ok) return read.code
  const header = read.value
  if (header.side !== message.side || header.number !== message.number) return 'moved'
  const hash = await hashOf(chain.talk, message.body)
  const known = chain[header.side][header.number - 1]
  if (known !== undefined) return equal(known.hash, hash) ? 'repeated' : 'reordered'
  const place = placeRefused(chain, header, later)
  if (place !== null) return place
  const next = withLink(chain, header.side, { hash, key: header.key, seen: header.seen })
  if (header.key < oldestKey(chain, header.side, header.seen)) return 'wrong-key'
  const key = keys.find(({ number }) => number === header.key)
  if (key === undefined) return isBefore(keys, header.key) ? { chain: next, said: null } : 'wrong-key'
  const padded = await gcmOpen(key.key, message.body.slice(headerLength), aboutMessage(chain, header))
  if (padded === null) return 'tampered'
  const said = unpad(padded)
  return said === null ? 'malformed' : { chain: next, said }
}

function placeRefused(chain: Chain, header: Header, later: readonly StoredMessage[]): Refusal | null {
  const own = chain[header.side]
  const other = otherSide(header.side)
  const comes = (side: Side, from: number, to: number) =>
    later.some((one) => one.side === side && one.number >= from && one.number <= to)
  if (header.number < 1) return 'malformed'
  if (header.number > own.length + 1)
    return comes(header.side, own.length + 1, header.number - 1) ? 'reordered' : 'missing'
  if (header.seen < (own.at(-1)?.seen ?? 0)) return 'reordered'
  if (header.seen > chain[other].length)
    return comes(other, chain[other].length + 1, header.seen) ? 'reordered' : 'missing'
  return null
}

/** Older than every key this reader was given. */
function isBefore(keys: readonly ContentKey[], number: number): boolean {
  return keys.length > 0 && keys.every((key) => number < key.number)
}
