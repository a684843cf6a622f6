import type { AgencyId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import type { Course } from './course.ts'

/** Somebody on a seat: whether they came is all that is told of them. */
export type Seated = {
  readonly key: string
  readonly name: string
  /** Where the invitation went; null once they came. */
  readonly email: string | null
}

/** What one agency was given in one course. */
export type OwnSeats = {
  readonly agencyId: AgencyId
  readonly agency: string
  readonly course: Course
  readonly seats: number
  readonly taken: number
  readonly people: readonly Seated[]
}

export type OwnSeatsView = { readonly region: Region; readonly given: readonly OwnSeats[] }
