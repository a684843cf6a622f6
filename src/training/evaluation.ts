/** What is asked about a class: each from 1, not at all, to 5, very much. */
export const evaluationQuestions = ['useful', 'clear', 'practice', 'colleague'] as const
export type EvaluationQuestion = (typeof evaluationQuestions)[number]
export type Answers = Readonly<Record<EvaluationQuestion, number>>

/** So long after its last meeting a class is evaluated. */
export const evaluationDays = 14

export type Counted = { readonly question: string; readonly answer: number; readonly count: number }
export type Evaluation = {
  readonly answers: number
  /** With one decimal. */
  readonly averages: Readonly<Record<EvaluationQuestion, string>>
}

/** Null where fewer than `least` answered: then nothing at all is said, also not how many. */
export function evaluationOf(counted: readonly Counted[], least: number): Evaluation | null {
  const of = (question: EvaluationQuestion) => {
    const rows = counted.filter((row) => row.question === question)
    const answers = rows.reduce((sum, row) => sum + row.count, 0)
    return { answers, total: rows.reduce((sum, row) => sum + row.answer * row.count, 0) }
  }
  const all = evaluationQuestions.map(of)
  if (all.some(({ answers }) => answers === 0 || answers < least)) return null
  const average = (question: EvaluationQuestion) => {
    const { answers, total } = of(question)
    return (total / answers).toFixed(1)
  }
  return {
    answers: Math.min(...all.map(({ answers }) => answers)),
    averages: {
      useful: average('useful'),
      clear: average('clear'),
      practice: average('practice'),
      colleague: average('colleague'),
    },
  }
}
