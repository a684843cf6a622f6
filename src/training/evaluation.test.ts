import { expect, it } from 'vitest'
import { evaluationOf, evaluationQuestions } from './evaluation.ts'

const counted = (answers: readonly number[]) =>
  evaluationQuestions.flatMap((question) => answers.map((answer) => ({ question, answer, count: 1 })))

it.each([
  [[], null],
  [[5], null],
  [[5, 4, 3, 2], null],
  [[5, 4, 3, 2, 2], '3.2'],
  [[1, 1, 1, 1, 1, 2], '1.2'],
])('%j are said only from five answers on', (answers, average) => {
  const said = evaluationOf(counted(answers), 5)
  expect(said?.averages.clear ?? null).toBe(average)
  expect(said?.answers ?? null).toBe(average === null ? null : answers.length)
})

it('keeps every question apart, and says none where one has too few', () => {
  const rows = [...counted([3, 3, 3, 3, 3]), { question: 'useful', answer: 5, count: 5 }]
  expect(evaluationOf(rows, 5)?.averages).toEqual({
    useful: '4.0',
    clear: '3.0',
    practice: '3.0',
    colleague: '3.0',
  })
  expect(
    evaluationOf(
      rows.filter((row) => row.question !== 'clear'),
      5,
    ),
  ).toBeNull()
})
