import { expect, it } from 'vitest'
import { samePaper } from './claim.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const paper = { kind: 'AIC', issuer: 'ICISF', number: 'N-17.4', issuedOn: day('2026-05-01') }

it.each([
  [{ number: 'n 174' }, true],
  [{ number: ' N–174 ' }, true],
  [{ kind: 'aic', issuer: ' icisf ' }, true],
  [{ number: 'N-175' }, false],
  [{ issuer: 'MPSN' }, false],
  [{ kind: 'GRIN' }, false],
  [{ issuedOn: day('2027-05-01') }, false],
])('however it is typed, %o is the same paper: %s', (typed, same) => {
  expect(samePaper(paper, { ...paper, ...typed })).toBe(same)
})

it('tells numbers of nothing but signs apart', () => {
  expect(samePaper({ ...paper, number: '–' }, { ...paper, number: '/' })).toBe(false)
})
