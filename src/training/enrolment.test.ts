import { describe, expect, it } from 'vitest'
import { type EnrolmentHow, strongest } from './enrolment.ts'

describe('of several ways into a course', () => {
  it.each<[EnrolmentHow[], number]>([
    [['alone'], 0],
    [['alone', 'code', 'list', 'seat'], 3],
    [['seat', 'list', 'code', 'alone'], 0],
    [['code', 'list', 'alone'], 1],
    // Of two agencies the one that named them first.
    [['alone', 'seat', 'seat'], 1],
  ])('%j counts the one at %i', (hows, at) => {
    const ways = hows.map((how, id) => ({ how, id }))
    expect(strongest(ways)).toEqual(ways[at])
  })

  it('none counts where there is none', () => {
    expect(strongest([])).toBeUndefined()
  })
})
