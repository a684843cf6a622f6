import type { BookingKind, IncidentKind } from '../incident/index.ts'
import type { ActivationId, AgencyId } from '../platform/ids.ts'
import type { ActivationRecord } from './activationRecord.ts'
import type { BookingStatus } from './bookingStatus.ts'
import type { RequestStatus } from './requestStatus.ts'

/** What an agency's contact may know of what their own agency asked for: kind, hour and how far it is. Never who asked or comes. */
export type OwnRequest = {
  readonly id: ActivationId
  readonly agencyId: AgencyId
  readonly askedAt: Temporal.Instant
} & (
  | {
      readonly happened: IncidentKind
      readonly booked: null
      readonly phase: RequestStatus['phase'] | 'ended'
    }
  | { readonly happened: null; readonly booked: BookingKind; readonly phase: BookingStatus['phase'] }
)

/** How long what has ended is still shown (assumed). */
const shownDays = 30

/** What has not ended, however long ago it was asked for, and what ended lately. */
export function isRecent({ outcome }: Pick<ActivationRecord, 'outcome'>, now: Temporal.Instant): boolean {
  return outcome === null || Temporal.Instant.compare(outcome.at.add({ hours: shownDays * 24 }), now) > 0
}
