import { describe, expect, it } from 'vitest'
import { readingGrade, wordsIn } from './readingGrade.ts'

describe('reading grades', () => {
  const prose = (text: string, of: 'prose' | 'cell' = 'prose') => [{ file: '', line: 1, text, of }]
  it('are Flesch and Kincaid’s', () => {
    // 6 words, 1 sentence, 6 syllables; 4 words, 2 sentences, 8 syllables.
    expect(readingGrade(prose('The cat sat on the mat.'))).toBeCloseTo(0.39 * 6 + 11.8 - 15.59)
    expect(readingGrade(prose('Water boils. Paper burns.'))).toBeCloseTo(0.39 * 2 + (11.8 * 6) / 4 - 15.59)
  })
  it('take an initial for no end of a sentence, and leave tables out', () => {
    expect(readingGrade(prose('Robin T. sat on the mat.'))).toBeCloseTo(
      readingGrade(prose('Robin Tee sat on the mat.'))!,
    )
    expect(readingGrade(prose('One', 'cell'))).toBeNull()
    expect(wordsIn(prose('Don’t co-lead 14 of them.'))).toBe(5)
  })
})
