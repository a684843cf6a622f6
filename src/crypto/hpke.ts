import { HpkeError } from '@hpke/common'
import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519'
import { type Bytes, join } from './bytes.ts'

/** An X25519 key: both halves as their 32 bytes. */
export type KeyPair = { readonly secret: Bytes; readonly open: Bytes }

/** Made when it is needed: what only checks a puzzle pays nothing for it. */
function suite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
}

/** RFC 9180, 7.1.3: DeriveKeyPair. */
export async function deriveKeyPair(seed: Bytes): Promise<KeyPair> {
  const { kem } = suite()
  const pair = await kem.deriveKeyPair(seed)
  return {
    secret: new Uint8Array(await kem.serializePrivateKey(pair.privateKey)),
    open: new Uint8Array(await kem.serializePublicKey(pair.publicKey)),
  }
}

/** Auth mode (RFC 9180, 5.1.3), one message: the encapsulated key and what was sealed. Null for a key that can't be one. */
export async function sealFrom(from: KeyPair, to: Bytes, info: Bytes, data: Bytes): Promise<Bytes | null> {
  return await unlessRefused(async () => {
    const one = suite()
    const recipientPublicKey = await one.kem.deserializePublicKey(to)
    const context = await one.createSenderContext({
      recipientPublicKey,
      info,
      senderKey: await handles(one, from),
    })
    return join(new Uint8Array(context.enc), new Uint8Array(await context.seal(data)))
  })
}

/** Null unless whoever has the other half of `from` sealed just this to us. */
export async function openFrom(from: Bytes, to: KeyPair, info: Bytes, sealed: Bytes): Promise<Bytes | null> {
  return await unlessRefused(async () => {
    const one = suite()
    const senderPublicKey = await one.kem.deserializePublicKey(from)
    const recipientKey = await handles(one, to)
    const enc = sealed.slice(0, 32)
    const context = await one.createRecipientContext({ recipientKey, enc, info, senderPublicKey })
    return new Uint8Array(await context.open(sealed.slice(32)))
  })
}

async function handles({ kem }: CipherSuite, pair: KeyPair): Promise<CryptoKeyPair> {
  return {
    privateKey: await kem.deserializePrivateKey(pair.secret),
    publicKey: await kem.deserializePublicKey(pair.open),
  }
}

async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof HpkeError) return null
    throw error
  }
}
