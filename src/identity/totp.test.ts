import { describe, expect, it } from 'vitest'
import { base32, inFours } from './base32.ts'
import { stepOf, totpAt } from './totp.server.ts'

const seed = Buffer.from('12345678901234567890')

describe('a time-based code', () => {
  // RFC 6238, appendix B, the rows for SHA-1.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i is %s', (second, code) => {
    const step = Math.floor(second / 30)
    expect(totpAt(seed, step, 8)).toBe(code)
    expect(totpAt(seed, step)).toBe(code.slice(2))
  })

  it('holds one step to either side, and never at or before the last one used', () => {
    const at = (step: number) => totpAt(seed, step)
    expect([98, 99, 100, 101, 102].map((step) => stepOf(seed, at(step), 100, 0))).toEqual([
      null,
      99,
      100,
      101,
      null,
    ])
    expect(stepOf(seed, at(100), 100, 100)).toBeNull()
    expect(stepOf(seed, at(99), 100, 100)).toBeNull()
    expect(stepOf(seed, at(101), 100, 100)).toBe(101)
  })
})

describe('a secret to type', () => {
  // RFC 4648, 10, without the padding.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%s is %s', (text, letters) => {
    expect(base32(Buffer.from(text))).toBe(letters)
  })

  it('stands in groups of four', () => {
    expect(inFours(base32(seed))).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })
})
