import { z } from 'zod'
import { type DoorAnswer, idField, type MachineDoor } from '../platform/machineDoor.ts'

const provider = z.string().min(1).max(40)
const word = z
  .string()
  .regex(/^[\w-]*$/)
  .max(40)
const speech: DoorAnswer = { says: 'What the call or text answers', bodies: { 'text/xml': null } }

/** What a phone company's request may be answered with, beside what it asked for. */
export const hookAnswers = {
  400: { says: 'Signed, and not of this shape' },
  403: { says: 'Not signed by the company this address names' },
  413: { says: 'More than 64 KiB' },
} as const satisfies Readonly<Record<number, DoorAnswer>>
export const spokenAnswers = { 200: speech, ...hookAnswers }

// Companies send dozens of fields and add new ones: what stands here is what is read.
export const receiptFields = z.looseObject({ MessageStatus: word.optional(), CallStatus: word.optional() })
export const receiptQuery = z.object({
  region: idField,
  /** As we made it: a job's name and ids. */
  key: z
    .string()
    .regex(/^[\w.:-]+$/)
    .max(300),
  attempt: z.coerce.number().int().min(0).max(32_767),
})
export const textFields = z.looseObject({
  // A number, or what a company calls itself: no sign that shows nothing, which no database takes.
  From: z
    .string()
    .max(40)
    .regex(/^\P{C}*$/u),
  // As long as a text of ten segments gets.
  Body: z.string().max(1600).optional(),
  MessageSid: word.min(1),
})
export const keyFields = z.looseObject({ Digits: z.string().max(40).optional() })
export const proofParams = z.object({ provider, region: idField, proof: idField })
export const anyFields = z.looseObject({})

/** The address of a call about one thing, and how far it got. */
export const callParams = <Step extends string>(steps: readonly [Step, ...Step[]]) => ({
  provider,
  step: z.enum(steps),
})

/** What phone companies send to this module. */
export const messagingDoors: readonly MachineDoor[] = [
  {
    key: 'POST /hooks/:provider/receipts',
    host: 'public',
    name: 'receipt',
    summary: 'What became of a text or a call',
    proof: 'signature',
    params: z.object({ provider }),
    query: receiptQuery,
    form: receiptFields,
    answers: { 204: { says: 'Noted, or known, or of nothing we sent' }, ...hookAnswers },
  },
  {
    key: 'POST /hooks/:provider/texts',
    host: 'public',
    name: 'text',
    summary: 'A text somebody sent to our number',
    proof: 'signature',
    params: z.object({ provider }),
    form: textFields,
    answers: spokenAnswers,
  },
  {
    key: 'POST /hooks/:provider/codes/:region/:proof',
    host: 'public',
    name: 'codeCall',
    summary: 'The script of a call that brings a code',
    proof: 'signature',
    params: proofParams,
    form: anyFields,
    answers: { ...spokenAnswers, 404: { says: 'No such address' } },
  },
]
