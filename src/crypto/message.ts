import { type Answer, no, yes } from './answer.ts'
import { ascii, type Bytes, fields, join, u8, u32, uuid } from './bytes.ts'
import {
  type Chain,
  hashAt,
  hashOf,
  oldestKey,
  otherSide,
  type Side,
  type StoredMessage,
  withLink,
} from './chain.ts'
import { Cursor } from './cursor.ts'
import { pad, type Said } from './padding.ts'
import { gcmSeal } from './primitives.ts'
import type { ContentKey } from './sealedKey.ts'

export type Header = {
  readonly side: Side
  readonly number: number
  readonly key: number
  /** How many messages of the other side the writer had opened. */
  readonly seen: number
}

const version = 1
export const headerLength = 14

export function writeHeader({ side, number, key, seen }: Header): Bytes {
  return join(u8(version), u8(side === 'seeker' ? 1 : 2), u32(number), u32(key), u32(seen))
}

export function readHeader(body: Bytes): Answer<Header, 'unknown-version' | 'malformed'> {
  if (body[0] !== version) return no('unknown-version')
  const sealed = body.length - headerLength - 12 - 16
  if (sealed <= 0 || sealed % 256 !== 0 || (body[1] !== 1 && body[1] !== 2)) return no('malformed')
  const cursor = new Cursor(body.slice(2))
  return yes({
    side: body[1] === 1 ? 'seeker' : 'peer',
    number: cursor.u32(),
    key: cursor.u32(),
    seen: cursor.u32(),
  })
}

/** What a message's tag vouches for beside its text: where it stands, and the latest of both sides. */
export function aboutMessage(chain: Chain, header: Header): Bytes {
  const { region, conversation } = chain.talk
  return fields(
    ascii('tailboard message v1'),
    uuid(region),
    uuid(conversation),
    writeHeader(header),
    hashAt(chain[header.side], header.number - 1),
    hashAt(chain[otherSide(header.side)], header.seen),
  )
}

export type Written = { readonly message: StoredMessage; readonly chain: Chain }

/**
 * The next message of a side, and the chain once the server has taken it. A retry sends these bytes again; where the
 * number was taken, the caller goes on from the chain it had, reads what is new, and writes the text once more.
 */
export async function sealMessage(
  chain: Chain,
  side: Side,
  content: ContentKey,
  said: Said,
): Promise<Answer<Written, 'too-long' | 'wrong-key'>> {
  const seen = chain[otherSide(side)].length
  if (content.number < oldestKey(chain, side, seen)) return no('wrong-key')
  const padded = pad(said)
  if (padded === null) return no('too-long')
  const header = { side, number: chain[side].length + 1, key: content.number, seen }
  const sealed = await gcmSeal(content.key, padded, aboutMessage(chain, header))
  const body = join(writeHeader(header), sealed)
  const link = { hash: await hashOf(chain.talk, body), key: header.key, seen }
  return yes({ message: { side, number: header.number, body }, chain: withLink(chain, side, link) })
}
