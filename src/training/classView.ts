import type { AccountId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import type { ShownClass } from './classesView.ts'
import type { Named } from './course.ts'
import type { Evaluation } from './evaluation.ts'
import type { Verdict } from './verdict.ts'

export type Person = {
  readonly enrolmentId: string
  readonly accountId: AccountId
  readonly name: string
  /** Whoever looks: nobody enters anything about themselves. */
  readonly self: boolean
}

type SkillLook = { readonly verdict: Verdict; readonly observedOn: Temporal.PlainDate }

/** A class as whoever keeps it sees it. */
export type ClassView = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly one: ShownClass
  readonly seated: readonly Person[]
  /** In the order in which they move up. */
  readonly waiting: readonly Person[]
  readonly skills: readonly Named[]
  /** Days on which it met by now. */
  readonly days: readonly Temporal.PlainDate[]
  /** Minutes by meeting, then by enrolment. */
  readonly attendance: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** By enrolment, then by skill. */
  readonly looks: ReadonlyMap<string, ReadonlyMap<string, SkillLook>>
  readonly evaluation: Evaluation | null
  /** So many answers are shown at the least. */
  readonly least: number
}

/** The form that came back, as it was typed. */
export type Came = {
  /** 'seats', or the id of a meeting or an enrolment. */
  readonly form: string
  readonly typed: Readonly<Record<string, string>>
}
