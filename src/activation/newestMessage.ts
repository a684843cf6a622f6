import type { Channel, Fate } from '../messaging/index.ts'
import type { OfferId } from '../platform/ids.ts'
import { type OfferState, type PlanState, pendingOffers } from './planState.ts'

export type Way = { readonly channel: Channel; readonly fate: Fate }

/** The newest message that matters to somebody: asked, on the team, another time or place, not needed any more. */
export type Newest = {
  readonly kind: 'offer' | 'seated' | 'moved' | 'stand_down'
  /** Each way of it is delivered under a key that begins so. */
  readonly key: string
  /** When it ought to have gone out. */
  readonly at: Temporal.Instant
}
export type Message = Newest & { readonly ways: readonly Way[] }
export type Messages = ReadonlyMap<OfferId, Message>

/** A message leaves within seconds; one that nobody has taken after this long is stuck (assumed). */
export const leavesWithin = { minutes: 2 }

const after = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0

/**
 * Null where they know by themselves: they answered on the page or by text and were told on the spot, or stepped back.
 * `stoodDown`: when this offer was.
 */
export function newestMessage(
  plan: PlanState,
  offer: OfferState,
  stoodDown: Temporal.Instant | null,
): Newest | null {
  const { id, answer } = offer
  if (stoodDown !== null) {
    if (answer !== null && !after(stoodDown, answer.at)) return null
    return { kind: 'stand_down', key: `stand-down.${id}`, at: stoodDown }
  }
  const taken = plan.seats.find((seat) => seat.taken?.offerId === id)?.taken
  const moved = plan.moves.at(-1)
  // Whoever is only asked reads time and place where they answer.
  if (moved !== undefined && taken && after(moved.at, taken.at))
    return { kind: 'moved', key: `moved.${id}.${plan.moves.length}`, at: moved.at }
  if (taken && answer !== null) {
    const later = after(taken.at, answer.at)
    const onThePhone = answer.way === 'call' || answer.way === 'coordinator'
    if (!later && (!onThePhone || answer.code === 'if_released')) return null
    return { kind: 'seated', key: `seated.${id}`, at: taken.at }
  }
  return answer === null ? { kind: 'offer', key: `offer.${id}`, at: offer.madeAt } : null
}

/** The next system answers for it, or it is there already. */
export function isTaken({ ways }: Pick<Message, 'ways'>): boolean {
  return ways.some(({ fate }) => fate === 'taken' || fate === 'delivered')
}

function isStuck(message: Message | undefined, now: Temporal.Instant): message is Message {
  return message !== undefined && !isTaken(message) && !after(message.at.add(leavesWithin), now)
}

/** Asked, silent, and no message of ours has reached them: only a telephone does. */
export function notReached(plan: PlanState, asked: Messages, now: Temporal.Instant): readonly OfferState[] {
  return plan.end === null ? pendingOffers(plan).filter((offer) => isStuck(asked.get(offer.id), now)) : []
}

/**
 * Said yes, and does not know what became of it: on the team, moved, or stood down. Until the session would be over; then
 * nobody can go to it in error.
 */
export function notTold(plan: PlanState, newest: Messages, now: Temporal.Instant): readonly OfferState[] {
  if (plan.approval === null || !after(plan.approval.endsAt, now)) return []
  return plan.offers.filter(
    ({ id, answer }) => answer !== null && answer.code !== 'not_this_time' && isStuck(newest.get(id), now),
  )
}

/** Nobody whom the newest wave asked has got a message: the next one would go the same way. */
export function nobodyReached(plan: PlanState, asked: Messages, now: Temporal.Instant): boolean {
  const wave = plan.offers.filter((offer) => offer.wave === plan.waves.at(-1)?.number)
  const stuck = new Set(notReached(plan, asked, now).map((offer) => offer.id))
  return wave.length > 0 && wave.every((offer) => stuck.has(offer.id))
}
