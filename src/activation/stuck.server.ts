import type { Reader } from '../platform/db.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import { may } from './may.ts'
import { loadMessages } from './messages.server.ts'
import { notReached, notTold } from './newestMessage.ts'
import { loadPlans } from './planStore.server.ts'
import { loadActivation } from './store.server.ts'

/** Messages of one activation that do not go out, ended or not, while its sessions are ahead or under way. */
export type Stuck = {
  readonly activationId: ActivationId
  readonly number: number
  readonly count: number
  readonly since: Temporal.Instant
}

/** Longest stuck first; none for whoever may not see activations. */
export async function loadStuck(reader: Reader): Promise<readonly Stuck[]> {
  if (!may(reader.actor, 'see')) return []
  const plans = await loadPlans(reader, { notOver: true })
  const messages = await loadMessages(reader, plans)
  const found: Stuck[] = []
  for (const [activationId, ofOne] of Map.groupBy(plans, (plan) => plan.activationId)) {
    const since = ofOne
      .flatMap((plan) => [...notReached(plan, messages, reader.now), ...notTold(plan, messages, reader.now)])
      .map((offer) => messages.get(offer.id)!.at)
      .sort(Temporal.Instant.compare)
    if (since.length === 0) continue
    const { number } = (await loadActivation(reader, activationId))!
    found.push({ activationId, number, count: since.length, since: since[0]! })
  }
  return found.sort((one, other) => Temporal.Instant.compare(one.since, other.since))
}
