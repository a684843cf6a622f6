import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packBlob, unpackBlob } from './blob.ts'
import { base64url, fields, u8, u16, u32, u64, uuid, uuidText } from './bytes.ts'
import { longestText, pad, unpad } from './padding.ts'

const bytes = (least: number, most = least) =>
  fc.uint8Array({ minLength: least, maxLength: most }).map((drawn) => Uint8Array.from(drawn))

describe('bytes', () => {
  it('of fields say where each ends', () => {
    const parts = fc.array(bytes(0, 4), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = one.length === other.length && one.every((part, at) => `${part}` === `${other[at]}`)
        expect(`${fields(...one)}` === `${fields(...other)}`).toBe(same)
      }),
    )
    expect([...fields(u8(1), u16(258))]).toEqual([0, 1, 1, 0, 2, 1, 2])
  })

  it('of numbers are big-endian, and refuse what has no room', () => {
    expect([...u32(0x01020304)]).toEqual([1, 2, 3, 4])
    expect([...u64(2 ** 40 + 5)]).toEqual([0, 0, 1, 0, 0, 0, 0, 5])
    for (const wrong of [
      () => u8(256),
      () => u16(-1),
      () => u32(2 ** 32),
      () => u64(0.5),
      () => u32(Number.NaN),
    ])
      expect(wrong).toThrow(RangeError)
  })

  it('of a UUID are its sixteen', () => {
    const text = '018f3b8e-7a10-7c3d-9b2e-5f6a7b8c9d01'
    expect([uuid(text).length, uuidText(uuid(text.toUpperCase()))]).toEqual([16, text])
    expect(() => uuid(`${text}0`)).toThrow()
  })

  it('in a header are written in one way', () => {
    fc.assert(
      fc.property(bytes(0, 40), (drawn) => {
        const text = base64url.write(drawn)
        expect([text === encodeURIComponent(text), text]).toEqual([
          true,
          Buffer.from(drawn).toString('base64url'),
        ])
        expect(base64url.read(text)).toEqual(drawn)
      }),
    )
    for (const text of ['AA==', 'A', 'AB', 'A+/A', 'A A', 'é']) expect(base64url.read(text)).toBeNull()
  })
})

describe('a blob', () => {
  const seal = fc.record({
    member: fc.uuid(),
    number: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    sealed: bytes(0, 90),
  })
  const blob = fc.record({ ownCopy: bytes(0, 300), seals: fc.array(seal, { maxLength: 4 }) })

  it('unpacks to what was packed, and in no other length', () => {
    fc.assert(
      fc.property(blob, (one) => {
        const packed = packBlob(one)
        expect(unpackBlob(packed)).toEqual({ ok: true, value: one })
        for (let end = 1; end < packed.length; end += 7)
          expect(unpackBlob(packed.slice(0, end))).toEqual({ ok: false, code: 'malformed' })
        expect(unpackBlob(Uint8Array.from([...packed, 0]))).toEqual({ ok: false, code: 'malformed' })
      }),
      { numRuns: 50 },
    )
  })

  it('of another version is none that we know', () => {
    for (const first of [[], [0], [2, 0, 0, 0]])
      expect(unpackBlob(Uint8Array.from(first))).toEqual({ ok: false, code: 'unknown-version' })
  })
})

describe('padding', () => {
  it('gives every text back, in steps of 256 bytes', () => {
    const said = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 400 }), at: fc.maxSafeNat() })
    fc.assert(
      fc.property(said, (one) => {
        const padded = pad(one)!
        expect([padded.length % 256, unpad(padded)]).toEqual([0, one])
      }),
    )
  })

  it.each([
    [0, 256],
    [247, 256],
    [248, 512],
    [503, 512],
    [504, 768],
    [longestText, 16_640],
  ])('makes of %i letters %i bytes', (letters, length) => {
    expect(pad({ text: 'x'.repeat(letters), at: 0 })?.length).toBe(length)
  })

  it('is refused in any form that is never written', () => {
    const good = pad({ text: 'words', at: 7 })!
    const change = (at: number, to: number) => good.map((byte, place) => (place === at ? to : byte))
    expect(unpad(good)).toEqual({ text: 'words', at: 7 })
    expect(unpad(change(255, 1))).toBeNull()
    expect(unpad(change(13, 0))).toBeNull()
    expect(unpad(change(9, 0xff))).toBeNull()
    expect(unpad(change(0, 0xff))).toBeNull()
    expect(unpad(new Uint8Array(256))).toBeNull()
    expect(unpad(new Uint8Array(0))).toBeNull()
    expect(unpad(Uint8Array.from([...good, ...new Uint8Array(256)]))).toBeNull()
    expect(pad({ text: 'x'.repeat(longestText + 1), at: 0 })).toBeNull()
  })
})
