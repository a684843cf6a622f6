import { describe, expect, it } from 'vitest'
import { nameFrom } from './learnerName.ts'

describe('a name', () => {
  it.each([
    ['as it was typed', 'Kit A.', 'Kit A.'],
    ['without spaces around it', '  Kit A. ', 'Kit A.'],
    ['of one letter', 'K', 'K'],
    ['of 80 letters', 'K'.repeat(80), 'K'.repeat(80)],
    ['of 81', 'K'.repeat(81), null],
    ['of none', '   ', null],
    ['with a sign nobody sees', 'Kit\u200bA.', null],
    ['over two lines', 'Kit\nA.', null],
  ])('%s', (_what, typed, kept) => {
    expect(nameFrom(typed)).toBe(kept)
  })
})
