import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()

/** Somebody asks for a stand-in: one message to one member, or to one coordinator's account. */
export const askToStandIn = job(
  'roster.askToStandIn',
  z.object({ regionId: id, requestId: id, personId: id }),
)
/** A shift was taken over: one message to whose it was. */
export const tellShiftTaken = job('roster.tellShiftTaken', z.object({ regionId: id, requestId: id }))
/** Somebody wants to see a notification arrive on their own devices, until then (milliseconds; none in older jobs). */
export const sendTest = job(
  'roster.sendTest',
  z.object({ regionId: id, personId: id, testId: id, until: z.number().int().optional() }),
)
/** A coordinator's duty begins: the sheet for the time without us. */
export const shiftBegins = job('roster.shiftBegins', z.object({ regionId: id, shiftId: id }))
/** A drill may be due. */
export const startDrill = job('roster.startDrill', z.object({ regionId: id }))
/** One message of a drill, to one person, one way. */
export const sendDrill = job('roster.sendDrill', z.object({ regionId: id, lineId: id }))
/** Notes of one's own load are ninety days old; whose, the job does not know. */
export const deleteOldLoad = job('roster.deleteOldLoad', z.object({ regionId: id }))
/** A hand-over note is a fortnight old. */
export const deleteHandOver = job('roster.deleteHandOver', z.object({ regionId: id }))
