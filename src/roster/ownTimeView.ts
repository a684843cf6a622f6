import type { Region } from '../region/index.ts'
import type { Span } from './shiftHours.ts'

export type OwnPeriod = Span & { readonly id: string }

/** What one member keeps of their own time. */
export type OwnTimeView = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly shifts: readonly OwnPeriod[]
  readonly away: readonly OwnPeriod[]
}
