import type { Region } from '../region/index.ts'
import type { StandIn } from './dutyShift.ts'
import type { Span } from './shiftHours.ts'

export type OwnPeriod = Span & { readonly id: string }

/** What one member keeps of their own time. */
export type OwnTimeView = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly shifts: readonly OwnPeriod[]
  readonly away: readonly OwnPeriod[]
  /** Open requests for their own shifts, by the shift. */
  readonly asked: ReadonlyMap<string, StandIn>
  /** Shifts of theirs that somebody took over, and who it was. */
  readonly taken: readonly (Span & { readonly by: string })[]
  /** Shifts of colleagues that they could take over; of whom is not said. */
  readonly offered: readonly (Span & { readonly requestId: string })[]
}
