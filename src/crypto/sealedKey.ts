import { type Answer, no, type Unopened, yes } from './answer.ts'
import { type Bytes, equal, fields, join, u8, u32, uuid } from './bytes.ts'
import { Cursor } from './cursor.ts'
import { deriveKeyPair, type KeyPair, openFrom, sealFrom } from './hpke.ts'
import type { OwnKey } from './identity.ts'

/** Which conversation, of which region. */
export type Talk = { readonly region: string; readonly conversation: string }

/** Opens messages; its number counts from 1 within one conversation. */
export type ContentKey = { readonly number: number; readonly key: Bytes }

/** A reader's public X25519 key and its number. */
export type ReaderKey = { readonly number: number; readonly key: Bytes }

const version = 1
const sealedLength = 1 + 4 + 32 + 32 + 16

/** Null for a reader's key that can't be one. */
export async function sealKey(
  talk: Talk,
  seeker: KeyPair,
  reader: ReaderKey,
  content: ContentKey,
): Promise<Bytes | null> {
  const info = infoOf(talk, content.number, seeker.open, reader)
  const sealed = await sealFrom(seeker, reader.key, info, content.key)
  return sealed === null ? null : join(u8(version), u32(reader.number), sealed)
}

export type SealedTo = {
  readonly talk: Talk
  /** Of the content key, as stored beside the seal. */
  readonly number: number
  readonly sealed: Bytes
  /** The seeker's public key as the server tells it. */
  readonly seeker: Bytes
  /** The one seen at the first seal; null only then. */
  readonly pinned: Bytes | null
}

/** `other-seeker`: not the key that was pinned. `not-for-these-keys`: sealed to a key that this browser doesn't have. */
export async function openSealedKey(
  to: SealedTo,
  keys: readonly OwnKey[],
): Promise<Answer<ContentKey, Unopened | 'other-seeker' | 'not-for-these-keys'>> {
  if (to.pinned !== null && !equal(to.pinned, to.seeker)) return no('other-seeker')
  if (to.sealed[0] !== version) return no('unknown-version')
  if (to.sealed.length !== sealedLength || to.seeker.length !== 32) return no('malformed')
  const cursor = new Cursor(to.sealed.slice(1))
  const number = cursor.u32()
  const own = keys.find((key) => key.number === number)
  if (own === undefined) return no('not-for-these-keys')
  const pair = await deriveKeyPair(own.seed)
  const info = infoOf(to.talk, to.number, to.seeker, { number, key: pair.open })
  const key = await openFrom(to.seeker, pair, info, cursor.rest())
  return key === null ? no('tampered') : yes({ number: to.number, key })
}

function infoOf(talk: Talk, number: number, seeker: Bytes, reader: ReaderKey): Bytes {
  const where = [uuid(talk.region), uuid(talk.conversation)]
  return fields(u8(version), ...where, u32(number), u32(reader.number), seeker, reader.key)
}
