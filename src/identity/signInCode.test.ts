import { expect, it } from 'vitest'
import { codeFrom, codeTyped, spoken } from './signInCode.ts'

it('reads back what it wrote, however it was typed', () => {
  const code = codeFrom(new Uint8Array([0, 1, 31, 32, 200, 17, 255, 64]))
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(codeTyped(spoken(code))).toBe(code)
  expect(codeTyped(` ${code.toLowerCase().slice(0, 3)}-${code.toLowerCase().slice(3)} `)).toBe(code)
  expect(codeTyped('O1LI-0000')).toBe('01110000')
})

it('takes nothing shorter, longer or with other letters', () => {
  for (const text of ['', '1234567', '123456789', '1234567U', '1234567é']) expect(codeTyped(text)).toBeNull()
})
