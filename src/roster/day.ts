import type { MemberId } from '../platform/ids.ts'
import type { HandOverNote } from './handOver.ts'
import type { Span } from './shiftHours.ts'

/** What a member's day begins with. */
export type OwnDay = {
  /** The shift that runs, or the next one. */
  readonly shift: Span | null
  /** Colleagues' shifts they could take over. */
  readonly standIns: number
  readonly confirmDue: boolean
}

export type RosterDay = {
  /** Times ahead in which nobody coordinates. */
  readonly gaps: number
  readonly notes: readonly HandOverNote[]
  /** Members to be cleared after a session of the hardest kind, longest first. */
  readonly awaiting: readonly {
    readonly id: MemberId
    readonly name: string
    readonly since: Temporal.Instant
  }[]
  /** Null: the reader is no member. */
  readonly own: OwnDay | null
}
