import type { AgencyId } from '../platform/ids.ts'
import type { Agency, Region } from '../region/index.ts'
import type { Course } from './course.ts'
import type { EnrolmentHow, EnrolmentState, EntryMode } from './enrolment.ts'
import type { Code, Seats } from './entry.ts'
import type { SeatWaiting } from './ownSeats.ts'
import type { Reviewed } from './review.ts'

/** Somebody who waits for a coordinator's yes or no. */
export type Asking = {
  readonly enrolmentId: string
  readonly name: string
  readonly course: string
  readonly askedOn: Temporal.PlainDate
  /** Titles of courses that come before and that they have not taken. */
  readonly lacks: readonly string[]
}

export type KeptLine = {
  readonly course: Course
  readonly reviewed: Reviewed
  /** Null for whoever only reviews. */
  readonly kept: {
    readonly learners: number
    readonly finished: number
    readonly mode: EntryMode
  } | null
}

/** Keeping training, at a glance. */
export type TrainingView = {
  readonly region: Region
  readonly asking: readonly Asking[]
  readonly courses: readonly KeptLine[]
}

/** How far somebody is: counts, and never what they answered. */
export type LearnerLine = {
  readonly enrolmentId: string
  readonly name: string
  readonly how: EnrolmentHow
  readonly agencyId: AgencyId | null
  readonly state: EnrolmentState
  readonly sectionsRead: number
  readonly practised: number
  readonly test: 'none' | 'not_passed' | 'passed'
  readonly inPersonMinutes: number
  readonly skillsShown: number
  readonly certificateId: string | null
}

/** One course, for whoever keeps it. */
export type KeptView = {
  readonly region: Region
  readonly course: Course
  readonly today: Temporal.PlainDate
  readonly mode: EntryMode
  readonly codes: readonly Code[]
  readonly seats: readonly Seats[]
  /** Named to a seat, and not come yet. */
  readonly seatsWaiting: readonly SeatWaiting[]
  readonly agencies: readonly Agency[]
  readonly learners: readonly LearnerLine[]
  /** Named, and not come yet. */
  readonly named: number
}
