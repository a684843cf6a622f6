import type { Region } from '../region/index.ts'
import type { Class, ClassState } from './class.ts'

export type ShownClass = Class & {
  /** The course's title. */
  readonly title: string
  readonly state: ClassState
  /** Of the instructor, where that is shown. */
  readonly taughtBy: string | null
}

export type ClassesView = {
  readonly region: Region
  readonly now: Temporal.Instant
  /** Whether one takes any course with classes at all. */
  readonly enrolled: boolean
  /** One's own places: 'seat', or the number in line. */
  readonly own: readonly (ShownClass & { readonly has: 'seat' | number; readonly mayEvaluate: boolean })[]
  readonly open: readonly (ShownClass & { readonly enrolmentId: string })[]
  /** Those one keeps: as their instructor, or all. */
  readonly kept: readonly ShownClass[]
  readonly earlier: readonly ShownClass[]
  readonly keeps: 'none' | 'taught' | 'all'
}
