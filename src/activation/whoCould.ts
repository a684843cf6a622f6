import type { MemberId } from '../platform/ids.ts'
import type { Composition } from './compose.ts'
import type { Relaxation } from './relaxation.ts'

/** Who would be asked first for the open seats at one start, and what could give way. */
export type WhoCould = {
  readonly startsAt: Temporal.Instant
  readonly team: Composition
  readonly travel: ReadonlyMap<MemberId, number>
  readonly yielding: readonly Relaxation[]
}
