import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, type OfferId, type RegionId } from '../platform/ids.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import { offerToken, readOfferToken } from './offerLink.server.ts'

const secrets = secretsFrom(Buffer.alloc(32, 1))
const link = {
  regionId: newId<RegionId>(),
  offerId: newId<OfferId>(),
  expiresAt: Temporal.Instant.from('2026-11-24T02:40:00Z'),
  from: 'message' as const,
}
const token = offerToken(secrets, link.regionId, link.offerId, link.expiresAt)

describe('the link of one offer', () => {
  it('names its offer, and is the same each time it is made', () => {
    expect(readOfferToken(secrets, token)).toEqual(link)
    expect(offerToken(secrets, link.regionId, link.offerId, link.expiresAt)).toBe(token)
  })

  it('says whether it was sent or stood on a page', () => {
    const shown = offerToken(secrets, link.regionId, link.offerId, link.expiresAt, 'page')
    expect(shown).not.toBe(token)
    expect(readOfferToken(secrets, shown)).toEqual({ ...link, from: 'page' })
  })

  it('is worth nothing when a single letter was changed', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCxyz019-_'), (at, letter) => {
        fc.pre(token[at] !== letter)
        expect(readOfferToken(secrets, `${token.slice(0, at)}${letter}${token.slice(at + 1)}`)).toBeNull()
      }),
    )
  })

  it('is worth nothing in another installation, and nothing when it is no token at all', () => {
    expect(readOfferToken(secretsFrom(Buffer.alloc(32, 2)), token)).toBeNull()
    for (const text of ['', 'x', `${token}A`, token.slice(0, -1), ' '.repeat(71)])
      expect(readOfferToken(secrets, text)).toBeNull()
  })
})
