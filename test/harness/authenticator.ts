import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Options = { readonly challenge: string; readonly rp?: { readonly id?: string }; readonly rpId?: string }

/** What a dishonest or broken one does otherwise. */
export type Twist = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly unverified?: boolean
  readonly counter?: number
  readonly credentialId?: Buffer
  readonly userHandle?: string
}

/** An authenticator in memory: one ES256 key, a counter, and the browser around it. */
export class Authenticator {
  readonly credentialId: Buffer
  readonly #key: KeyObject
  readonly #public: { x: Buffer; y: Buffer }
  readonly #origin: string
  counter = 0
  userHandle: string | undefined

  constructor(origin: string, credentialId: Buffer = randomBytes(16)) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = pair.publicKey.export({ format: 'jwk' })
    this.#key = pair.privateKey
    this.#public = { x: Buffer.from(jwk.x!, 'base64url'), y: Buffer.from(jwk.y!, 'base64url') }
    this.#origin = origin
    this.credentialId = credentialId
  }

  register(options: Options & { readonly user: { readonly id: string } }, twist: Twist = {}): string {
    this.userHandle = options.user.id
    const client = this.#client('webauthn.create', options, twist)
    const cose = cborMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, this.#public.x],
      [-3, this.#public.y],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.credentialId.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, cose])
    const authData = Buffer.concat([this.#data(options, 0x40, twist), attested])
    const object = cborMap([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      attestationObject: object.toString('base64url'),
      transports: ['internal'],
    })
  }

  answer(options: Options, twist: Twist = {}): string {
    const client = this.#client('webauthn.get', options, twist)
    const authData = this.#data(options, 0, twist)
    const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()])
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#key).toString('base64url'),
      userHandle: twist.userHandle ?? this.userHandle,
    })
  }

  #client(type: string, options: Options, twist: Twist): Buffer {
    const challenge = twist.challenge ?? options.challenge
    return Buffer.from(JSON.stringify({ type, challenge, origin: twist.origin ?? this.#origin }))
  }

  #data(options: Options, flags: number, twist: Twist): Buffer {
    this.counter = twist.counter ?? this.counter + 1
    const rpId = twist.rpId ?? options.rp?.id ?? options.rpId ?? ''
    const rest = Buffer.alloc(5)
    rest.writeUInt8(flags | (twist.unverified === true ? 0x01 : 0x05))
    rest.writeUInt32BE(this.counter, 1)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), rest])
  }

  #answer(response: object): string {
    const id = this.credentialId.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
}

type Cbor = number | string | Buffer | ReadonlyMap<Cbor, Cbor>

function cborMap(entries: readonly (readonly [Cbor, Cbor])[]): Buffer {
  return cbor(new Map(entries))
}

/** As much of RFC 8949 as an authenticator writes. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...(value as ReadonlyMap<Cbor, Cbor>)]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

function head(major: number, argument: number): Buffer {
  const type = major << 5
  if (argument < 24) return Buffer.from([type | argument])
  if (argument < 256) return Buffer.from([type | 24, argument])
  return Buffer.from([type | 25, argument >> 8, argument & 255])
}
