import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sourcesUnder } from '../../test/boundaries/sources.ts'

const root = join(import.meta.dirname, '../..')
/** Here a proof is what somebody shows of a paper, or of hours elsewhere. */
const ofEvidence = ['claimWords.ts', 'continuedWords.ts']

it('Spanish has one word each for a test and a skill: two would be taken for two things', () => {
  const files = sourcesUnder(root, 'src/training', /[wW]ords\.ts$/)
  expect(files.length).toBeGreaterThan(10)
  const other = files
    .filter(({ path }) => !ofEvidence.some((name) => path.endsWith(`/${name}`)))
    .flatMap(({ path, text }) =>
      (text.match(/\b(pruebas?|destrezas?)\b/gi) ?? []).map((word) => [path, word]),
    )
  expect(other).toEqual([])
})
