import type { CriticalIncident } from '../incident/index.ts'
import type { Agency, Region } from '../region/index.ts'
import type { ActivationRecord } from './activationRecord.ts'

/** What the second page of facts shows. */
export type FurtherView = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly activation: ActivationRecord
  readonly incident: CriticalIncident
  readonly agencies: ReadonlyMap<string, Agency>
  /** When it was kept last; null: nothing yet. */
  readonly recordedAt: Temporal.Instant | null
}
