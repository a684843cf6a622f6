import type { Region } from '../region/index.ts'
import type { Asked } from './asked.ts'
import type { Certificate } from './certificate.ts'
import type { Course } from './course.ts'
import type { Enrolment, EntryMode } from './enrolment.ts'
import type { Done, Progress } from './progress.ts'
import type { MayTest } from './retest.ts'
import type { Step } from './way.ts'

export type LearningView = {
  readonly region: Region
  readonly name: string | null
  readonly waiting: readonly Course[]
  readonly taken: readonly {
    readonly enrolment: Enrolment
    readonly course: Course
    readonly progress: Progress
  }[]
  readonly offered: readonly { readonly course: Course; readonly mode: EntryMode }[]
  readonly certificates: readonly Certificate[]
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
