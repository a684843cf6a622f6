import { describe, expect, it } from 'vitest'
import { type Revocation, stateOf } from './certificate.ts'

const day = Temporal.PlainDate.from
const revoked: Revocation = { ground: 'own_wish', at: Temporal.Instant.from('2026-12-01T12:00:00Z') }

describe('a certificate', () => {
  it.each([
    ['2027-11-28', null, 'valid'],
    ['2027-11-29', null, 'lapsed'],
    ['2027-11-30', null, 'lapsed'],
    ['2026-12-02', revoked, 'revoked'],
    ['2028-12-02', revoked, 'revoked'],
  ] as const)('that expires on 2027-11-29 is on %s: %s %s', (today, revocation, state) => {
    expect(stateOf({ expiresOn: day('2027-11-29') }, day(today), revocation)).toBe(state)
  })
})
