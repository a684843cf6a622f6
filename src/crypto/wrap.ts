import { type Answer, no, type Unopened, yes } from './answer.ts'
import { ascii, type Bytes, fields, join, u8, uuid } from './bytes.ts'
import { Cursor } from './cursor.ts'
import type { Owner } from './keyring.ts'
import { gcmOpen, gcmSeal, hkdf, sha256 } from './primitives.ts'
import { random } from './random.ts'
import { strengthen } from './strengthen.ts'

/** Opens a wrap: seven words that the browser drew, or what a passkey's PRF gave. */
export type WrapWith = { readonly words: readonly string[] } | { readonly passkey: Bytes }

const version = 1
const wrapLength = 1 + 1 + 32 + 12 + 32 + 16

/** The key of a keyring, wrapped for one way to open it. */
export async function wrap(keyringKey: Bytes, owner: Owner, way: WrapWith): Promise<Bytes> {
  const salt = random(32)
  const sealed = await gcmSeal(await keyOf(way, salt), keyringKey, about(owner, way, salt))
  return join(u8(version), u8(numberOf(way)), salt, sealed)
}

/** `other-way`: a passkey's wrap was tried with words, or the other way round. */
export async function unwrap(
  wrapped: Bytes,
  owner: Owner,
  way: WrapWith,
): Promise<Answer<Bytes, Unopened | 'other-way'>> {
  if (wrapped[0] !== version) return no('unknown-version')
  if (wrapped.length !== wrapLength) return no('malformed')
  const cursor = new Cursor(wrapped.slice(1))
  if (cursor.u8() !== numberOf(way)) return no('other-way')
  const salt = cursor.take(32)
  const opened = await gcmOpen(await keyOf(way, salt), cursor.rest(), about(owner, way, salt))
  return opened === null ? no('tampered') : yes(opened)
}

/** What a passkey is asked: a challenge nobody looks at, since its answer goes nowhere, and what its PRF is evaluated for. */
export async function passkeyAsk(
  region: string,
): Promise<{ readonly challenge: Bytes; readonly first: Bytes }> {
  return { challenge: random(32), first: await prfInput(region) }
}

export async function prfInput(region: string): Promise<Bytes> {
  return await sha256(join(ascii('tailboard prf v1'), uuid(region)))
}

function numberOf(way: WrapWith): number {
  return 'words' in way ? 1 : 2
}

async function keyOf(way: WrapWith, salt: Bytes): Promise<Bytes> {
  if ('passkey' in way) return await hkdf(way.passkey, salt, 'tailboard v1 wrap passkey')
  return await hkdf(await strengthen(way.words, salt), new Uint8Array(0), 'tailboard v1 wrap words')
}

function about(owner: Owner, way: WrapWith, salt: Bytes): Bytes {
  const who = [uuid(owner.region), uuid(owner.member)]
  return fields(ascii('tailboard wrap v1'), ...who, u8(numberOf(way)), salt)
}
