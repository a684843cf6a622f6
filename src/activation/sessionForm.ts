import { hasUnseen } from '../platform/unseen.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { planWords } from './planWords.ts'

/** When and where, as an approval and a move ask it. */
export function sessionErrors(
  lang: Language,
  startsAt: Temporal.Instant | null,
  place: string,
): FieldError[] {
  const say = planWords[lang]
  const errors: FieldError[] = []
  if (startsAt === null) errors.push({ field: 'startsAt', message: say.errorStartsAt })
  if (place === '' || place.length > 80 || hasUnseen(place))
    errors.push({ field: 'place', message: say.errorPlace })
  return errors
}
