import type { Region } from '../region/index.ts'
import type { Asked } from './asked.ts'
import type { Certificate } from './certificate.ts'
import type { Course } from './course.ts'
import type { Enrolment, EntryMode } from './enrolment.ts'
import type { Done, Progress } from './progress.ts'
import type { MayTest } from './retest.ts'
import type { Step } from './way.ts'

/** A course that is to come before another one, by its title where its text can be read. */
export type Before = { readonly id: string; readonly title: string }

export type Offer = {
  readonly course: Course
  readonly mode: EntryMode
  /** What comes before it and was not taken. */
  readonly lacks: readonly Before[]
}

export type LearningView = {
  readonly region: Region
  readonly name: string | null
  /** As they were named, or named themselves, before they signed in: to begin with, and theirs to change. */
  readonly givenName: string | null
  readonly waiting: readonly Offer[]
  readonly taken: readonly {
    readonly enrolment: Enrolment
    readonly course: Course
    readonly progress: Progress
  }[]
  readonly offered: readonly Offer[]
}

/** A course that somebody opened, and nothing of how far they are. */
export type CourseView = {
  readonly region: Region
  readonly course: Course
  readonly enrolment: Enrolment
}

export type EnrolmentView = CourseView & {
  readonly done: Done
  readonly progress: Progress
  readonly asked: Asked
  readonly mayTest: MayTest
  /** One is drawn and not handed in. */
  readonly testOpen: boolean
  readonly steps: readonly Step[]
  readonly certificate: Certificate | null
}
