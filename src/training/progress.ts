import type { Course, Lesson } from './course.ts'
import { bestPassed, type HandedIn } from './retest.ts'

/** What somebody did of a course, as it is kept. */
export type Done = {
  /** `lesson/section`. */
  readonly read: ReadonlySet<string>
  /** Practices that were followed to an end. */
  readonly practised: ReadonlySet<string>
  readonly tests: readonly HandedIn[]
}

export type Place = { readonly lesson: string; readonly section: string }

export type Progress = {
  readonly lessons: readonly {
    readonly id: string
    readonly read: number
    readonly of: number
    /** Where it goes on; its first section once all are read. */
    readonly next: string
  }[]
  /** The first section that was not read; null: all were. */
  readonly next: Place | null
  readonly sectionsRead: number
  readonly sections: number
  /** Of lessons read whole and talks practised, as they are estimated. */
  readonly minutes: number
  readonly practised: number
  readonly practices: number
  /** The best test that was handed in and passed, in per cent. */
  readonly passedWith: number | null
  /** Nothing is left to do online. */
  readonly whole: boolean
}

export const placeKey = ({ lesson, section }: Place) => `${lesson}/${section}`

/** Sections that a newer text no longer has count for nothing; what it added is still to be read. */
export function progressOf(course: Course, done: Done): Progress {
  const lessons = course.lessons.map((lesson) => {
    const unread = lesson.sections.filter(
      (one) => !done.read.has(placeKey({ lesson: lesson.id, section: one.id })),
    )
    const of = lesson.sections.length
    return {
      id: lesson.id,
      read: of - unread.length,
      of,
      next: (unread[0] ?? lesson.sections[0])?.id ?? '',
      unread: unread[0]?.id ?? null,
    }
  })
  const open = lessons.find((one) => one.unread !== null)
  const read = course.lessons.filter((_, index) => lessons[index]!.unread === null)
  const practices = course.practice.filter((one) => done.practised.has(one.id))
  const passedWith = bestPassed(done.tests)
  const sum = (items: readonly { readonly minutes: number }[]) =>
    items.reduce((all, one) => all + one.minutes, 0)
  return {
    lessons: lessons.map(({ unread: _, ...one }) => one),
    next: open === undefined ? null : { lesson: open.id, section: open.unread! },
    sectionsRead: lessons.reduce((all, one) => all + one.read, 0),
    sections: lessons.reduce((all, one) => all + one.of, 0),
    minutes: sum(read) + sum(practices),
    practised: practices.length,
    practices: course.practice.length,
    passedWith,
    whole:
      open === undefined &&
      practices.length === course.practice.length &&
      (course.test === null || passedWith !== null),
  }
}

/** What comes after a section: the next one, or the first of the next lesson; null at the end. */
export function placeAfter(course: Pick<Course, 'lessons'>, { lesson, section }: Place): Place | null {
  const places = course.lessons.flatMap((one: Lesson) =>
    one.sections.map((part) => ({ lesson: one.id, section: part.id })),
  )
  const at = places.findIndex((one) => one.lesson === lesson && one.section === section)
  return at === -1 ? null : (places[at + 1] ?? null)
}

/** Estimated minutes still to read and practise; a lesson that was begun counts by its sections. */
export function minutesLeft(course: Pick<Course, 'lessons' | 'practice'>, progress: Progress): number {
  const reading = course.lessons.reduce((all, lesson, index) => {
    const { read, of } = progress.lessons[index]!
    return all + (lesson.minutes * (of - read)) / of
  }, 0)
  const talk = course.practice.reduce((all, one) => all + one.minutes, 0)
  const talks =
    progress.practices === 0 ? 0 : (talk * (progress.practices - progress.practised)) / progress.practices
  return Math.round(reading + talks)
}
