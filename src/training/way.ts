import type { Asked } from './asked.ts'
import type { Course } from './course.ts'
import type { YearlyMinutes } from './ledger.ts'
import type { Progress } from './progress.ts'
import { skillsShown } from './skillsShown.ts'
import type { Verdict } from './verdict.ts'

/** The steps of a course that lead to its certificate, in the order in which people take them. */
export const stepCodes = [
  ...(['lessons', 'practice', 'test', 'room', 'skills'] as const),
  ...(['continued_training', 'continued_on_the_job', 'review'] as const),
] as const
export type StepCode = (typeof stepCodes)[number]

export type Step = {
  readonly code: StepCode
  readonly done: boolean
  /** So much of so much: sections, talks, minutes, skills. */
  readonly have: number
  readonly of: number
}

type Facts = {
  readonly course: Course
  readonly progress: Progress
  readonly inPersonMinutes: number
  /** By skill: the newest look at each. */
  readonly looks: ReadonlyMap<string, { readonly verdict: Verdict }>
  /** A clinician marked the text that was learned, or today's, for this region. */
  readonly reviewed: boolean
  readonly asked: Pick<Asked, 'minutes'>
  /** Of a renewal where a text asks for hours of each year: those, and what was done of them. Null: nothing of the kind. */
  readonly continued: { readonly have: YearlyMinutes; readonly of: YearlyMinutes } | null
}

/** What a certificate of the course takes. A step that nothing asks for is left out. */
export function stepsOf(facts: Facts): Step[] {
  const { course, progress, inPersonMinutes, looks, reviewed, asked, continued } = facts
  const room = roomMinutes(course, asked)
  const step = (code: StepCode, have: number, of: number, done = have >= of): Step => ({
    code,
    done,
    have,
    of,
  })
  return [
    step('lessons', progress.sectionsRead, progress.sections),
    ...(progress.practices > 0 ? [step('practice', progress.practised, progress.practices)] : []),
    ...(course.test === null
      ? []
      : [step('test', progress.passedWith ?? 0, 100, progress.passedWith !== null)]),
    ...(room > 0 ? [step('room', inPersonMinutes, room)] : []),
    ...(course.skills.length > 0 ? [step('skills', skillsShown(course, looks), course.skills.length)] : []),
    ...(continued !== null && continued.of.training > 0
      ? [step('continued_training', continued.have.training, continued.of.training)]
      : []),
    ...(continued !== null && continued.of.onTheJob > 0
      ? [step('continued_on_the_job', continued.have.onTheJob, continued.of.onTheJob)]
      : []),
    ...(course.crisis ? [step('review', reviewed ? 1 : 0, 1)] : []),
  ]
}

/**
 * Minutes in a room: what the course plans, what the state asks, and as many as its lessons and talks leave open of the hours the
 * state asks in all. A state's hours are asked of the course that everybody begins with; one that builds on another has its own plan.
 * Source: Minnesota DPS, 30 hours and at least 16 in person.
 */
export function roomMinutes(
  course: Pick<Course, 'hours' | 'lessons' | 'practice' | 'after'>,
  asked: Pick<Asked, 'minutes'>,
): number {
  const plan = course.hours.inPerson * 60
  if (course.after.length > 0) return plan
  const online = [...course.lessons, ...course.practice].reduce((all, one) => all + one.minutes, 0)
  const rest = asked.minutes.all === null ? 0 : asked.minutes.all - online
  return Math.max(plan, asked.minutes.inPerson ?? 0, rest)
}
