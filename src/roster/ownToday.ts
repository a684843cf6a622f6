import type { Span } from './shiftHours.ts'

export type OwnToday = {
  /** The shift that runs, or the next one. */
  readonly shift: Span | null
  /** Colleagues' shifts they could take over. */
  readonly standIns: number
  readonly confirmDue: boolean
}
