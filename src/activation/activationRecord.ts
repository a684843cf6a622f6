import type { ActivationId, AgencyId, IncidentId } from '../platform/ids.ts'
import type { Booking } from './booking.ts'

export type OutcomeCode = 'closed' | 'advice_only' | 'declined' | 'referred_elsewhere' | 'stood_down'

type Common = {
  readonly id: ActivationId
  readonly number: number
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

/** What an activation belongs to: an incident, or what an agency booked between incidents. */
export type IncidentActivation = Common & { readonly incidentId: IncidentId; readonly booking: null }
export type BookedActivation = Common & { readonly incidentId: null; readonly booking: Booking }
export type ActivationRecord = IncidentActivation | BookedActivation

export function isBooked(activation: ActivationRecord): activation is BookedActivation {
  return activation.booking !== null
}

export function isOfIncident(activation: ActivationRecord): activation is IncidentActivation {
  return activation.booking === null
}
