import { loadIncidents } from '../incident/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { ActivationRecord } from './activationRecord.ts'
import { loadAlert } from './alertStore.server.ts'
import { may } from './may.ts'
import { loadPlans } from './planStore.server.ts'
import type { Running } from './running.ts'
import { loadActivations } from './store.server.ts'

/** Every activation that has not ended, newest first; none for whoever may not see activations. */
export async function loadRunning(reader: Reader): Promise<Running[]> {
  if (!may(reader.actor, 'see')) return []
  const open = (await loadActivations(reader)).filter((one) => one.outcome === null)
  const incidents = await loadIncidents(
    reader,
    open.map((one) => one.incidentId),
  )
  const found: Running[] = []
  for (const activation of open)
    found.push({
      activation,
      incident: incidents.get(activation.incidentId)!,
      plans: await loadPlans(reader, { activationId: activation.id }),
      taking: activation.contact === null ? await takingOf(reader, activation) : null,
    })
  return found
}

async function takingOf(reader: Reader, { id }: Pick<ActivationRecord, 'id'>): Promise<Running['taking']> {
  const { takings } = await loadAlert(reader, id)
  const holder = takings.find((one) => one.handedOnAt === null)
  if (holder === undefined) return null
  const mine = reader.actor.kind === 'account' && reader.actor.accountId === holder.accountId
  return { at: holder.at, mine }
}
