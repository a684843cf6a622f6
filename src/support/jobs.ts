import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()

/** A peer lost their keys and made others: one mail to one other peer, or to themselves. It is about cards and keys, and about no conversation. */
export const tellNewKeys = job(
  'support.tellNewKeys',
  z.object({ regionId: id, memberId: id, toId: id, keyNumber: z.number().int() }),
)
