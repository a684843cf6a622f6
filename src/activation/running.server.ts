import { loadIncidents } from '../incident/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { type ActivationRecord, type BookedActivation, isBooked, isOfIncident } from './activationRecord.ts'
import { holding, isOverdue } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { may } from './may.ts'
import type { PlanState } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import type { Running } from './running.ts'
import { loadActivations } from './store.server.ts'
import { loadStuck, type Stuck } from './stuck.server.ts'
import { whoWaits } from './whoWaits.server.ts'

/**
 * Every activation of an incident that has not ended, newest first, and messages that do not go out; none for whoever may
 * not see activations.
 */
export async function loadRunning(
  reader: Reader,
): Promise<{ readonly running: readonly Running[]; readonly stuck: readonly Stuck[] }> {
  if (!may(reader.actor, 'see')) return { running: [], stuck: [] }
  const open = (await loadActivations(reader)).filter((one) => one.outcome === null).filter(isOfIncident)
  const incidents = await loadIncidents(
    reader,
    open.map((one) => one.incidentId),
  )
  const found: Running[] = []
  for (const activation of open) {
    const plans = await loadPlans(reader, { activationId: activation.id })
    const runs = plans.some((plan) => plan.end === null)
    found.push({
      activation,
      incident: incidents.get(activation.incidentId)!,
      plans,
      taking: activation.contact === null ? await takingOf(reader, activation) : null,
      waits: runs ? [] : await whoWaits(reader, activation, plans),
    })
  }
  return { running: found, stuck: await loadStuck(reader) }
}

async function takingOf(
  reader: Reader,
  { id, policyVersion }: Pick<ActivationRecord, 'id' | 'policyVersion'>,
): Promise<Running['taking']> {
  const alert = await loadAlert(reader, id)
  const holder = holding(alert)
  if (holder === null) return null
  const { policy } = await loadPolicy(reader, policyVersion)
  const mine = reader.actor.kind === 'account' && reader.actor.accountId === holder.accountId
  return { at: holder.at, mine, overdue: isOverdue(alert, false, policy, reader.now) }
}

/** Every booking that has not ended, with its plan; none for whoever may not see activations. */
export async function loadBookings(reader: Reader): Promise<{
  readonly bookings: readonly BookedActivation[]
  readonly plans: ReadonlyMap<ActivationId, readonly PlanState[]>
}> {
  if (!may(reader.actor, 'see')) return { bookings: [], plans: new Map() }
  const bookings = (await loadActivations(reader)).filter((one) => one.outcome === null).filter(isBooked)
  const plans = new Map<ActivationId, readonly PlanState[]>()
  for (const { id } of bookings) plans.set(id, await loadPlans(reader, { activationId: id }))
  return { bookings, plans }
}
