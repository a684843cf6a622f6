import { getPublicKeyAsync, signAsync, verifyAsync } from '@noble/ed25519'
import { type Answer, no, yes } from './answer.ts'
import { ascii, type Bytes, fields, isUuid, join, u32, uuid } from './bytes.ts'
import { deriveKeyPair } from './hpke.ts'
import { sha256 } from './primitives.ts'
import { random } from './random.ts'
import { wordList } from './wordList.ts'

/** A peer's Ed25519 key, for years; its day is text like 2026-11-29. */
export type Identity = { readonly seed: Bytes; readonly open: Bytes; readonly day: string }

/** What is published of a peer's X25519 key, and what the identity says about it. */
export type KeyRecord = {
  readonly member: string
  readonly identity: Bytes
  readonly identityDay: string
  readonly number: number
  readonly key: Bytes
  readonly day: string
  readonly signature: Bytes
}

/** A peer's X25519 key as its owner keeps it. */
export type OwnKey = { readonly number: number; readonly seed: Bytes }

export async function makeIdentity(day: string): Promise<Identity> {
  const seed = random(32)
  return { seed, open: await identityOf(seed), day }
}

/** The public half of an identity's seed. */
export async function identityOf(seed: Bytes): Promise<Bytes> {
  return Uint8Array.from(await getPublicKeyAsync(seed))
}

export function makeKey(number: number): OwnKey {
  return { number, seed: random(32) }
}

/** The record of a key that its owner's identity signs for one region. */
export async function publishKey(
  identity: Identity,
  place: { readonly region: string; readonly member: string },
  own: OwnKey,
  day: string,
): Promise<KeyRecord> {
  const { open } = await deriveKeyPair(own.seed)
  const unsigned = {
    member: place.member,
    identity: identity.open,
    identityDay: identity.day,
    number: own.number,
    key: open,
    day,
  }
  const signature = await signAsync(signed(place.region, unsigned), identity.seed)
  return { ...unsigned, signature: Uint8Array.from(signature) }
}

/** The record, if its identity signed it for this region and member. Whose identity it is only the six words tell. */
export async function verifyKey(
  region: string,
  record: KeyRecord,
): Promise<Answer<KeyRecord, 'malformed' | 'false-key'>> {
  if (!isWellFormed(record)) return no('malformed')
  // Strict rules (RFC 8032, FIPS 186-5): one signature, one meaning, in every browser.
  const fits = await verifyAsync(record.signature, signed(region, record), record.identity, { zip215: false })
  return fits ? yes(record) : no('false-key')
}

const dayForm = /^\d{4}-\d\d-\d\d$/

function isWellFormed(record: KeyRecord): boolean {
  return (
    isUuid(record.member) &&
    [record.identity, record.key].every((key) => key.length === 32) &&
    record.signature.length === 64 &&
    [record.identityDay, record.day].every((day) => dayForm.test(day)) &&
    Number.isInteger(record.number) &&
    record.number >= 1 &&
    record.number <= 0xffff_ffff
  )
}

function signed(region: string, record: Omit<KeyRecord, 'signature'>): Bytes {
  return fields(
    ascii('tailboard key v1'),
    uuid(region),
    uuid(record.member),
    record.identity,
    ascii(record.identityDay),
    u32(record.number),
    record.key,
    ascii(record.day),
  )
}

/** The six words on a peer's printed card. They outlive every X25519 key. */
export async function sixWords(identity: Bytes): Promise<readonly string[]> {
  const hash = await sha256(join(ascii('tailboard peer v1'), identity))
  const size = BigInt(wordList().length)
  let left = hash.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % size ** 6n
  const places: number[] = []
  for (let digit = 0; digit < 6; digit++) {
    places.unshift(Number(left % size))
    left /= size
  }
  return places.map((place) => wordList()[place]!)
}
