import type { Passage } from './contentProblem.ts'
import type { Lesson } from './course.ts'
import type { Report } from './finding.ts'
import { readingGrade, wordsIn } from './readingGrade.ts'

/** Bounds of a lesson's words; a tenth more or less is for a person to weigh. */
const words = { from: 500, to: 900 }
const checks = { from: 2, to: 5 }

export function lessonFindings(lesson: Lesson, passages: readonly Passage[], file: string, report: Report) {
  const count = wordsIn(passages.filter(({ of }) => of === 'prose' || of === 'cell'))
  if (count < words.from || count > words.to)
    report(
      count < words.from * 0.9 || count > words.to * 1.1 ? 'error' : 'warning',
      file,
      1,
      `${count} words; a lesson has ${words.from} to ${words.to}`,
    )
  gradeFinding(passages, lessonGrade, file, report)
  const blocks = lesson.sections.flatMap((section) => section.blocks)
  const asked = blocks.flatMap((block) => (block.kind === 'check' ? [block.check.id] : []))
  if (asked.length < checks.from || asked.length > checks.to)
    report('error', file, 1, `${asked.length} knowledge checks; a lesson has ${checks.from} to ${checks.to}`)
  for (const id of new Set(asked))
    if (asked.filter((one) => one === id).length > 1)
      report('error', file, 1, `the check ${id} stands here twice`)
  if (lesson.sources.length === 0) report('warning', file, 1, 'it cites no source')
}

const lessonGrade = 9.5
export const handoutGrade = 8.5

export function gradeFinding(passages: readonly Passage[], most: number, file: string, report: Report) {
  const grade = readingGrade(passages)
  if (grade === null || grade <= most) return
  const says = `reads at grade ${grade.toFixed(1)}; ${most} is the most`
  report(grade > most + 1 ? 'error' : 'warning', file, 1, says)
}
