import { bankFindings } from './bankRules.ts'
import { type BannedClaim, claimFindings } from './claimRules.ts'
import type { Content, NamedRead } from './content.ts'
import type { Course } from './course.ts'
import type { Finding, Report } from './finding.ts'
import { gradeFinding, handoutGrade, lessonFindings } from './lessonRules.ts'
import { practiceFindings } from './practiceRules.ts'
import { coursesFolder } from './readCourse.ts'
import { readingGrade, wordsIn } from './readingGrade.ts'

export type Checked = {
  readonly findings: readonly Finding[]
  /** A line for each course. */
  readonly summaries: readonly string[]
}

/** Everything that `content/courses/README.md` asks of courses and a machine can see. */
export function checkContent(content: Content, banned: readonly BannedClaim[]): Checked {
  const findings: Finding[] = []
  const report: Report = (severity, file, line, says) => findings.push({ severity, file, line, says })
  for (const { file, line, says } of [...content.problems, ...content.courses.flatMap((one) => one.problems)])
    report('error', file, line, says)
  for (const read of content.courses) {
    claimFindings(read.passages, banned, report)
    for (const { file, line, words } of read.pictures)
      if (!words) report('error', file, line, 'a picture needs words in place of it')
    if (read.course !== null) courseFindings(read, read.course, content, report)
  }
  unusedSources(content, report)
  findings.sort((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  )
  return { findings, summaries: content.courses.map(summary) }
}

function courseFindings({ passages }: NamedRead, course: Course, content: Content, report: Report) {
  const at = (name: string) => `${coursesFolder}/${course.id}/${name}`
  const of = (file: string) => passages.filter((passage) => passage.file === file)
  beforeFindings(course, content, (says) => report('error', at('course.md'), 1, says))
  if (course.depth === 'outline') return
  // The mark stands in the file; what it is about can be seen.
  if (!course.crisis && passages.some(({ text }) => /\bsuicid/i.test(text)))
    report('error', at('course.md'), 1, 'it speaks of suicide, so it is `crisis: true`')
  for (const lesson of course.lessons) {
    const file = at(`lessons/${lesson.id}.md`)
    lessonFindings(lesson, of(file), file, report)
  }
  for (const practice of course.practice)
    practiceFindings(practice, at(`practice/${practice.id}.yaml`), report)
  bankFindings(course, at('bank.yaml'), report)
  for (const { id } of course.handouts) {
    const file = at(`handouts/${id}.md`)
    gradeFinding(of(file), handoutGrade, file, report)
  }
  for (const { id } of course.objectives)
    if (!course.lessons.some(({ objectives }) => objectives.includes(id)))
      report('warning', at('course.md'), 1, `no lesson names the objective ${id}`)
  for (const { id } of course.skills)
    if (!course.facilitator?.skills.includes(id))
      report('warning', at('course.md'), 1, `the facilitator’s notes name no skill ${id} to sign off`)
  translations(course, at, report)
}

/** Nobody begins a course without the certificates of those it names, so each of them must be one that can be taken. */
function beforeFindings(course: Course, { courses }: Content, report: (says: string) => void) {
  const read = (id: string) => courses.find((one) => one.id === id)?.course
  for (const before of course.after)
    if (!courses.some(({ id }) => id === before)) report(`there is no course ${before} to take before`)
    else if (course.depth === 'full' && read(before)?.depth === 'outline')
      report(`${before} comes before it and is an outline, so nobody could take this one`)
  const above = new Set(course.after)
  // A set is walked over what is added on the way, too.
  for (const id of above) for (const before of read(id)?.after ?? []) above.add(before)
  if (above.has(course.id)) report('it comes before itself, so nobody could take it')
}

/** A course that speaks Spanish at all speaks it in every hand-out. */
function translations({ handouts }: Course, at: (name: string) => string, report: Report) {
  const missing = handouts.filter(({ es }) => es === null)
  if (missing.length === 0) return
  if (missing.length === handouts.length)
    report('note', at('course.md'), 1, `${missing.length} hand-outs are not translated into Spanish`)
  else
    for (const { id } of missing)
      report('error', at(`handouts/${id}.md`), 1, `${id}.es.md is missing: other hand-outs are translated`)
}

function unusedSources({ sources, sourceLine, courses }: Content, report: Report) {
  // A course that can't be read says nothing about what it cites.
  if (courses.some(({ course }) => course === null)) return
  const cited = new Set(courses.flatMap(({ course }) => course?.sources ?? []))
  for (const key of sources.keys())
    if (!cited.has(key))
      report('warning', `${coursesFolder}/sources.yaml`, sourceLine(key), `no course cites ${key}`)
}

function summary({ id, course, passages }: NamedRead): string {
  if (course === null) return `${id}: can't be read`
  const prose = passages.filter(({ file }) => file.includes('/lessons/'))
  const grade = readingGrade(prose)
  const words = wordsIn(prose.filter(({ of }) => of === 'prose' || of === 'cell'))
  return [
    `${id}: ${course.depth}`,
    ...(course.depth === 'outline'
      ? [`${course.sources.length} sources`]
      : [
          `${course.lessons.length} lessons`,
          `${words} words`,
          `grade ${grade?.toFixed(1) ?? '–'}`,
          `${course.bank.length} questions`,
          `${course.practice.length} talks to practise`,
          `${course.handouts.length} hand-outs`,
        ]),
  ].join(', ')
}
