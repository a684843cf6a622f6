import { describe, expect, it } from 'vitest'
import { codeOf, everyFlip, otherLengths, otherRegion, region } from './hostile.testing.ts'
import { makeKey } from './identity.ts'
import { makeKeyringKey, openKeyring, sealKeyring } from './keyring.ts'
import { seed } from './vectors.testing.ts'
import { unwrap, wrap } from './wrap.ts'

const owner = { region, member: '018f3b8e-7b12-7c3d-9b2e-5f6a7b8c9d01' }
const others = [
  { ...owner, region: otherRegion },
  { ...owner, member: '018f3b8e-7b12-7c3d-9b2e-5f6a7b8c9d02' },
]
const key = makeKeyringKey()

describe('a keyring', () => {
  const ring = { identitySeed: seed(1), keys: [makeKey(1), makeKey(2)] }

  it('opens for its owner, with all its keys', async () => {
    expect(await openKeyring(key, owner, await sealKeyring(key, owner, ring))).toEqual({
      ok: true,
      value: ring,
    })
    const empty = { identitySeed: seed(1), keys: [] }
    expect(await openKeyring(key, owner, await sealKeyring(key, owner, empty))).toEqual({
      ok: true,
      value: empty,
    })
  })

  it('is refused with any byte changed, at any other length, as another’s, under another key', async () => {
    const sealed = await sealKeyring(key, owner, ring)
    const codes = await Promise.all(
      everyFlip(sealed).map(async (bytes) => codeOf(await openKeyring(key, owner, bytes))),
    )
    expect([codes[0], new Set(codes.slice(1))]).toEqual(['unknown-version', new Set(['tampered'])])
    for (const bytes of otherLengths(sealed))
      expect(['unknown-version', 'tampered']).toContain(codeOf(await openKeyring(key, owner, bytes)))
    for (const other of others) expect(codeOf(await openKeyring(key, other, sealed))).toBe('tampered')
    expect(codeOf(await openKeyring(makeKeyringKey(), owner, sealed))).toBe('tampered')
  })
})

describe('a wrap under a passkey', () => {
  const passkey = seed(5)

  it('opens with what that passkey’s PRF gives, and is never the same twice', async () => {
    const [one, other] = [await wrap(key, owner, { passkey }), await wrap(key, owner, { passkey })]
    expect(one.slice(2, 34)).not.toEqual(other.slice(2, 34))
    for (const wrapped of [one, other])
      expect(await unwrap(wrapped, owner, { passkey })).toEqual({ ok: true, value: key })
    expect(codeOf(await unwrap(one, owner, { passkey: seed(6) }))).toBe('tampered')
  })

  it('is refused with any byte changed, at any other length, as another’s', async () => {
    const wrapped = await wrap(key, owner, { passkey })
    const codes = await Promise.all(
      everyFlip(wrapped).map(async (bytes) => codeOf(await unwrap(bytes, owner, { passkey }))),
    )
    expect(codes.slice(0, 2)).toEqual(['unknown-version', 'other-way'])
    expect(new Set(codes.slice(2))).toEqual(new Set(['tampered']))
    for (const bytes of otherLengths(wrapped))
      expect(['unknown-version', 'malformed']).toContain(codeOf(await unwrap(bytes, owner, { passkey })))
    for (const other of others) expect(codeOf(await unwrap(wrapped, other, { passkey }))).toBe('tampered')
  })
})

describe('a wrap under words', () => {
  const words = 'zoom yummy unsold tidal sizzle abdomen abacus'.split(' ')

  it('opens with those words in that order alone', async () => {
    const wrapped = await wrap(key, owner, { words })
    expect(await unwrap(wrapped, owner, { words })).toEqual({ ok: true, value: key })
    expect(codeOf(await unwrap(wrapped, owner, { words: words.toReversed() }))).toBe('tampered')
    expect(codeOf(await unwrap(wrapped, owner, { passkey: seed(5) }))).toBe('other-way')
  })
})
