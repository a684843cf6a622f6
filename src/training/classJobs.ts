import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()
const aboutClass = { regionId: id, classId: id, accountId: id }

/** A class begins in two days: whoever has a seat in it is reminded. */
export const classNears = job('training.classNears', z.object({ regionId: id, classId: id }))
/** One reminder, to one person. */
export const remindOfClass = job('training.remindOfClass', z.object(aboutClass))
/** Somebody moved up from the waiting list, at that moment (milliseconds). */
export const tellSeated = job('training.tellSeated', z.object({ ...aboutClass, at: z.number().int() }))
/** A class was cancelled: one message to one person. */
export const tellCancelled = job('training.tellCancelled', z.object(aboutClass))
