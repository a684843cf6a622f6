import { createHash } from 'node:crypto'
import { Aes128Gcm, Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519'
import { describe, expect, it } from 'vitest'
import { type Bytes, join } from './bytes.ts'
import { deriveKeyPair, openFrom, sealFrom } from './hpke.ts'
import * as second from './second.testing.ts'

const hex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'))
const toHex = (bytes: Uint8Array | ArrayBuffer) => Buffer.from(new Uint8Array(bytes)).toString('hex')

/** RFC 9180, appendix A.1.3: auth mode, AES-128-GCM. The only auth vector of the RFC's text with X25519 and AES. */
const auth = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  ikmE: hex('6e6d8f200ea2fb20c30b003a8b4f433d2f4ed4c2658d5bc8ce2fef718059c9f7'),
  ikmR: hex('f1d4a30a4cef8d6d4e3b016e6fd3799ea057db4f345472ed302a67ce1c20cdec'),
  ikmS: hex('94b020ce91d73fca4649006c7e7329a67b40c55e9e93cc907d282bbbff386f58'),
  skR: 'fdea67cf831f1ca98d8e27b1f6abeb5b7745e9d35348b80fa407ff6958f9137e',
  pkR: '1632d5c2f71c2b38d0a8fcc359355200caa8b1ffdf28618080466c909cb69b2e',
  pkS: '8b0c70873dc5aecb7f9ee4e62406a397b350e57012be45cf53b7105ae731790b',
  enc: '23fb952571a14a25e3d678140cd0e5eb47a0961bb18afcf85896e5453c312e76',
  shared: '2d6db4cf719dc7293fcbf3fa64690708e44e2bebc81f84608677958c0d4448a7',
  key: 'b062cb2c4dd4bca0ad7c7a12bbc341e6',
  exporter: 'ee1a093e6e1c393c162ea98fdf20560c75909653550540a2700511b65c88c6f1',
  plain: hex('4265617574792069732074727574682c20747275746820626561757479'),
  sealed: [
    '5fd92cc9d46dbf8943e72a07e42f363ed5f721212cd90bcfd072bfd9f44e06b80fd17824947496e21b680c141b',
    'd3736bb256c19bfa93d79e8f80b7971262cb7c887e35c26370cfed62254369a1b52e3d505b79dd699f002bc8ed',
    '122175cfd5678e04894e4ff8789e85dd381df48dcaf970d52057df2c9acc3b121313a2bfeaa986050f82d93645',
  ],
}

/** Of the RFC's JSON vectors the one of our suite, base mode; a thousand messages as SHAKE128 of them all. */
const ours = {
  ikmE: hex('2cd7c601cefb3d42a62b04b7a9041494c06c7843818e0ce28a8f704ae7ab20f9'),
  ikmR: hex('dac33b0e9db1b59dbbea58d59a14e7b5896e9bdf98fad6891e99d1686492b9ee'),
  skR: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
  pkR: '430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c',
  enc: '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256',
  accumulated: '1702e73e1e71705faa8241022af1deea',
}

const suiteOf = (aead: Aes128Gcm) =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead })

/** Inputs as the vectors draw them: a byte says how long the next is, all from SHAKE128 of nothing. */
function inputs(count: number): () => Bytes {
  const stream = createHash('shake128', { outputLength: count * 600 }).digest()
  let at = 0
  return () => {
    const length = stream[at]!
    const drawn = Uint8Array.from(stream.subarray(at + 1, at + 1 + length))
    at += 1 + length
    return drawn
  }
}

describe('HPKE', () => {
  it('derives key pairs as the RFC does', async () => {
    for (const [seed, secret, open] of [
      [auth.ikmR, auth.skR, auth.pkR],
      [ours.ikmR, ours.skR, ours.pkR],
    ] as const) {
      const pair = await deriveKeyPair(seed)
      expect([toHex(pair.secret), toHex(pair.open)]).toEqual([secret, open])
      expect(toHex(second.deriveKeyPair(seed))).toBe(secret)
      expect(toHex(second.openHalf('x25519', second.deriveKeyPair(seed)))).toBe(open)
    }
  })

  it('seals in auth mode as the RFC does: the library, and the second implementation', async () => {
    const suite = suiteOf(new Aes128Gcm())
    const [recipient, sender] = [
      await suite.kem.deriveKeyPair(auth.ikmR),
      await suite.kem.deriveKeyPair(auth.ikmS),
    ]
    const context = await suite.createSenderContext({
      recipientPublicKey: recipient.publicKey,
      senderKey: sender,
      ekm: auth.ikmE.buffer,
      info: auth.info,
    })
    const from = second.deriveKeyPair(auth.ikmS)
    const again = second.sender(auth.ikmE, hex(auth.pkR), auth.info, { id: 1, keyLength: 16 }, from)
    expect(toHex(context.enc)).toBe(auth.enc)
    expect([again.enc, again.secret, again.key, again.exporter].map(toHex)).toEqual([
      auth.enc,
      auth.shared,
      auth.key,
      auth.exporter,
    ])
    for (const [turn, sealed] of auth.sealed.entries()) {
      const more = Uint8Array.from(Buffer.from(`Count-${turn}`))
      expect(toHex(await context.seal(auth.plain, more))).toBe(sealed)
      expect(toHex(second.contextSeal(again, turn, auth.plain, more))).toBe(sealed)
    }
  })

  it('seals under AES-256-GCM as the RFC does: the library, and the second implementation', async () => {
    const suite = suiteOf(new Aes256Gcm())
    const recipientPublicKey = await suite.kem.deserializePublicKey(hex(ours.pkR))
    const context = await suite.createSenderContext({
      recipientPublicKey,
      ekm: ours.ikmE.buffer,
      info: auth.info,
    })
    const again = second.sender(ours.ikmE, hex(ours.pkR), auth.info, second.aes256)
    expect([toHex(context.enc), toHex(again.enc)]).toEqual([ours.enc, ours.enc])
    const [all, allAgain] = [0, 1].map(() => createHash('shake128', { outputLength: 16 }))
    const next = inputs(1000)
    for (let turn = 0; turn < 1000; turn++) {
      const [more, data] = [next(), next()]
      all!.update(new Uint8Array(await context.seal(data, more)))
      allAgain!.update(second.contextSeal(again, turn, data, more))
    }
    expect([all!.digest('hex'), allAgain!.digest('hex')]).toEqual([ours.accumulated, ours.accumulated])
  })

  it('opens what the second implementation seals, and the other way round', async () => {
    const [from, to] = [await deriveKeyPair(auth.ikmS), await deriveKeyPair(auth.ikmR)]
    const sealed = (await sealFrom(from, to.open, auth.info, auth.plain))!
    const context = second.recipient(sealed.slice(0, 32), to.secret, auth.info, second.aes256, from.open)
    expect(toHex(second.contextOpen(context, 0, sealed.slice(32), hex('')))).toBe(toHex(auth.plain))
    const made = second.sender(ours.ikmE, to.open, auth.info, second.aes256, from.secret)
    const theirs = join(made.enc, second.contextSeal(made, 0, auth.plain, hex('')))
    expect(await openFrom(from.open, to, auth.info, theirs)).toEqual(auth.plain)
  })

  it('opens nothing that somebody else sealed, also without the sender’s half', async () => {
    const [from, to] = [await deriveKeyPair(auth.ikmS), await deriveKeyPair(auth.ikmR)]
    const stranger = await deriveKeyPair(ours.ikmR)
    const forged = (await sealFrom(stranger, to.open, auth.info, auth.plain))!
    expect(await openFrom(from.open, to, auth.info, forged)).toBeNull()
    const base = second.sender(ours.ikmE, to.open, auth.info, second.aes256)
    const unsigned = join(base.enc, second.contextSeal(base, 0, auth.plain, hex('')))
    expect(await openFrom(from.open, to, auth.info, unsigned)).toBeNull()
  })

  it('refuses a public key that gives everybody the same secret', async () => {
    const from = await deriveKeyPair(auth.ikmS)
    const one = hex(`01${'00'.repeat(31)}`)
    for (const weak of [new Uint8Array(32), one]) {
      expect(await sealFrom(from, weak, auth.info, auth.plain)).toBeNull()
      expect(await openFrom(weak, from, auth.info, join(weak, new Uint8Array(48)))).toBeNull()
    }
  })
})
