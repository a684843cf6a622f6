import { type Answer, no, type Unopened, yes } from './answer.ts'
import { ascii, type Bytes, fields, join, u8, u16, u32, uuid } from './bytes.ts'
import { Cursor } from './cursor.ts'
import { deriveKeyPair } from './hpke.ts'
import { identityOf, type OwnKey } from './identity.ts'
import { gcmOpen, gcmSeal } from './primitives.ts'
import { random } from './random.ts'

/** Whose keys they are: nothing sealed for one member opens as another's. */
export type Owner = { readonly region: string; readonly member: string }

/** What a peer's browser opens once and works with. */
export type Keyring = { readonly identitySeed: Bytes; readonly keys: readonly OwnKey[] }

const version = 1

/**
 * What others know of a ring: the identity’s public key, and the X25519 key of that number, null where the ring has none. A peer’s browser
 * compares it with what a site publishes of them.
 */
export async function openSide(
  ring: Keyring,
  number: number,
): Promise<{ readonly identity: Bytes; readonly key: Bytes | null }> {
  const own = ring.keys.find((one) => one.number === number)
  const key = own === undefined ? null : (await deriveKeyPair(own.seed)).open
  return { identity: await identityOf(ring.identitySeed), key }
}

/** The key of a keyring; it leaves a browser only wrapped. */
export function makeKeyringKey(): Bytes {
  return random(32)
}

export async function sealKeyring(key: Bytes, owner: Owner, ring: Keyring): Promise<Bytes> {
  const keys = ring.keys.map((own) => join(u32(own.number), own.seed))
  const contents = join(ring.identitySeed, u16(keys.length), ...keys)
  return join(u8(version), await gcmSeal(key, contents, about(owner)))
}

export async function openKeyring(
  key: Bytes,
  owner: Owner,
  sealed: Bytes,
): Promise<Answer<Keyring, Unopened>> {
  if (sealed[0] !== version) return no('unknown-version')
  const contents = await gcmOpen(key, sealed.slice(1), about(owner))
  if (contents === null) return no('tampered')
  const cursor = new Cursor(contents)
  const identitySeed = cursor.take(32)
  const keys = cursor.many(cursor.u16(), () => ({ number: cursor.u32(), seed: cursor.take(32) }))
  return cursor.whole() ? yes({ identitySeed, keys }) : no('malformed')
}

function about(owner: Owner): Bytes {
  return fields(ascii('tailboard keyring v1'), uuid(owner.region), uuid(owner.member))
}
