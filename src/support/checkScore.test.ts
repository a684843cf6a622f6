import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readChecks } from './checkContent.server.ts'
import { bandOf, scoreOf } from './checkScore.ts'

describe('a sum', () => {
  it.each([
    ['nothing answered', { points: [null, null] }, null],
    ['one still open', { points: [3, null] }, null],
    ['all answered', { points: [3, 1] }, 4],
    ['all at nothing', { points: [0, 0] }, 0],
    ['the question first still open', { gate: null, points: [1, 1, 1, 1, 1] }, null],
    ['a no first, whatever stands below', { gate: 'no' as const, points: [1, 1, null, 1, 1] }, 0],
    ['a yes first', { gate: 'yes' as const, points: [1, 0, 1, 1, 0] }, 3],
    ['a yes first, one still open', { gate: 'yes' as const, points: [1, 0, 1, null, 0] }, null],
  ])('with %s', (_what, answers, sum) => {
    expect(scoreOf(answers)).toBe(sum)
  })
})

describe('a band', () => {
  const bands = new Map(
    readChecks(join(import.meta.dirname, '../..')).flatMap((one) =>
      one.kind === 'scored' ? [[one.code, one.bands] as const] : [],
    ),
  )
  // The cut-offs as published: PC-PTSD-5 4, or 3; PHQ-2 3, or 2; GAD-2 3.
  it.each([
    ['pc-ptsd-5', [0, 0, 0, 3, 4, 4]],
    ['phq-2', [0, 0, 2, 3, 3, 3, 3]],
    ['gad-2', [0, 0, 0, 3, 3, 3, 3]],
  ])('of %s begins at its cut-offs, and every one above the lowest leads to people', (code, starts) => {
    const own = bands.get(code)!
    const from = own.map((band) => band.from)
    expect(starts.map((_start, sum) => own[bandOf(sum, from)]!.from)).toEqual(starts)
    for (const [sum, start] of starts.entries()) expect(own[bandOf(sum, from)]!.people).toBe(start > 0)
  })
})
