import { contactAgencies } from '../identity/index.server.ts'
import { may } from '../identity/index.ts'
import { loadIncidents } from '../incident/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadPolicy } from '../region/index.server.ts'
import { type ActivationRecord, isBooked, isOfIncident } from './activationRecord.ts'
import { loadAlert } from './alertStore.server.ts'
import { statusOfBooking } from './bookingStatus.ts'
import { isRecent, type OwnRequest } from './ownRequests.ts'
import { loadPlans } from './planStore.server.ts'
import { statusOfRequest } from './requestStatus.ts'
import { loadActivations } from './store.server.ts'

/**
 * What the agencies for which the reader speaks asked for lately, newest first: that, and how far it is. Nobody else's, whatever
 * is asked: for which agencies they speak is looked up here.
 */
export async function loadOwnRequests(reader: Reader): Promise<OwnRequest[]> {
  const { actor } = reader
  if (actor.kind !== 'account' || !may(actor, 'see', 'own_requests')) return []
  const agencies = (await contactAgencies(reader, actor.accountId)).map((one) => one.agencyId)
  if (agencies.length === 0) return []
  const recent = (await loadActivations(reader, { askedBy: agencies })).filter((one) =>
    isRecent(one, reader.now),
  )
  const incidents = await loadIncidents(
    reader,
    recent.filter(isOfIncident).map((one) => one.incidentId),
  )
  const told: OwnRequest[] = []
  for (const activation of recent) {
    const { policy } = await loadPolicy(reader, activation.policyVersion)
    const common = commonOf(activation)
    if (isBooked(activation))
      told.push({
        ...{ ...common, booked: activation.booking.kind, happened: null },
        phase: statusOfBooking(activation, await loadPlans(reader, { activationId: activation.id }), policy)
          .phase,
      })
    else {
      const status = statusOfRequest(activation, await loadAlert(reader, activation.id), policy, reader.now)
      told.push({
        ...{ ...common, booked: null, happened: incidents.get(activation.incidentId)!.kind },
        phase: status.ended === null ? status.phase : 'ended',
      })
    }
  }
  return told
}

const commonOf = ({ id, openedAt, request }: ActivationRecord) => ({
  ...{ id, askedAt: openedAt, agencyId: request!.agencyId },
})
