import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { Passage } from './contentProblem.ts'

const word = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu

export function wordsIn(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + (text.match(word)?.length ?? 0), 0)
}

/** The Flesch-Kincaid grade of English prose; null where there is none. Cells of tables are no sentences. */
export function readingGrade(passages: readonly Passage[]): number | null {
  const counts = { sentence: 0, word: 0, syllable: 0 }
  for (const { text, of } of passages) {
    if (of !== 'prose') continue
    const words = text.match(word) ?? []
    if (words.length === 0) continue
    counts.word += words.length
    counts.syllable += words.reduce((sum, one) => sum + syllable(one), 0)
    counts.sentence += Math.max(1, sentencesIn(text))
  }
  return counts.word === 0 ? null : fleschKincaid(counts)
}

/** "Robin T. waits." is one sentence. */
function sentencesIn(text: string): number {
  const whole = text.replace(/(?<=\p{L} )(\p{Lu})\./gu, '$1').trim()
  return whole.match(/[.!?…:;]+["”’)]*(?=\s|$)/gu)?.filter((end) => !/^[:;]/.test(end)).length ?? 0
}
