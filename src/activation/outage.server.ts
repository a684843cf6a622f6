import { loadReach } from '../messaging/index.server.ts'
import { channelsOf, mailOnly } from '../messaging/index.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import type { PlanId } from '../platform/ids.ts'
import { callForAHand } from './hand.server.ts'
import { loadMessages } from './messages.server.ts'
import { nobodyReached } from './newestMessage.ts'
import { type PlanState, stageOf } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import type { WaveOffer } from './waves.ts'

/** Nobody of the newest wave has got a message: whoever has the activation hears it every way, for one may still work. */
export async function callIfNobodyReached(tx: Tx, planId: PlanId): Promise<void> {
  const plan = (await loadPlans(tx, { planId }))[0]
  if (plan !== undefined && (await isCutOff(tx, plan))) await callForAHand(tx, plan, 'not_reached')
}

export async function isCutOff(reader: Reader, plan: PlanState): Promise<boolean> {
  return stageOf(plan) === 'filling' && nobodyReached(plan, await loadMessages(reader, [plan]), reader.now)
}

/** Whether another wave would be no help: nobody of the last one was reached, and this one has no other way than that one. */
export async function goesNowhere(
  reader: Reader,
  plan: PlanState,
  wave: readonly WaveOffer[],
): Promise<boolean> {
  const messages = await loadMessages(reader, [plan])
  if (!nobodyReached(plan, messages, reader.now)) return false
  const tried = new Set([...messages.values()].flatMap(({ ways }) => ways.map(({ channel }) => channel)))
  const reach = await loadReach(
    reader,
    wave.map((offer) => offer.memberId),
  )
  return wave.every(({ memberId }) =>
    channelsOf(reach.get(memberId) ?? mailOnly).every((channel) => tried.has(channel)),
  )
}
