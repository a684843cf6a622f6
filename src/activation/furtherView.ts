import type { CriticalIncident, FurtherFacts } from '../incident/index.ts'
import type { Agency, Region } from '../region/index.ts'
import type { ActivationRecord } from './activationRecord.ts'

/** What the second page of facts shows. */
export type FurtherView = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly activation: ActivationRecord
  readonly incident: CriticalIncident
  readonly agencies: ReadonlyMap<string, Agency>
  /** What was kept, newest first. */
  readonly versions: readonly {
    readonly recordedAt: Temporal.Instant
    readonly recordedBy: string | null
    readonly facts: FurtherFacts
  }[]
}
