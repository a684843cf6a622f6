import { describe, expect, test } from 'vitest'
import { incidentWords } from './words.ts'

const lists = Object.entries(incidentWords).flatMap(([language, groups]) =>
  Object.entries(groups).map(([group, words]) => [`${language} ${group}`, Object.values(words)] as const),
)

describe('words of an incident', () => {
  test.each(lists)('%s: each one is its own', (_name, words: readonly string[]) => {
    expect(new Set(words).size).toBe(words.length)
    expect(words.filter((word) => word.trim() !== word || word === '')).toEqual([])
  })

  test('never say "debrief" alone: people take it for the tactical one', () => {
    const english = Object.values(incidentWords.en).flatMap((words) => Object.values(words))
    expect(
      english.filter((word) => /debrief/i.test(word) && !/critical incident stress debriefing/i.test(word)),
    ).toEqual([])
  })

  test('give each reason as one short sentence', () => {
    for (const language of ['en', 'es'] as const)
      for (const text of Object.values(incidentWords[language].reason))
        expect(text).toMatch(/^[\p{Lu}][^.?!]{10,110}\.$/u)
  })
})
