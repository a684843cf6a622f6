import type { Course } from './course.ts'
import type { Report } from './finding.ts'

const atLeast = 40
const perObjective = 3

/** A bank from which two tests differ, and in which length gives nothing away. */
export function bankFindings({ bank, objectives, test }: Course, file: string, report: Report) {
  if (bank.length < atLeast)
    report('error', file, 1, `there are ${bank.length} questions; at least ${atLeast} are needed`)
  if (test !== null && test.questions > bank.length)
    report('error', file, 1, `a test draws ${test.questions} questions, and there are ${bank.length}`)
  for (const { id } of objectives) {
    const about = bank.filter((question) => question.objective === id).length
    if (about < perObjective)
      report('error', file, 1, `${about} questions are about ${id}; at least ${perObjective} are needed`)
  }
  const given = bank.filter(({ options }) => {
    const right = options.find((option) => option.right)?.text.length ?? 0
    return options.every((option) => option.right || option.text.length < right)
  }).length
  if (given > bank.length / 2)
    report('warning', file, 1, `the right answer is the longest in ${given} of ${bank.length} questions`)
}
