import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { memberWords } from './memberWords.ts'
import { onCallWords } from './onCallWords.ts'
import type { RosterCode } from './problems.ts'
import { ownProblemWords, problemWords } from './words.ts'

type Messages = Readonly<Record<RosterCode, string>>
type Fault = { readonly field?: string | null; readonly code: RosterCode }

/** Mistakes of a member's forms, each with the name of its field where several could be meant. */
export function memberFaults(faults: readonly Fault[], lang: Language): FieldError[] {
  const labels = memberWords[lang]
  return faults.map((fault) =>
    said(fault, fault.field?.endsWith('Ground') ? labels.ground : at(labels, fault), problemWords[lang]),
  )
}

/** The same of the duty page, whose three forms have fields of one name: each carries its form's. */
export function onCallFaults(kind: string, faults: readonly Fault[], lang: Language): FieldError[] {
  return inForm(kind, faults, problemWords[lang], lang)
}

/** The same said to members about their own time. */
export function ownFaults(kind: string, faults: readonly Fault[], lang: Language): FieldError[] {
  return inForm(kind, faults, { ...problemWords[lang], ...ownProblemWords[lang] }, lang)
}

function inForm(kind: string, faults: readonly Fault[], messages: Messages, lang: Language): FieldError[] {
  const words = onCallWords[lang]
  const labels = { ...words, from: words.fromClock, to: words.toClock }
  return faults.map((fault) => {
    const one = said(fault, at(labels, fault), messages)
    return one.field === null ? one : { ...one, field: `${kind}_${one.field}` }
  })
}

function said({ field = null, code }: Fault, label: string | undefined, messages: Messages): FieldError {
  const message = messages[code]
  return label === undefined ? { field, message } : { field, label, message }
}

function at(labels: Readonly<Record<string, unknown>>, { field }: Fault): string | undefined {
  const label = field == null ? undefined : labels[field]
  return typeof label === 'string' ? label : undefined
}
