import { z } from 'zod'
import { job } from '../platform/jobs.ts'

/** A text or call was taken, and nothing more was heard: ask the provider. */
export const askAfter = job(
  'messaging.askAfter',
  z.object({
    regionId: z.uuid(),
    key: z.string(),
    attempt: z.number().int(),
    round: z.number().int().min(1).max(3),
  }),
)
/** A message did not arrive. Whoever sent it knows what the key means, and handles this. */
export const undelivered = job('messaging.undelivered', z.object({ regionId: z.uuid(), key: z.string() }))
/** The code that proves a number: one text or one call. */
export const sendProof = job('messaging.proof', z.object({ regionId: z.uuid(), proofId: z.uuid() }))
