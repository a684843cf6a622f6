import { z } from 'zod'
import { disciplines } from './discipline.ts'

/** `unknown`: the text we read does not tell, so pages say so and nobody may lean on it. */
const told = z.enum(['yes', 'no', 'unknown'])
const both = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

/**
 * One state's law on peer support, as far as somebody read it: `content/packs/<state>.json`. Facts with their
 * source, never advice; what was not read stays `unknown`. A pack without `reviewed` was read by no counsel, and
 * pages that show it say so.
 */
const pack = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/),
  name: z.string().min(1),
  law: z.strictObject({ citation: z.string().min(1), read: z.string().min(1), readOn: z.iso.date() }),
  reviewed: z.strictObject({ on: z.iso.date(), counsel: z.string().min(1) }).nullable(),
  supporter: z.strictObject({
    /** A peer is protected only with a certificate of one of these issuers; null: the text names none. */
    certifiedBy: z.array(z.string().min(1)).min(1).nullable(),
    /** A licensed mental health professional is covered by the same text. */
    licensedToo: told,
    /** The agency must have named the peer before the incident. */
    designatedBefore: told,
    trainedHours: z.number().int().positive().nullable(),
  }),
  covered: z.strictObject({
    disciplines: z.array(z.enum(disciplines)).min(1),
    retired: told,
    /** Support between incidents, and not only after one. */
    betweenIncidents: told,
    /** Fellow participants of a group are bound too. */
    participants: told,
  }),
  /** Protection fails when the peer was at the scene, a witness or a party. */
  failsForPeersAtScene: told,
  writtenNotice: told,
  exceptions: z.strictObject({ complete: z.boolean(), known: z.array(both) }),
  notes: z.array(both),
})
export type StatePack = z.infer<typeof pack>

/** A pack's text. Throws with every place that is not as it should be. */
export function parsePack(text: string): StatePack {
  return pack.parse(JSON.parse(text))
}
