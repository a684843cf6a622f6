import { describe, expect, it } from 'vitest'
import vectors from '../../docs/protocol/vectors.json' with { type: 'json' }
import { startChain } from './chain.ts'
import { verifyKey } from './identity.ts'
import { openKeyring } from './keyring.ts'
import { openMessages } from './openMessages.ts'
import { openOwnCopy } from './ownCopy.ts'
import { openSealedKey } from './sealedKey.ts'
import * as second from './second.testing.ts'
import { hex, seed, unhex } from './vectors.testing.ts'
import { wordList } from './wordList.ts'
import { unwrap } from './wrap.ts'

const { text, cat, big, id, list, sha } = second.bytes
const none = Buffer.alloc(0)
const { region, conversation } = vectors
const talk = { region, conversation }
const ours = (bytes: Uint8Array) => Uint8Array.from(bytes)
const [one, two] = [vectors.peers[0]!, vectors.peers[1]!]
const owner = { region, member: one.member }
const seeker = unhex(vectors.receipt.seekerPublic)
const info = (number: number, peer: typeof one) =>
  list(big(1, 1), id(region), id(conversation), big(number, 4), big(peer.number, 4), seeker, unhex(peer.key))
const hashed = (body: Uint8Array) => sha(list(text('tailboard hash v1'), id(conversation), body))
const aboutCopy = list(text('tailboard own copy v1'), id(region), id(conversation))
const recordOf = (peer: typeof one) => ({ ...peer, identity: unhex(peer.identity), key: unhex(peer.key) })
const signed = (peer: typeof one) => second.recordOf(region, recordOf(peer))
const aboutWrap = (way: number, salt: Uint8Array) =>
  list(text('tailboard wrap v1'), id(region), id(one.member), big(way, 1), salt)

describe('the second implementation, from Node’s primitives,', () => {
  it('reaches the same keys from a receipt', () => {
    const strong = second.argon(vectors.receipt.words, sha(text('tailboard receipt v1'), id(region)))
    const [access, hpke, sealing] = ['access', 'hpke', 'seal'].map((use) =>
      second.hkdf(strong, none, `tailboard v1 ${use}`),
    )
    const secret = second.deriveKeyPair(hpke!)
    expect({
      words: vectors.receipt.words,
      access: hex(access!),
      accessHash: hex(sha(access!)),
      seekerSecret: hex(secret),
      seekerPublic: hex(second.openHalf('x25519', secret)),
      sealingKey: hex(sealing!),
    }).toEqual(vectors.receipt)
  })

  it('reaches the same peers, six words and signatures', () => {
    for (const peer of vectors.peers) {
      expect(hex(second.openHalf('ed25519', unhex(peer.identitySeed)))).toBe(peer.identity)
      expect(hex(second.openHalf('x25519', second.deriveKeyPair(unhex(peer.keySeed))))).toBe(peer.key)
      expect(hex(second.signsRecord(unhex(peer.identitySeed), region, recordOf(peer)))).toBe(peer.signature)
      expect(second.verifies(unhex(peer.identity), signed(peer), unhex(peer.signature))).toBe(true)
      const number = BigInt(`0x${hex(sha(text('tailboard peer v1'), unhex(peer.identity)))}`) % 7776n ** 6n
      const places = number.toString(6).padStart(30, '0').match(/.{5}/g)!
      expect(places.map((dice) => wordList()[Number.parseInt(dice, 6)]).join(' ')).toBe(peer.sixWords)
    }
  })

  it('opens the keyring, its two wraps, and the sealed blob of the server', () => {
    const { keyring, erasure } = vectors
    const [words, passkey] = [unhex(keyring.underWords), unhex(keyring.underPasskey)]
    const salts = [words, passkey].map((wrapped) => wrapped.subarray(2, 34))
    const underWords = second.hkdf(second.argon(keyring.words, salts[0]!), none, 'tailboard v1 wrap words')
    const underPasskey = second.hkdf(unhex(keyring.prfOutput), salts[1]!, 'tailboard v1 wrap passkey')
    expect(hex(second.gcmOpen(underWords, words.subarray(34), aboutWrap(1, salts[0]!)))).toBe(
      keyring.keyringKey,
    )
    expect(hex(second.gcmOpen(underPasskey, passkey.subarray(34), aboutWrap(2, salts[1]!)))).toBe(
      keyring.keyringKey,
    )
    const about = list(text('tailboard keyring v1'), id(region), id(one.member))
    const ring = second.gcmOpen(unhex(keyring.keyringKey), unhex(keyring.sealed).subarray(1), about)
    expect(hex(ring)).toBe(`${one.identitySeed}0001${hex(big(one.number, 4))}${one.keySeed}`)
    expect(hex(sha(text('tailboard prf v1'), id(region)))).toBe(keyring.prfInput)
    const context = cat(text('tailboard erasure v1'), id(conversation))
    expect(hex(second.gcmOpen(unhex(erasure.key), unhex(erasure.sealed), context))).toBe(vectors.blob)
  })

  it('takes the blobs apart, opens own copies and every seal', () => {
    for (const [blob, held] of [
      [vectors.blob, 1],
      [vectors.further, 2],
    ] as const) {
      const bytes = Buffer.from(blob, 'hex')
      const length = bytes.readUInt16BE(1)
      const copy = second.gcmOpen(unhex(vectors.receipt.sealingKey), bytes.subarray(4, 3 + length), aboutCopy)
      const contentKeys = vectors.keys
        .slice(0, held)
        .map(({ number, key }) => cat(big(number, 4), unhex(key)))
      const seals = [
        [1, one],
        [1, two],
        [1, two],
        [2, two],
      ] as const
      const listed = seals
        .slice(0, held * 2)
        .map(([number, peer]) =>
          cat(big(number, 4), id(peer.member), unhex(peer.identity), big(peer.number, 4), unhex(peer.key)),
        )
      expect(hex(copy)).toBe(hex(cat(big(held, 2), ...contentKeys, big(held * 2, 2), ...listed)))
      const readers = held === 1 ? seals.slice(0, 2) : seals.slice(2)
      expect(bytes[3 + length]).toBe(2)
      for (const [at, [number, peer]] of readers.entries()) {
        const seal = bytes.subarray(4 + length + at * 107, 4 + length + (at + 1) * 107)
        expect(hex(seal.subarray(0, 27))).toBe(
          hex(cat(id(peer.member), big(number, 4), big(85, 2), big(1, 1), big(peer.number, 4))),
        )
        const secret = second.deriveKeyPair(unhex(peer.keySeed))
        const context = second.recipient(
          seal.subarray(27, 59),
          secret,
          info(number, peer),
          second.aes256,
          seeker,
        )
        expect(hex(second.contextOpen(context, 0, seal.subarray(59), none))).toBe(
          vectors.keys[number - 1]!.key,
        )
      }
    }
  })

  it('reads the messages, each with its place and both histories', () => {
    const hashes: Record<string, Buffer[]> = { seeker: [], peer: [] }
    for (const { side, number, at, text: said, body } of vectors.messages) {
      const bytes = unhex(body)
      const view = Buffer.from(bytes)
      const other = side === 'seeker' ? 'peer' : 'seeker'
      const seen = view.readUInt32BE(10)
      expect([view[0], view[1], view.readUInt32BE(2), seen]).toEqual([
        1,
        side === 'seeker' ? 1 : 2,
        number,
        hashes[other]!.length,
      ])
      const [before, answered] = [hashes[side]!.at(-1), hashes[other]![seen - 1]].map(
        (hash) => hash ?? Buffer.alloc(32),
      )
      const about = list(
        text('tailboard message v1'),
        id(region),
        id(conversation),
        view.subarray(0, 14),
        before!,
        answered!,
      )
      const key = vectors.keys[view.readUInt32BE(6) - 1]!.key
      const padded = second.gcmOpen(unhex(key), bytes.subarray(14), about)
      const used = cat(big(at, 8), Buffer.from(said), big(0x80, 1))
      expect(hex(padded)).toBe(hex(cat(used, Buffer.alloc((256 - (used.length % 256)) % 256))))
      hashes[side]!.push(hashed(bytes))
    }
  })

  it('solves the puzzle with the same nonce', () => {
    const before = cat(text('tailboard puzzle v1'), id(conversation), unhex(vectors.puzzle.mac))
    let nonce = 0
    while (sha(before, big(nonce, 8)).readUInt32BE() >>> (32 - vectors.puzzle.bits) !== 0) nonce += 1
    expect(hex(big(nonce, 8))).toBe(vectors.puzzle.nonce)
  })
})

describe('what the second implementation seals is opened by ours:', () => {
  it('a signed key', async () => {
    const signature = ours(second.signsRecord(unhex(one.identitySeed), region, recordOf(one)))
    expect((await verifyKey(region, { ...recordOf(one), signature })).ok).toBe(true)
  })

  it('a wrap and a keyring', async () => {
    const salt = seed(9)
    const key = second.hkdf(seed(8), salt, 'tailboard v1 wrap passkey')
    const wrapped = cat(big(1, 1), big(2, 1), salt, second.gcmSeal(key, seed(7), aboutWrap(2, salt)))
    expect(await unwrap(ours(wrapped), owner, { passkey: seed(8) })).toEqual({ ok: true, value: seed(7) })
    const about = list(text('tailboard keyring v1'), id(region), id(one.member))
    const ring = cat(big(1, 1), second.gcmSeal(seed(7), cat(seed(6), big(1, 2), big(3, 4), seed(5)), about))
    const value = { identitySeed: seed(6), keys: [{ number: 3, seed: seed(5) }] }
    expect(await openKeyring(seed(7), owner, ours(ring))).toEqual({ ok: true, value })
  })

  it('an own copy and a sealed key', async () => {
    const listed = cat(big(1, 4), id(two.member), unhex(two.identity), big(two.number, 4), unhex(two.key))
    const contents = cat(big(1, 2), big(1, 4), seed(4), big(1, 2), listed)
    const copy = cat(big(1, 1), second.gcmSeal(seed(3), contents, aboutCopy))
    const seal = {
      contentKey: 1,
      member: two.member,
      identity: unhex(two.identity),
      number: two.number,
      key: unhex(two.key),
    }
    const value = { keys: [{ number: 1, key: seed(4) }], seals: [seal] }
    expect(await openOwnCopy(seed(3), talk, ours(copy))).toEqual({ ok: true, value })
    const context = second.sender(
      seed(2),
      unhex(two.key),
      info(1, two),
      second.aes256,
      unhex(vectors.receipt.seekerSecret),
    )
    const sealed = ours(
      cat(big(1, 1), big(two.number, 4), context.enc, second.contextSeal(context, 0, seed(4), none)),
    )
    const own = [{ number: two.number, seed: unhex(two.keySeed) }]
    const opened = await openSealedKey({ talk, number: 1, sealed, seeker, pinned: seeker }, own)
    expect(opened).toEqual({ ok: true, value: { number: 1, key: seed(4) } })
  })

  it('messages of both sides', async () => {
    const write = (side: 1 | 2, seen: number, said: string, answered: Uint8Array) => {
      const header = cat(big(1, 1), big(side, 1), big(1, 4), big(1, 4), big(seen, 4))
      const zeros = Buffer.alloc(32)
      const about = list(text('tailboard message v1'), id(region), id(conversation), header, zeros, answered)
      const used = cat(big(1_795_000_000, 8), Buffer.from(said), big(0x80, 1))
      return ours(cat(header, second.gcmSeal(seed(4), cat(used, Buffer.alloc(256 - used.length)), about)))
    }
    const asked = write(1, 0, '¿Está ahí?', Buffer.alloc(32))
    const answer = write(2, 1, 'Yes.', hashed(asked))
    const stored = [
      { side: 'seeker', number: 1, body: asked },
      { side: 'peer', number: 1, body: answer },
    ] as const
    const read = await openMessages(startChain(talk), [{ number: 1, key: seed(4) }], stored)
    expect(read.refused).toBeNull()
    expect(read.opened.map(({ said }) => said?.text)).toEqual(['¿Está ahí?', 'Yes.'])
  })
})
