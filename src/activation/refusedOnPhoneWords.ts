import type { Language, Words } from '../ui/language.ts'
import { messageWords } from './messageWords.ts'
import type { ActivationCode } from './problems.ts'

type Heard = 'bound' | 'notNeeded' | 'somebodyElse' | 'aside' | 'unable'

const heardWords: Words<Heard> = {
  en: {
    bound:
      'You are bound elsewhere at that time. Nothing was changed. Step back there first, or tell a coordinator.',
    notNeeded: 'You are not needed this time. Thank you for being ready.',
    somebodyElse: 'Somebody else has it already. Thank you.',
    aside: 'You stood aside from this one. Another coordinator goes on with it. Thank you.',
    unable: 'This can’t be answered on the phone. Nothing was changed. Please open your message.',
  },
  es: {
    bound:
      'A esa hora tiene otro compromiso. Nada cambia. Retírese primero de aquel, o avise a la coordinación.',
    notNeeded: 'Esta vez no hace falta. Gracias por estar a disposición.',
    somebodyElse: 'Otra persona ya la tiene. Gracias.',
    aside: 'Usted se hizo a un lado en esta. La sigue otra persona de la coordinación. Gracias.',
    unable: 'Esto no se puede responder por teléfono. Nada cambia. Abra su mensaje, por favor.',
  },
}

const heardFor: Partial<Record<ActivationCode, Heard>> = {
  bound_elsewhere: 'bound',
  stood_down: 'notNeeded',
  ended_already: 'notNeeded',
  session_begun: 'notNeeded',
  taken_already: 'somebodyElse',
  stood_aside: 'aside',
}

/** What somebody hears whose pressed key changed nothing. */
export function refusedOnPhone(code: ActivationCode, lang: Language): string {
  if (code === 'seat_taken') return messageWords[lang].callFilled
  if (code === 'hour_passed') return messageWords[lang].callHour
  if (code === 'answered_already' || code === 'unknown_offer') return messageWords[lang].callOver
  return heardWords[lang][heardFor[code] ?? 'unable']
}
