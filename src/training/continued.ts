import type { AccountId } from '../platform/ids.ts'
import { type FormFault, type Typed, TypedForm } from '../platform/typedForm.ts'
import { type ContinuedKind, continuedKinds } from './ledger.ts'
import { limits } from './limits.ts'
import type { TrainingCode } from './problems.ts'

export const entryVerdicts = ['seen', 'not_accepted'] as const
export type EntryVerdict = (typeof entryVerdicts)[number]

export type ContinuedGiven = {
  /** Of the form: sent twice, it is one entry. */
  readonly id: string
  readonly kind: ContinuedKind
  readonly what: string
  readonly minutes: number
  readonly doneOn: Temporal.PlainDate
  readonly evidenceKept: string
  readonly name: string | null
}

/** What somebody did and entered; it counts once a person has looked at it. */
export type Entry = Omit<ContinuedGiven, 'name'> & {
  readonly accountId: AccountId
  readonly name: string
  readonly verdict: EntryVerdict | null
}

/** An entry as it was typed. */
export function readContinued(typed: Typed): {
  given: Omit<ContinuedGiven, 'id' | 'name'>
  faults: readonly FormFault<TrainingCode>[]
} {
  const form = new TypedForm<TrainingCode>(typed)
  const given = {
    kind: form.choice('kind', continuedKinds),
    what: form.line('what', limits.what),
    minutes: form.whole('minutes', limits.minutes, 'number_wrong'),
    doneOn: form.day('doneOn'),
    evidenceKept: form.line('evidenceKept', limits.evidenceKept),
  }
  return { given, faults: form.faults }
}
