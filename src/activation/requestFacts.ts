import type { AffectedGroup, IncidentKind } from '../incident/index.ts'
import type { AgencyId } from '../platform/ids.ts'

/** The eight facts a requester gives. Counts by role; no free text about anybody. */
export type RequestFacts = {
  readonly kind: IncidentKind
  readonly occurredAt: Temporal.Instant
  readonly overAt: Temporal.Instant | null
  readonly town: string
  readonly agencyId: AgencyId
  readonly groups: readonly Omit<AffectedGroup, 'agencyId'>[]
  readonly requesterName: string
  readonly callbackPhone: string
}
