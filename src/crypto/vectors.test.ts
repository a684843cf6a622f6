import { beforeAll, describe, expect, it } from 'vitest'
import vectors from '../../docs/protocol/vectors.json' with { type: 'json' }
import { unpackBlob } from './blob.ts'
import { startChain } from './chain.ts'
import { sixWords, verifyKey } from './identity.ts'
import { openKeyring } from './keyring.ts'
import { openMessages } from './openMessages.ts'
import { openOwnCopy } from './ownCopy.ts'
import { isSolved } from './puzzle.ts'
import { readWords } from './readWords.ts'
import { accessHash, type ReceiptKeys, receiptKeys } from './receipt.ts'
import { openSealedKey } from './sealedKey.ts'
import { given, hex, peerOf, unhex } from './vectors.testing.ts'
import { prfInput, unwrap } from './wrap.ts'

const { region, conversation } = vectors
const talk = { region, conversation }
const keys = vectors.keys.map(({ number, key }) => ({ number, key: unhex(key) }))
const owner = { region, member: vectors.keyring.member }

describe('the vectors, opened by our code', () => {
  let receipt: ReceiptKeys
  beforeAll(async () => {
    receipt = await receiptKeys(vectors.receipt.words.split(' '), region)
  })

  it('have the keys of their receipt', async () => {
    expect({
      words: readWords(given.receipt.join('-'), 7),
      access: hex(receipt.access),
      accessHash: hex(await accessHash(receipt.access)),
      seekerSecret: hex(receipt.seeker.secret),
      seekerPublic: hex(receipt.seeker.open),
      sealingKey: hex(receipt.sealing),
    }).toEqual({ ...vectors.receipt, words: { ok: true, words: vectors.receipt.words.split(' ') } })
  })

  it('have the peers that their seeds give, with their six words and signatures', async () => {
    for (const [at, one] of given.peers.entries()) {
      const { record } = await peerOf(one)
      const { identity, key, signature, sixWords: words } = vectors.peers[at]!
      expect([record.identity, record.key, record.signature].map(hex)).toEqual([identity, key, signature])
      expect((await sixWords(record.identity)).join(' ')).toBe(words)
      expect(await verifyKey(region, record)).toEqual({ ok: true, value: record })
    }
  })

  it('have a keyring that words and a passkey open', async () => {
    const { keyringKey, sealed, words, underWords, underPasskey, prfOutput } = vectors.keyring
    const ways = [
      [underWords, { words: words.split(' ') }],
      [underPasskey, { passkey: unhex(prfOutput) }],
    ] as const
    for (const [wrapped, way] of ways)
      expect(await unwrap(unhex(wrapped), owner, way)).toEqual({ ok: true, value: unhex(keyringKey) })
    const { identitySeed, keySeed, number } = vectors.peers[0]!
    expect(await openKeyring(unhex(keyringKey), owner, unhex(sealed))).toEqual({
      ok: true,
      value: { identitySeed: unhex(identitySeed), keys: [{ number, seed: unhex(keySeed) }] },
    })
    expect(hex(await prfInput(region))).toBe(vectors.keyring.prfInput)
  })

  it('have seals and own copies that give the content keys', async () => {
    for (const [packed, held] of [
      [vectors.blob, 1],
      [vectors.further, 2],
    ] as const) {
      const blob = unpackBlob(unhex(packed))
      if (!blob.ok) throw new Error(blob.code)
      const copy = await openOwnCopy(receipt.sealing, talk, blob.value.ownCopy)
      expect(copy).toMatchObject({ ok: true, value: { keys: keys.slice(0, held) } })
      expect(blob.value.seals).toHaveLength(2)
      for (const { member, number, sealed } of blob.value.seals) {
        const peer = vectors.peers.find((one) => one.member === member)!
        const own = [{ number: peer.number, seed: unhex(peer.keySeed) }]
        const seeker = unhex(vectors.receipt.seekerPublic)
        const opened = await openSealedKey({ talk, number, sealed, seeker, pinned: null }, own)
        expect(opened).toEqual({ ok: true, value: keys[number - 1] })
      }
    }
  })

  it('have messages that read as they were written', async () => {
    const stored = vectors.messages.map(({ side, number, body }) => ({
      side: side as 'seeker' | 'peer',
      number,
      body: unhex(body),
    }))
    const read = await openMessages(startChain(talk), keys, stored)
    expect(read.refused).toBeNull()
    expect(read.opened.map(({ side, number, said }) => ({ side, number, ...said }))).toEqual(
      vectors.messages.map(({ side, number, at, text }) => ({ side, number, at, text })),
    )
  })

  it('have a puzzle that is solved', () => {
    const { bits, expires, mac, nonce } = vectors.puzzle
    expect(isSolved({ conversation, bits, expires, mac: unhex(mac) }, unhex(nonce))).toBe(true)
  })
})
