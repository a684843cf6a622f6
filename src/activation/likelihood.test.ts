import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { chanceOfEnough, likelihoodOf } from './likelihood.ts'

const shares = { ...defaultPolicy.wave, expectedYes: 0.4, expectedOnCall: 0.5, expectedAtNight: 0.3 }

describe('how likely a yes is', () => {
  it.each([
    ['by day', 12, false, 20, 0.4],
    ['in the first hour of the morning', 6, false, 20, 0.4],
    ['in the last hour of the evening', 22, false, 20, 0.4],
    ['when people sleep', 23, false, 20, 0.3],
    ['before they rise', 5, false, 20, 0.3],
    ['of somebody on call, whatever the hour and the way', 3, true, 90, 0.5],
    ['as far as far begins', 12, false, 60, 0.4],
    ['farther than that', 12, false, 61, 0.25],
    ['farther, when people sleep', 2, false, 61, 0.25],
  ])('%s', (_, hour, onCall, travelMinutes, expected) => {
    expect(likelihoodOf({ onCall, travelMinutes, reachable: true }, hour, shares)).toBe(expected)
  })

  it('counts on nobody whom no message reaches, not even on call', () => {
    for (const onCall of [true, false])
      expect(likelihoodOf({ onCall, travelMinutes: 20, reachable: false }, 12, shares)).toBe(0)
  })
})

describe('the chance that enough say yes', () => {
  /** Every way in which they may answer, counted one by one. */
  const counted = (of: readonly number[], seats: number): number =>
    Array.from({ length: 2 ** of.length }, (_, way) =>
      of.map((share, index) => ({ share, yes: ((way >> index) & 1) === 1 })),
    )
      .filter((way) => way.filter((one) => one.yes).length >= seats)
      .reduce(
        (sum, way) => sum + way.reduce((chance, { share, yes }) => chance * (yes ? share : 1 - share), 1),
        0,
      )

  it.each([
    [[], 0, 1],
    [[], 1, 0],
    [[1], 1, 1],
    [[0.4], 1, 0.4],
    [[0.5, 0.5], 2, 0.25],
    [[0.5, 0.5], 1, 0.75],
  ])('of %j for %d is %d', (of, seats, chance) => {
    expect(chanceOfEnough(of, seats)).toBeCloseTo(chance, 12)
  })

  it('is what counting every way of answering says', () => {
    const people = [0.4, 0.5, 0.3, 0.25, 1, 0, 0.4, 0.9]
    for (let length = 0; length <= people.length; length++)
      for (let seats = 0; seats <= length + 1; seats++) {
        const of = people.slice(0, length)
        expect(chanceOfEnough(of, seats)).toBeCloseTo(counted(of, seats), 12)
      }
  })
})
