import type { Course, Question } from './course.ts'

/**
 * A test as it is drawn: so many questions of the bank, every objective in turn so that none is missed, and the options of each
 * in an order of their own. `chance` answers numbers from 0 to below 1. One question is written `id:order`, as `role-01:201`.
 */
export function drawTest(course: Pick<Course, 'bank' | 'test'>, chance: () => number): string[] {
  const count = Math.min(course.test?.questions ?? 0, course.bank.length)
  const byObjective = [...Map.groupBy(shuffled(course.bank, chance), (one) => one.objective).values()]
  const drawn: Question[] = []
  for (let turn = 0; drawn.length < count; turn++)
    for (const questions of shuffled(byObjective, chance)) {
      const next = questions[turn]
      if (next !== undefined && drawn.length < count) drawn.push(next)
    }
  return shuffled(drawn, chance).map(
    (one) =>
      `${one.id}:${shuffled(
        one.options.map((_, index) => index),
        chance,
      ).join('')}`,
  )
}

/** A drawn question as it is put: its options in their drawn order, without saying which is right. */
export type Put = {
  readonly id: string
  readonly ask: string
  readonly options: readonly { readonly value: number; readonly text: string }[]
}

/** Questions whose text is no more in the bank are left out: nobody is asked what nobody can mark. */
export function putQuestions(drawn: readonly string[], bank: readonly Question[]): Put[] {
  return drawn.flatMap((one) => {
    const [id = '', order = ''] = one.split(':')
    const question = bank.find((known) => known.id === id)
    if (question === undefined) return []
    const options = [...order].flatMap((digit) => {
      const option = question.options[Number(digit)]
      return option === undefined ? [] : [{ value: Number(digit), text: option.text }]
    })
    return [{ id, ask: question.ask, options }]
  })
}

/** How many of the drawn questions were answered rightly; `answers`: question → option as the bank numbers it. */
export function rightAnswers(
  drawn: readonly string[],
  bank: readonly Question[],
  answers: ReadonlyMap<string, number>,
): number {
  return putQuestions(drawn, bank).filter(({ id }) => {
    const choice = answers.get(id)
    return choice !== undefined && bank.find((one) => one.id === id)?.options[choice]?.right === true
  }).length
}

/** Lessons to read again, in their order: those of questions that were not answered rightly. */
export function lessonsToRead(
  drawn: readonly string[],
  course: Pick<Course, 'bank' | 'lessons'>,
  answers: ReadonlyMap<string, number>,
): string[] {
  const missed = new Set(
    course.bank
      .filter((one) => drawn.some((put) => put.startsWith(`${one.id}:`)))
      .filter((one) => one.options[answers.get(one.id) ?? -1]?.right !== true)
      .map((one) => one.lesson),
  )
  return course.lessons.map((lesson) => lesson.id).filter((id) => missed.has(id))
}

function shuffled<Item>(items: readonly Item[], chance: () => number): Item[] {
  const left = [...items]
  // Fisher and Yates.
  for (let last = left.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    ;[left[last], left[other]] = [left[other]!, left[last]!]
  }
  return left
}
