import { isPhone } from '../platform/phone.ts'
import { hasUnseen } from '../platform/unseen.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { type NewReferral, referralCosts, referralKinds, referralLanguages } from './referral.ts'
import { referralWords } from './referralWords.ts'

type Fields = Readonly<Record<string, string>>

/** A listing as typed; null with what is wrong. */
export function readReferral(
  typed: Fields,
  lang: Language,
): { readonly given: NewReferral | null; readonly errors: readonly FieldError[] } {
  const say = referralWords[lang]
  const errors: FieldError[] = []
  const text = (field: string, most: number, message: string): string => {
    const value = typed[field] ?? ''
    if (value === '' || value.length > most || hasUnseen(value)) errors.push({ field, message })
    return value
  }
  const name = text('name', 120, say.errorName)
  const kind = referralKinds.find((one) => one === typed.type)
  if (kind === undefined) errors.push({ field: 'type', label: say.kind, message: say.errorChoose })
  const town = text('town', 80, say.errorTown)
  const phone = typed.phone ?? ''
  if (!isPhone(phone)) errors.push({ field: 'phone', message: say.errorPhone })
  const cost = referralCosts.find((one) => one === typed.cost)
  if (cost === undefined) errors.push({ field: 'cost', label: say.cost, message: say.errorChoose })
  const languages = referralLanguages.filter((code) => typed[`language_${code}`] !== undefined)
  if (languages.length === 0) errors.push({ field: 'language_en', message: say.errorLanguages })
  if (errors.length > 0) return { given: null, errors }
  const flags = { telehealth: typed.telehealth !== undefined, knowsResponders: typed.knows !== undefined }
  return { given: { name, kind: kind!, town, phone, cost: cost!, languages, ...flags }, errors }
}

/** The fields of a listing as a form has them. */
export function fieldsOf(listing: NewReferral): Fields {
  const { name, kind, town, phone, cost, languages, telehealth, knowsResponders } = listing
  return {
    ...{ name, type: kind, town, phone, cost },
    ...(telehealth ? { telehealth: 'yes' } : {}),
    ...(knowsResponders ? { knows: 'yes' } : {}),
    ...Object.fromEntries(languages.map((code) => [`language_${code}`, 'yes'])),
  }
}
