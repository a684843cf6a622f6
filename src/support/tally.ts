import { type Discipline, disciplines } from '../region/index.ts'

/** What is counted of a contact, each by itself. Codes and no words: nothing in them can point at anybody. */
export const tallyCodes = {
  discipline: disciplines,
  mode: ['phone', 'in_person', 'conversation', 'message'],
  duration: ['under_15', 'under_30', 'under_60', 'longer'],
  topic: ['a_call', 'work', 'family', 'health', 'drinking', 'loss', 'something_else'],
  referral: ['none', 'professional', 'chaplain', 'program', 'crisis_line'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type TallyKind = keyof typeof tallyCodes
export const tallyKinds = Object.keys(tallyCodes) as TallyKind[]

/** What a peer ticked; whatever they leave out is not counted. */
export type Tally = {
  readonly discipline?: Discipline
  readonly mode?: (typeof tallyCodes)['mode'][number]
  readonly duration?: (typeof tallyCodes)['duration'][number]
  readonly topic?: (typeof tallyCodes)['topic'][number]
  readonly referral?: (typeof tallyCodes)['referral'][number]
}

/** Of a form's fields, those that are codes. */
export function readTally(typed: Readonly<Record<string, string>>): Tally {
  return Object.fromEntries(
    tallyKinds.flatMap((kind) => {
      const code = (tallyCodes[kind] as readonly string[]).find((one) => one === typed[kind])
      return code === undefined ? [] : [[kind, code]]
    }),
  )
}
