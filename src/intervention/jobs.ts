import { z } from 'zod'
import { job } from '../platform/jobs.ts'

/** A follow-up is due: one message to whoever owns it. */
export const remindFollowUp = job(
  'intervention.remindFollowUp',
  z.object({ regionId: z.uuid(), followUpId: z.uuid() }),
)
