import type { Question } from './course.ts'
import { putQuestions } from './draw.ts'

/** The right option of every question that was drawn. */
export function rightKey(drawn: readonly string[], bank: readonly Question[]): Map<string, number> {
  return new Map(
    putQuestions(drawn, bank).map(({ id }) => [
      id,
      bank.find((one) => one.id === id)!.options.findIndex((option) => option.right),
    ]),
  )
}
