import type { AgencyId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import type { Course } from './course.ts'

/** Somebody who was named to a seat and did not come yet. */
export type SeatWaiting = {
  readonly id: string
  readonly agencyId: AgencyId
  readonly name: string
  /** Where the invitation went. */
  readonly email: string
}
/** Somebody who came. That they did is all that is told of them. */
export type SeatUsed = { readonly enrolmentId: string; readonly name: string }

/** What one agency was given in one course. */
export type OwnSeats = {
  readonly agencyId: AgencyId
  readonly agency: string
  readonly course: Course
  readonly seats: number
  readonly taken: number
  readonly waiting: readonly SeatWaiting[]
  readonly came: readonly SeatUsed[]
}

export type OwnSeatsView = { readonly region: Region; readonly given: readonly OwnSeats[] }
