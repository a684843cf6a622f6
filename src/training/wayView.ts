import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Region, TrainingRule } from '../region/index.ts'
import type { Asked } from './asked.ts'
import type { Claim } from './claim.ts'
import type { ContinuedWay } from './continuedWay.ts'
import type { Course } from './course.ts'
import type { CourseWay, DutyWay } from './dutyWay.ts'

export type WayView = {
  readonly region: Region
  readonly accountId: AccountId
  readonly memberId: MemberId | null
  /** Null: nobody here knows their name yet. */
  readonly name: string | null
  readonly way: Omit<DutyWay, 'courses'> & {
    readonly courses: readonly (CourseWay & { readonly course: Course })[]
  }
  /** Of them, by whom they stand for. */
  readonly asked: Asked
  /** Null: their ledger has not begun, or nothing is asked of a year. */
  readonly continued: ContinuedWay | null
  /** Whether it is the way of whoever looks, by another account of theirs too. */
  readonly self: boolean
  /** Texts that say how many hours; the course's own plan where there are none. */
  readonly hours: readonly TrainingRule[]
  /** Papers of other bodies that somebody has looked at, oldest first. */
  readonly checked: readonly Claim[]
  /** Whom the state's law names, with the law; null: no text that was read names anybody. */
  readonly law: { readonly certifiedBy: readonly string[]; readonly citation: string } | null
}
