import { beforeAll, describe, expect, it } from 'vitest'
import { addKey, beginConversation, type Sealed, type SealedOrNot } from './conversation.ts'
import {
  codeOf,
  everyFlip,
  flipped,
  otherLengths,
  otherRegion,
  otherTalk,
  peer,
  region,
  seekerOf,
  talk,
} from './hostile.testing.ts'
import { type KeyRecord, makeIdentity, publishKey, sixWords, verifyKey } from './identity.ts'
import { mayHold, openOwnCopy } from './ownCopy.ts'
import type { ReceiptKeys } from './receipt.ts'
import { openSealedKey, type SealedTo } from './sealedKey.ts'
import { signsRecord } from './second.testing.ts'
import { seed } from './vectors.testing.ts'

type Peer = Awaited<ReturnType<typeof peer>>
let [seeker, stranger]: ReceiptKeys[] = []
let [dana, eli, fran]: Peer[] = []
let begun: Sealed

beforeAll(async () => {
  ;[seeker, stranger] = await Promise.all([seekerOf(10), seekerOf(20)])
  ;[dana, eli, fran] = await Promise.all([peer(1), peer(2, 4), peer(3)])
  begun = sealed(await beginConversation(talk, seeker!, [dana!.record, eli!.record]))
})

function sealed(one: SealedOrNot): Sealed {
  if (!one.ok) throw new Error(one.code)
  return one.value
}

function sealFor(who: Peer, from: Sealed = begun): SealedTo {
  const { number, sealed: bytes } = from.seals.filter(({ member }) => member === who.member).at(-1)!
  return { talk, number, sealed: bytes, seeker: seeker!.seeker.open, pinned: null }
}

describe('a sealed key', () => {
  it('opens for each of the peers it was sealed to, and for nobody else', async () => {
    expect(await openSealedKey(sealFor(dana!), [dana!.own])).toEqual({ ok: true, value: begun.key })
    expect(await openSealedKey(sealFor(eli!), [dana!.own, eli!.own])).toEqual({ ok: true, value: begun.key })
    expect(codeOf(await openSealedKey(sealFor(dana!), [fran!.own]))).toBe('tampered')
    expect(codeOf(await openSealedKey(sealFor(eli!), [fran!.own]))).toBe('not-for-these-keys')
  })

  it('is refused with any byte changed, at any other length', async () => {
    const to = sealFor(dana!)
    const codes = await Promise.all(
      everyFlip(to.sealed).map(async (bytes) =>
        codeOf(await openSealedKey({ ...to, sealed: bytes }, [dana!.own])),
      ),
    )
    expect(codes[0]).toBe('unknown-version')
    expect(codes.slice(1, 5)).toEqual(Array(4).fill('not-for-these-keys'))
    expect(new Set(codes.slice(5))).toEqual(new Set(['tampered']))
    for (const bytes of otherLengths(to.sealed))
      expect(['unknown-version', 'malformed']).toContain(
        codeOf(await openSealedKey({ ...to, sealed: bytes }, [dana!.own])),
      )
  })

  it('is refused as that of another region, conversation, key number, reader or seeker', async () => {
    const to = sealFor(dana!)
    const wrong: readonly Partial<SealedTo>[] = [
      { talk: { ...talk, region: otherRegion } },
      { talk: otherTalk },
      { number: 2 },
      { seeker: stranger!.seeker.open },
      { seeker: flipped(to.seeker, 3) },
    ]
    for (const change of wrong)
      expect(codeOf(await openSealedKey({ ...to, ...change }, [dana!.own]))).toBe('tampered')
    // The reader's own seed under another number: the number is bound too.
    const renumbered = { ...to, sealed: Uint8Array.from([1, 0, 0, 0, 9, ...to.sealed.slice(5)]) }
    expect(codeOf(await openSealedKey(renumbered, [{ ...dana!.own, number: 9 }]))).toBe('tampered')
  })

  it('swapped between two peers opens for neither', async () => {
    const [first, second] = [sealFor(dana!), sealFor(eli!)]
    expect(codeOf(await openSealedKey({ ...first, sealed: second.sealed }, [dana!.own]))).toBe(
      'not-for-these-keys',
    )
    const samePlace = { ...eli!.own, number: dana!.own.number }
    expect(codeOf(await openSealedKey({ ...second, sealed: first.sealed }, [samePlace]))).toBe('tampered')
  })

  it('from another seeker is refused once the first was pinned', async () => {
    const replaced = sealed(await beginConversation(talk, stranger!, [dana!.record]))
    const to = { ...sealFor(dana!, replaced), seeker: stranger!.seeker.open }
    expect(codeOf(await openSealedKey(to, [dana!.own]))).toBe('opened')
    expect(codeOf(await openSealedKey({ ...to, pinned: seeker!.seeker.open }, [dana!.own]))).toBe(
      'other-seeker',
    )
    expect(codeOf(await openSealedKey({ ...sealFor(dana!), pinned: seeker!.seeker.open }, [dana!.own]))).toBe(
      'opened',
    )
  })
})

describe('the own copy', () => {
  it('lists the keys first sealed to, and only their owners may claim', async () => {
    const opened = await openOwnCopy(seeker!.sealing, talk, begun.ownCopy)
    expect(opened).toEqual({ ok: true, value: begun.copy })
    expect(begun.copy.seals.map(({ member, number, key }) => ({ member, number, key }))).toEqual(
      [dana!, eli!].map(({ record: { member, number, key } }) => ({ member, number, key })),
    )
    expect([dana!, eli!, fran!].map(({ member }) => mayHold(begun.copy, member))).toEqual([true, true, false])
    expect(mayHold(begun.copy, eli!.member.toUpperCase())).toBe(true)
  })

  it('is refused with any byte changed, at any other length, in another place, under other words', async () => {
    const codes = await Promise.all(
      everyFlip(begun.ownCopy).map(async (bytes) => codeOf(await openOwnCopy(seeker!.sealing, talk, bytes))),
    )
    expect([codes[0], new Set(codes.slice(1))]).toEqual(['unknown-version', new Set(['tampered'])])
    for (const bytes of otherLengths(begun.ownCopy))
      expect(['unknown-version', 'tampered']).toContain(
        codeOf(await openOwnCopy(seeker!.sealing, talk, bytes)),
      )
    for (const place of [otherTalk, { ...talk, region: otherRegion }])
      expect(codeOf(await openOwnCopy(seeker!.sealing, place, begun.ownCopy))).toBe('tampered')
    expect(codeOf(await openOwnCopy(stranger!.sealing, talk, begun.ownCopy))).toBe('tampered')
  })
})

describe('another reader', () => {
  it('gets the new key alone, unless the seeker shows what was written before', async () => {
    const readers = [
      { record: dana!.record, olderKeys: false },
      { record: fran!.record, olderKeys: false },
    ]
    const hidden = sealed(await addKey(talk, seeker!, begun.copy, readers))
    expect(hidden.key.number).toBe(2)
    expect(hidden.key.key).not.toEqual(begun.key.key)
    expect(hidden.seals.map(({ member, number }) => [member, number])).toEqual([
      [dana!.member, 2],
      [fran!.member, 2],
    ])
    expect(await openSealedKey(sealFor(fran!, hidden), [fran!.own])).toEqual({ ok: true, value: hidden.key })
    const shown = sealed(
      await addKey(talk, seeker!, hidden.copy, [{ record: fran!.record, olderKeys: true }]),
    )
    expect(shown.seals.map(({ number }) => number)).toEqual([1, 2, 3])
    const opened = await Promise.all(
      shown.seals.map(({ number, sealed: bytes }) =>
        openSealedKey({ talk, number, sealed: bytes, seeker: seeker!.seeker.open, pinned: null }, [
          fran!.own,
        ]),
      ),
    )
    expect(opened).toEqual([begun.key, hidden.key, shown.key].map((value) => ({ ok: true, value })))
  })

  it('stands in the own copy, and whoever got no newest key may hold it no more', async () => {
    const further = sealed(
      await addKey(talk, seeker!, begun.copy, [{ record: fran!.record, olderKeys: false }]),
    )
    const copy = await openOwnCopy(seeker!.sealing, talk, further.ownCopy)
    expect(copy).toEqual({ ok: true, value: further.copy })
    expect(further.copy.seals.at(-1)).toMatchObject({ contentKey: 2, member: fran!.member })
    // Whoever the newest key was not sealed to has it no more.
    expect([dana!, eli!, fran!].map(({ member }) => mayHold(further.copy, member))).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('a false key', () => {
  const changes: readonly (readonly [string, (record: KeyRecord) => Partial<KeyRecord>])[] = [
    ['another X25519 key', () => ({ key: fran!.record.key })],
    ['one bit of the key', ({ key }) => ({ key: flipped(key, 0) })],
    ['another member', () => ({ member: fran!.member })],
    ['another number', ({ number }) => ({ number: number + 1 })],
    ['another day', () => ({ day: '2026-11-30' })],
    ['an older identity', () => ({ identityDay: '2020-01-01' })],
    ['another identity', () => ({ identity: fran!.record.identity })],
    ['another signature', () => ({ signature: fran!.record.signature })],
  ]

  it.each(changes)('with %s is sealed to by nobody', async (_, change) => {
    const ghost = { ...dana!.record, ...change(dana!.record) }
    const step = await beginConversation(talk, seeker!, [eli!.record, ghost])
    expect(step).toEqual({ ok: false, code: 'false-key', member: ghost.member })
  })

  it('is refused with any byte of the signature changed, in another region, and in a broken form', async () => {
    for (const signature of everyFlip(dana!.record.signature))
      expect(codeOf(await verifyKey(region, { ...dana!.record, signature }))).toBe('false-key')
    expect(codeOf(await verifyKey(otherRegion, dana!.record))).toBe('false-key')
    const broken: readonly Partial<KeyRecord>[] = [
      { member: 'dana' },
      { number: 0 },
      { number: 1.5 },
      { number: 2 ** 32 },
      { day: '29.11.2026' },
      { key: seed(1).slice(1) },
      { identity: new Uint8Array(0) },
      { signature: seed(1) },
    ]
    for (const change of broken)
      expect(codeOf(await verifyKey(region, { ...dana!.record, ...change }))).toBe('malformed')
  })

  it('is refused where the identity is no point, or one under which everything seems signed', async () => {
    const one = Uint8Array.from([1, ...new Uint8Array(31)])
    const nothing = Uint8Array.from([...one, ...new Uint8Array(32)])
    for (const [identity, signature] of [
      [seed(0xff), dana!.record.signature],
      [one, nothing],
      [new Uint8Array(32), nothing],
    ] as const)
      expect(codeOf(await verifyKey(region, { ...dana!.record, identity, signature }))).toBe('false-key')
  })

  it('of a ghost with an identity of its own shows other six words', async () => {
    const ghost = await makeIdentity(dana!.identity.day)
    const record = await publishKey(ghost, { region, member: dana!.member }, dana!.own, '2026-11-29')
    expect((await verifyKey(region, record)).ok).toBe(true)
    expect(await sixWords(record.identity)).not.toEqual(await sixWords(dana!.record.identity))
    expect(await sixWords(dana!.record.identity)).toHaveLength(6)
  })

  it('that gives everybody the same secret is refused, however well signed', async () => {
    const weak = { ...dana!.record, key: new Uint8Array(32) }
    const signature = Uint8Array.from(signsRecord(dana!.identity.seed, region, weak))
    expect((await verifyKey(region, { ...weak, signature })).ok).toBe(true)
    expect(await beginConversation(talk, seeker!, [{ ...weak, signature }])).toEqual({
      ok: false,
      code: 'false-key',
      member: dana!.member,
    })
  })
})
