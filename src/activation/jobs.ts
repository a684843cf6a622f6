import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()
const channel = z.enum(['mail', 'text', 'call', 'push'])

/** A request is not taken: ring whoever is next. */
export const ringAlert = job('activation.ring', z.object({ regionId: id, activationId: id }))
/** One message to one coordinator, one way. */
export const alertCoordinator = job(
  'activation.alert',
  z.object({ regionId: id, activationId: id, accountId: id, round: z.number().int(), channel }),
)
/** One mail to one coordinator: a booking waits. */
export const bookingWaits = job(
  'activation.booking',
  z.object({ regionId: id, activationId: id, accountId: id }),
)
/** One mail to one contact who wants to hear of it: their agency asked for something. */
export const agencyAsked = job(
  'activation.agencyAsked',
  z.object({ regionId: id, activationId: id, accountId: id }),
)
/** One offer to one member, one way. */
export const sendOffer = job('activation.offer', z.object({ regionId: id, offerId: id, channel }))
/** The seat is filled or the call-out ended: thanks, stay home. */
export const sendStandDown = job('activation.standDown', z.object({ regionId: id, offerId: id, channel }))
/** Somebody on call has not answered: telephone them. */
export const telephoneSilent = job('activation.telephone', z.object({ regionId: id, planId: id }))
/** Told by phone that they're on: where and when stands behind the link. */
export const sendSeated = job('activation.seated', z.object({ regionId: id, offerId: id, channel }))
/** Told that the session has another time or place, for the nth time. */
export const sendMoved = job(
  'activation.moved',
  z.object({ regionId: id, offerId: id, channel, number: z.number().int() }),
)
/** A wave went out: look whether anybody has got a message of it. */
export const lookWhoIsReached = job('activation.reached', z.object({ regionId: id, planId: id }))
/** Why nothing goes on by itself any more: nobody is left to ask, or was reached, or was there at the hour; the window closed. */
const handReasons = ['nobody_left', 'not_reached', 'hour_passed', 'window_closed'] as const
export type HandReason = (typeof handReasons)[number]
/** A team needs a hand: one message to one coordinator, one way; once for each reason and each move of the session. */
export const handNeeded = job(
  'activation.hand',
  z.object({
    regionId: id,
    planId: id,
    accountId: id,
    channel,
    reason: z.enum(handReasons),
    round: z.number().int(),
  }),
)
/** A session is near: whoever sees to its briefing handles this. */
export const sessionNears = job('activation.sessionNears', z.object({ regionId: id, planId: id }))
/** Look at one plan again: next wave, or close the window. */
export const advancePlan = job('activation.advance', z.object({ regionId: id, planId: id }))

/** A neighbouring team asks: every coordinator of this region hears of it. */
export const aidAsked = job('activation.aidAsked', z.object({ regionId: id, requestId: id }))
/** One message to one coordinator, asked or answered. */
export const aidAnswered = job(
  'activation.aidAnswered',
  z.object({ regionId: id, requestId: id, accountId: id }),
)
/** One message about a neighbour's request to one coordinator, one way. */
export const alertAid = job(
  'activation.aidAlert',
  z.object({ regionId: id, requestId: id, accountId: id, channel }),
)
/** The neighbour decided: whoever was offered comes, or may rest. */
export const settleAid = job('activation.aidSettle', z.object({ regionId: id, requestId: id }))
/** What it means for whoever was offered: one message, one way. */
export const sendGuest = job(
  'activation.guest',
  z.object({ regionId: id, requestId: id, memberId: id, comes: z.boolean(), channel }),
)
