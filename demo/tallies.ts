import { z } from 'zod'
import { tallyCodes } from '../src/support/index.server.ts'

const count = z.number().int().positive()
const cells = <Code extends string>(codes: readonly Code[]) => z.partialRecord(z.enum(codes), count)

/** How a `tallies.json` reads: counters of months before the one of loading, invented; what is left out counts zero. */
export const tallyFile = z.array(
  z.strictObject({
    monthsAgo: z.number().int().min(1),
    contacts: count,
    notices: count,
    kinds: z.strictObject({
      discipline: cells(tallyCodes.discipline),
      mode: cells(tallyCodes.mode),
      duration: cells(tallyCodes.duration),
      topic: cells(tallyCodes.topic),
      referral: cells(tallyCodes.referral),
    }),
  }),
)
export type TallyFile = z.infer<typeof tallyFile>
