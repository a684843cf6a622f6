import { loadReach } from '../messaging/index.server.ts'
import { channelsOf, mailOnly } from '../messaging/index.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import type { OfferId, PlanId } from '../platform/ids.ts'
import { callForAHand } from './hand.server.ts'
import { loadMessages } from './messages.server.ts'
import { type Messages, nobodyReached, notReached } from './newestMessage.ts'
import { mayStillBeAsked } from './otherOffers.server.ts'
import { type PlanState, stageOf } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import type { WaveOffer } from './waves.ts'

/** Nobody of the newest wave has got a message: whoever has the activation hears it every way, for one may still work. */
export async function callIfNobodyReached(tx: Tx, planId: PlanId): Promise<void> {
  const plan = (await loadPlans(tx, { planId }))[0]
  if (plan !== undefined && (await isCutOff(tx, plan))) await callForAHand(tx, plan, 'not_reached')
}

export async function isCutOff(reader: Reader, plan: PlanState): Promise<boolean> {
  if (stageOf(plan) !== 'filling') return false
  return await reachedNobody(reader, plan, await loadMessages(reader, [plan]))
}

/** Whose message was kept back, because they may not be asked any more, was not missed by an outage: they don't count. */
async function reachedNobody(reader: Reader, plan: PlanState, messages: Messages): Promise<boolean> {
  if (!nobodyReached(plan, messages, reader.now)) return false
  const keptBack = new Set<OfferId>()
  for (const { id, wave } of notReached(plan, messages, reader.now))
    if (wave === plan.waves.at(-1)?.number && messages.get(id)?.ways.length === 0)
      if (!(await mayStillBeAsked(reader, id))) keptBack.add(id)
  const offers = plan.offers.filter((offer) => !keptBack.has(offer.id))
  return nobodyReached({ ...plan, offers }, messages, reader.now)
}

/** Whether another wave would be no help: nobody of the last one was reached, and this one has no other way than that one. */
export async function goesNowhere(
  reader: Reader,
  plan: PlanState,
  wave: readonly WaveOffer[],
): Promise<boolean> {
  const messages = await loadMessages(reader, [plan])
  if (!(await reachedNobody(reader, plan, messages))) return false
  const tried = new Set([...messages.values()].flatMap(({ ways }) => ways.map(({ channel }) => channel)))
  const reach = await loadReach(
    reader,
    wave.map((offer) => offer.memberId),
  )
  return wave.every(({ memberId }) =>
    channelsOf(reach.get(memberId) ?? mailOnly).every((channel) => tried.has(channel)),
  )
}
