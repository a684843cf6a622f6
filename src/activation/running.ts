import type { AffectedGroup, CriticalIncident } from '../incident/index.ts'
import type { ActivationRecord } from './activationRecord.ts'
import type { PlanState } from './planState.ts'

type Taken = {
  readonly at: Temporal.Instant
  readonly mine: boolean
  /** No call was recorded in the time that was promised: anybody may take it over. */
  readonly overdue: boolean
}

/** An activation that has not ended, as the day's list shows it. */
export type Running = {
  readonly activation: ActivationRecord
  readonly incident: CriticalIncident
  readonly plans: readonly PlanState[]
  /** Who calls back, before anybody was spoken to; null: nobody has it. */
  readonly taking: Taken | null
  /** Nothing runs, and these may still get a session. */
  readonly waits: readonly AffectedGroup[]
}
