import { describe, expect, it } from 'vitest'
import { tinyCourse } from './course.testing.ts'
import { isEnd, saidOn, shortestWay, turnAt } from './practiceWalk.ts'

const practice = tinyCourse.practice[0]!

describe('a practice conversation', () => {
  it('is where its way of choices leads, and nowhere by a choice that there is not', () => {
    expect(turnAt(practice, [])).toBe(practice.turns.opening)
    expect(turnAt(practice, [1, 1, 0])).toBe(practice.turns.end)
    expect(turnAt(practice, [2])).toBeNull()
    expect(turnAt(practice, [0, 0])).toBeNull()
  })

  it('tells what was said on the way, with what each choice did', () => {
    expect(saidOn(practice, [1, 0]).map(({ choice }) => choice.effect)).toEqual(['closes', 'opens'])
  })

  it('has a shortest way to an end', () => {
    expect(shortestWay(practice)).toEqual([0])
    expect(isEnd(turnAt(practice, shortestWay(practice))!)).toBe(true)
    const round = { opening: { they: '…', choices: [{ ...saidOn(practice, [1])[0]!.choice }] } }
    expect(() => shortestWay({ ...practice, turns: round })).toThrow('no end')
  })
})
