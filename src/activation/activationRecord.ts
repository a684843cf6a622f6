import type { ActivationId, AgencyId, IncidentId } from '../platform/ids.ts'

export type OutcomeCode = 'closed' | 'advice_only' | 'declined' | 'referred_elsewhere' | 'stood_down'

export type ActivationRecord = {
  readonly id: ActivationId
  readonly number: number
  readonly incidentId: IncidentId
  readonly policyVersion: number
  readonly version: number
  readonly openedAt: Temporal.Instant
  readonly request: {
    readonly agencyId: AgencyId
    readonly requesterName: string
    readonly callbackPhone: string
    readonly receivedAt: Temporal.Instant
  } | null
  readonly contact: {
    readonly spokenAt: Temporal.Instant
    readonly role: string
    readonly recordedAt: Temporal.Instant
  } | null
  readonly outcome: { readonly code: OutcomeCode; readonly at: Temporal.Instant } | null
}
