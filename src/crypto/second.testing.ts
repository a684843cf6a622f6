import {
  argon2Sync,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'

/**
 * The protocol once more, from docs/protocol.md and RFC 9180 alone, with Node's primitives: it shares no line and no
 * library with what it checks.
 */

const text = (letters: string) => Buffer.from(letters, 'latin1')
const cat = (...parts: readonly Uint8Array[]) => Buffer.concat(parts)
const big = (value: number, bytes: number) => Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex')
const id = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const list = (...parts: readonly Uint8Array[]) => cat(...parts.map((part) => cat(big(part.length, 2), part)))
const sha = (...parts: readonly Uint8Array[]) =>
  createHash('sha256')
    .update(cat(...parts))
    .digest()
const none = Buffer.alloc(0)

export const bytes = { text, cat, big, id, list, sha }

// The twelve bytes of RFC 8410 before a raw key.
const headers = {
  x25519: ['302e020100300506032b656e04220420', '302a300506032b656e032100'],
  ed25519: ['302e020100300506032b657004220420', '302a300506032b6570032100'],
} as const
type Curve = keyof typeof headers

function secretKey(curve: Curve, raw: Uint8Array): KeyObject {
  const key = cat(Buffer.from(headers[curve][0], 'hex'), raw)
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

function openKey(curve: Curve, raw: Uint8Array): KeyObject {
  const key = cat(Buffer.from(headers[curve][1], 'hex'), raw)
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

export function openHalf(curve: Curve, raw: Uint8Array): Buffer {
  return createPublicKey(secretKey(curve, raw)).export({ format: 'der', type: 'spki' }).subarray(12)
}

export function hkdf(secret: Uint8Array, salt: Uint8Array, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, text(label), 32))
}

export function gcmOpen(key: Uint8Array, sealed: Uint8Array, more: Uint8Array): Buffer {
  const open = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  open.setAAD(more).setAuthTag(sealed.subarray(-16))
  return cat(open.update(sealed.subarray(12, -16)), open.final())
}

export function gcmSeal(key: Uint8Array, data: Uint8Array, more: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const seal = createCipheriv('aes-256-gcm', key, nonce)
  seal.setAAD(more)
  return cat(nonce, seal.update(data), seal.final(), seal.getAuthTag())
}

export function argon(words: string, salt: Uint8Array): Buffer {
  const cost = { memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 }
  return argon2Sync('argon2id', { message: text(words), nonce: salt, ...cost })
}

// RFC 9180, sections 4, 5 and 7.1.3, for DHKEM(X25519, HKDF-SHA256) and HKDF-SHA256.
const kemSuite = cat(text('KEM'), big(0x20, 2))
const label = text('HPKE-v1')

function extract(suite: Uint8Array, salt: Uint8Array, name: string, secret: Uint8Array): Buffer {
  const key = salt.length === 0 ? Buffer.alloc(32) : salt
  return createHmac('sha256', key)
    .update(cat(label, suite, text(name), secret))
    .digest()
}

function expand(suite: Uint8Array, prk: Uint8Array, name: string, info: Uint8Array, length: number): Buffer {
  const labeled = cat(big(length, 2), label, suite, text(name), info)
  let block: Buffer = none
  let all: Buffer = none
  for (let round = 1; all.length < length; round++) {
    block = createHmac('sha256', prk)
      .update(cat(block, labeled, big(round, 1)))
      .digest()
    all = cat(all, block)
  }
  return all.subarray(0, length)
}

/** The secret half; `openHalf` gives the other. */
export function deriveKeyPair(seed: Uint8Array): Buffer {
  return expand(kemSuite, extract(kemSuite, none, 'dkp_prk', seed), 'sk', none, 32)
}

function shared(dh: Uint8Array, context: Uint8Array): Buffer {
  return expand(kemSuite, extract(kemSuite, none, 'eae_prk', dh), 'shared_secret', context, 32)
}

const dh = (mine: Uint8Array, theirs: Uint8Array) =>
  diffieHellman({ privateKey: secretKey('x25519', mine), publicKey: openKey('x25519', theirs) })

export type Aead = { readonly id: number; readonly keyLength: 16 | 32 }
export const aes256: Aead = { id: 2, keyLength: 32 }
export type Context = { readonly key: Buffer; readonly nonce: Buffer; readonly exporter: Buffer }

function schedule(mode: number, secret: Uint8Array, info: Uint8Array, aead: Aead): Context {
  const suite = cat(text('HPKE'), big(0x20, 2), big(1, 2), big(aead.id, 2))
  const hashed = [extract(suite, none, 'psk_id_hash', none), extract(suite, none, 'info_hash', info)]
  const context = cat(big(mode, 1), ...hashed)
  const prk = extract(suite, secret, 'secret', none)
  const [key, nonce] = [
    expand(suite, prk, 'key', context, aead.keyLength),
    expand(suite, prk, 'base_nonce', context, 12),
  ]
  return { key, nonce, exporter: expand(suite, prk, 'exp', context, 32) }
}

/** Without `from` in base mode, with it in auth mode; `ephemeral` is the seed of the key made for this one seal. */
export function sender(
  ephemeral: Uint8Array,
  to: Uint8Array,
  info: Uint8Array,
  aead: Aead,
  from?: Uint8Array,
): Context & { readonly enc: Buffer; readonly secret: Buffer } {
  const once = deriveKeyPair(ephemeral)
  const enc = openHalf('x25519', once)
  const secret =
    from === undefined
      ? shared(dh(once, to), cat(enc, to))
      : shared(cat(dh(once, to), dh(from, to)), cat(enc, to, openHalf('x25519', from)))
  return { enc, secret, ...schedule(from === undefined ? 0 : 2, secret, info, aead) }
}

export function recipient(
  enc: Uint8Array,
  mine: Uint8Array,
  info: Uint8Array,
  aead: Aead,
  from?: Uint8Array,
): Context {
  const own = openHalf('x25519', mine)
  const secret =
    from === undefined
      ? shared(dh(mine, enc), cat(enc, own))
      : shared(cat(dh(mine, enc), dh(mine, from)), cat(enc, own, from))
  return schedule(from === undefined ? 0 : 2, secret, info, aead)
}

/** Message number `turn` of a context; its nonce is the base one with the number laid over it. */
export function contextSeal(context: Context, turn: number, data: Uint8Array, more: Uint8Array): Buffer {
  const algorithm = context.key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm'
  const seal = createCipheriv(algorithm, context.key, nonceOf(context, turn))
  seal.setAAD(more)
  return cat(seal.update(data), seal.final(), seal.getAuthTag())
}

export function contextOpen(context: Context, turn: number, sealed: Uint8Array, more: Uint8Array): Buffer {
  const algorithm = context.key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm'
  const open = createDecipheriv(algorithm, context.key, nonceOf(context, turn))
  open.setAAD(more).setAuthTag(sealed.subarray(-16))
  return cat(open.update(sealed.subarray(0, -16)), open.final())
}

function nonceOf({ nonce }: Context, turn: number): Buffer {
  const number = big(turn, 12)
  return Buffer.from(nonce.map((byte, at) => byte ^ number[at]!))
}

function signs(seed: Uint8Array, data: Uint8Array): Buffer {
  return sign(null, data, secretKey('ed25519', seed))
}

export function verifies(open: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, data, openKey('ed25519', open), signature)
}

type Signed = {
  readonly member: string
  readonly identity: Uint8Array
  readonly identityDay: string
  readonly number: number
  readonly key: Uint8Array
  readonly day: string
}

/** What an identity says about a key. */
export function signsRecord(seed: Uint8Array, region: string, record: Signed): Buffer {
  return signs(seed, recordOf(region, record))
}

export function recordOf(region: string, record: Signed): Buffer {
  const who = [text('tailboard key v1'), id(region), id(record.member)]
  const what = [
    record.identity,
    text(record.identityDay),
    big(record.number, 4),
    record.key,
    text(record.day),
  ]
  return list(...who, ...what)
}
