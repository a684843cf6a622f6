import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()

/** A request came in: one message to one coordinator. */
export const alertCoordinator = job(
  'activation.alert',
  z.object({ regionId: id, activationId: id, accountId: id }),
)
/** One offer to one member. */
export const sendOffer = job('activation.offer', z.object({ regionId: id, offerId: id }))
/** The seat is filled or the call-out ended: thanks, stay home. */
export const sendStandDown = job('activation.standDown', z.object({ regionId: id, offerId: id }))
/** Look at one plan again: next wave, or close the window. */
export const advancePlan = job('activation.advance', z.object({ regionId: id, planId: id }))

/** A neighbouring team asks: every coordinator of this region hears of it. */
export const aidAsked = job('activation.aidAsked', z.object({ regionId: id, requestId: id }))
/** One message to one coordinator, asked or answered. */
export const alertAid = job('activation.aidAlert', z.object({ regionId: id, requestId: id, accountId: id }))
/** The neighbour decided: whoever was offered comes, or may rest. */
export const settleAid = job('activation.aidSettle', z.object({ regionId: id, requestId: id }))
