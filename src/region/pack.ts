import { z } from 'zod'
import { disciplines } from './discipline.ts'

/** `unknown`: the text we read does not tell, so pages say so and nobody may lean on it. */
const told = z.enum(['yes', 'no', 'unknown'])
const both = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })
const said = z.union([both, z.literal('unknown')])

/** The pack of federal law, which stands beside a state's and in no state's place: `content/packs/federal.json`. */
export const federalPack = 'US'

const whole = z.number().int().positive()
const trainingRule = z.strictObject({
  /** Only peers of these disciplines; null: every peer. */
  for: z.array(z.enum(disciplines)).min(1).nullable(),
  source: z.string().min(1),
  read: z.string().min(1),
  readOn: z.iso.date(),
  hours: whole.nullable(),
  /** So many of them in a room. */
  inPersonHours: whole.nullable(),
  /** What is learned online must end in a test; every course of ours that certifies does. */
  onlineTested: z.boolean(),
  finishWithinMonths: whole.nullable(),
  passPercent: whole.max(100).nullable(),
  retestAfterDays: whole.nullable(),
  /** From the first test to the last. */
  testsWithinMonths: whole.nullable(),
  yearly: z.strictObject({ trainingHours: whole, onTheJobHours: whole }).nullable(),
  says: both,
})

/**
 * One state's law on peer support, as far as somebody read it: `content/packs/<state>.json`. Facts with their
 * source, never advice; what was not read stays `unknown`. A pack without `reviewed` was read by no counsel, and
 * pages that show it say so.
 */
const facts = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/),
  name: z.string().min(1),
  law: z.strictObject({
    citation: z.string().min(1),
    /** A bill protects nothing; `unknown`: we did not read whether it became law. */
    status: z.enum(['law', 'bill', 'unknown']),
    read: z.string().min(1),
    readOn: z.iso.date(),
  }),
  reviewed: z.strictObject({ on: z.iso.date(), counsel: z.string().trim().min(1) }).nullable(),
  supporter: z.strictObject({
    who: said,
    /** A peer is protected only with a certificate of one of these issuers; null: the text names none. */
    certifiedBy: z.array(z.string().min(1)).min(1).nullable(),
    /** A licensed mental health professional is covered by the same text. */
    licensedToo: told,
    /** The agency must have named the peer before the incident. */
    designatedBefore: told,
    trainedHours: z.number().int().positive().nullable(),
  }),
  covered: z.strictObject({
    who: said,
    /** The field's list, as far as the text names them; empty: what we read names none. */
    disciplines: z.array(z.enum(disciplines)),
    retired: told,
    /** Support between incidents, and not only after one. */
    betweenIncidents: told,
    /** Fellow participants of a group are bound too. */
    participants: told,
  }),
  /** What of it, and against whom. */
  protects: said,
  /** Protection fails when the peer was at the scene, a witness or a party. */
  failsForPeersAtScene: told,
  /** The person is owed a notice in writing before the first talk. */
  writtenNotice: told,
  exceptions: z.strictObject({
    complete: z.boolean(),
    /** The text makes the supporter tell; `no`: it only lets them. */
    mustTell: told,
    known: z.array(both),
  }),
  /** What a peer is shown beside a conversation about somebody in danger. Theirs to weigh; nothing acts by itself. */
  dutyToProtect: said,
  notes: z.array(both),
  /** Texts on the training of peers; none was read where it is empty. */
  training: z.array(trainingRule).default([]),
})
/** What one public text asks of the training of peers. A number it does not give is null, and policy alone decides. */
export type TrainingRule = z.infer<typeof trainingRule>
export type StatePack = z.infer<typeof facts>

const pack = facts.superRefine((read, context) => {
  const refuse = (path: (keyof StatePack | keyof StatePack['supporter'] | 'complete')[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  if (read.law.status === 'bill') {
    if (read.reviewed !== null) refuse(['reviewed'], 'a bill is no law that counsel could vouch for')
    if (read.supporter.certifiedBy !== null) refuse(['supporter', 'certifiedBy'], 'a bill gates nobody')
    if (read.supporter.designatedBefore === 'yes')
      refuse(['supporter', 'designatedBefore'], 'a bill gates nobody')
  }
  if (read.exceptions.complete && read.reviewed === null)
    refuse(['exceptions', 'complete'], 'only counsel can say that no exception is missing')
})

/** A pack's text. Throws with every place that is not as it should be. */
export function parsePack(text: string): StatePack {
  return pack.parse(JSON.parse(text))
}
