import { expect, it } from 'vitest'
import { winAnsi } from './winAnsi.ts'

it.each([
  ['José Ñ.', 'José Ñ.'],
  ['José Ñ.', 'José Ñ.'],
  ['Łukasz Ż.', 'Lukasz Z.'],
  ['Nguyễn T.', 'Nguyen T.'],
  ['O’Neil – Œ', 'O’Neil – Œ'],
  ['李 W.', '? W.'],
])('%s is drawn as %s', (text, drawn) => {
  expect(winAnsi(text)).toBe(drawn)
})
