import { incidentWords } from '../incident/index.ts'
import type { Language } from '../ui/language.ts'
import { bookedAs } from './booking.ts'
import { bookingKindWords } from './bookingWords.ts'
import type { PlanState } from './planState.ts'

/** "CISD", or what was booked: what a plan is called in tables and headings. */
export function planName(plan: Pick<PlanState, 'type' | 'theme'>, lang: Language): string {
  const kind = bookedAs(plan)
  return kind === null ? incidentWords[lang].typeShort[plan.type] : bookingKindWords[lang][kind]
}
