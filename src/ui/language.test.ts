import { expect, test } from 'vitest'
import { inSentence } from './language.ts'

test.each([
  ['Firefighters', 'firefighters'],
  ['EMTs and paramedics', 'EMTs and paramedics'],
  ['CISD', 'CISD'],
  ['Briefing (CMB)', 'briefing (CMB)'],
  ['Árbitros', 'árbitros'],
  ['', ''],
])('%s inside a sentence', (heading, expected) => {
  expect(inSentence(heading)).toBe(expected)
})
