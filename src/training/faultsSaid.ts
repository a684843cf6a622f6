import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import type { TrainingCode } from './problems.ts'

export type Fault = { readonly code: TrainingCode; readonly field?: string | undefined }

/** What a page says of refusals: those that its forms can meet. */
export type FaultWords = Readonly<Record<Language, Readonly<Partial<Record<TrainingCode, string>>>>>

const otherwise: Readonly<Record<Language, string>> = {
  en: 'This did not go through: something changed meanwhile. Open the page again.',
  es: 'No se guardó: algo cambió mientras tanto. Abra la página de nuevo.',
}

/** What to do about each, at its field and with the name that the field has on the page. */
export function faultsSaid(
  words: FaultWords,
  faults: readonly Fault[],
  lang: Language,
  labelOf: (field: string) => string | undefined = () => undefined,
): FieldError[] {
  return faults.map(({ code, field }) => {
    const message = words[lang][code] ?? otherwise[lang]
    return field === undefined ? { field: null, message } : { field, label: labelOf(field), message }
  })
}
