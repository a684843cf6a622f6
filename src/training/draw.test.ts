import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyCourse } from './course.testing.ts'
import { rightKey } from './draw.testing.ts'
import { drawTest, lessonsToRead, putQuestions, rightAnswers } from './draw.ts'

/** Numbers from a seed, as `Math.random` would give them. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
}

describe('a test that is drawn', () => {
  it('has as many questions as the course says, none twice, of every objective', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 30), (seed) => {
        const drawn = drawTest(tinyCourse, seeded(seed))
        const ids = drawn.map((one) => one.split(':')[0])
        expect(new Set(ids).size).toBe(4)
        const objectives = ids.map((id) => tinyCourse.bank.find((one) => one.id === id)!.objective)
        expect([...objectives].sort()).toEqual(['first', 'first', 'second', 'second'])
      }),
    )
  })

  it('differs from draw to draw, in its questions and in the order of their options', () => {
    const draws = Array.from({ length: 40 }, (_, seed) => drawTest(tinyCourse, seeded(seed + 1)))
    expect(new Set(draws.map((drawn) => drawn.map((one) => one.split(':')[0]).join())).size).toBeGreaterThan(
      20,
    )
    expect(new Set(draws.flat().map((one) => one.split(':')[1])).size).toBe(6)
  })

  it('is put without saying which option is right', () => {
    const put = putQuestions(drawTest(tinyCourse, seeded(7)), tinyCourse.bank)
    expect(JSON.stringify(put)).not.toContain('right')
    expect(put[0]!.options.map((one) => one.value).sort()).toEqual([0, 1, 2])
  })

  it('counts what was answered rightly; what was left out is wrong, and so is an option that there is not', () => {
    const drawn = drawTest(tinyCourse, seeded(3))
    const key = rightKey(drawn, tinyCourse.bank)
    expect(rightAnswers(drawn, tinyCourse.bank, key)).toBe(4)
    expect(rightAnswers(drawn, tinyCourse.bank, new Map())).toBe(0)
    const [first, second] = [...key.keys()]
    const partly = new Map(key).set(first!, 9)
    partly.delete(second!)
    expect(rightAnswers(drawn, tinyCourse.bank, partly)).toBe(2)
  })

  it('sends somebody back to the lessons of what they missed', () => {
    const drawn = ['q-1:012', 'q-4:012']
    expect(lessonsToRead(drawn, tinyCourse, new Map([['q-1', 0]]))).toEqual(['02-second'])
    expect(lessonsToRead(drawn, tinyCourse, new Map([['q-1', 2]]))).toEqual(['01-first', '02-second'])
  })

  it('asks nothing that left the bank meanwhile', () => {
    expect(putQuestions(['gone:012', 'q-1:210'], tinyCourse.bank).map((one) => one.id)).toEqual(['q-1'])
  })
})
