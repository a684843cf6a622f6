import { z } from 'zod'
import { answerTimes, livedCodes } from '../src/support/index.server.ts'

/** What members of the fictional region show of themselves to whoever looks for a peer, and who of them can sign in. */
export const shownFile = z.array(
  z.object({
    key: z.string(),
    account: z.boolean(),
    agency: z.boolean(),
    lived: z.array(z.enum(livedCodes)),
    answers: z.array(z.enum(answerTimes)),
  }),
)
