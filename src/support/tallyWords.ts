import { type Discipline, disciplineWords } from '../region/index.ts'
import type { Language, Phrases, Words } from '../ui/language.ts'
import type { TallyKind, tallyCodes } from './tally.ts'

type Code = (typeof tallyCodes)[Exclude<TallyKind, 'discipline'>][number]

const tallyCodeWords: Words<Code> = {
  en: {
    phone: 'by phone',
    in_person: 'face to face',
    conversation: 'in a sealed conversation',
    message: 'by other messages',
    under_15: 'under 15 minutes',
    under_30: '15 to 30 minutes',
    under_60: '30 to 60 minutes',
    longer: 'longer',
    a_call: 'a call',
    work: 'work',
    family: 'family',
    health: 'health',
    drinking: 'drinking or drugs',
    loss: 'a loss',
    something_else: 'something else',
    none: 'to nobody',
    professional: 'to a professional',
    chaplain: 'to a chaplain',
    program: 'to a program',
    crisis_line: 'to a crisis line',
  },
  es: {
    phone: 'por teléfono',
    in_person: 'en persona',
    conversation: 'en una conversación sellada',
    message: 'por otros mensajes',
    under_15: 'menos de 15 minutos',
    under_30: 'de 15 a 30 minutos',
    under_60: 'de 30 a 60 minutos',
    longer: 'más',
    a_call: 'una llamada',
    work: 'el trabajo',
    family: 'la familia',
    health: 'la salud',
    drinking: 'alcohol o drogas',
    loss: 'una pérdida',
    something_else: 'otra cosa',
    none: 'a nadie',
    professional: 'a un profesional',
    chaplain: 'a un capellán',
    program: 'a un programa',
    crisis_line: 'a una línea de crisis',
  },
}

const en = {
  title: 'Count a contact',
  lead: 'Ten seconds, for the team’s numbers. Leave out what you like.',
  truth:
    'Each answer is added to a counter of its own, by month. Nothing keeps them together; not that it was you, nor when, nor about whom.',
  kind: {
    discipline: 'They serve in',
    mode: 'You talked',
    duration: 'It took',
    topic: 'It was about',
    referral: 'You referred',
  } as Record<TallyKind, string>,
  unsaid: 'not said',
  count: 'Count it',
  counted: 'Counted. Thank you.',
}

const es: typeof en = {
  title: 'Contar un contacto',
  lead: 'Diez segundos, para los números del equipo. Deje fuera lo que quiera.',
  truth:
    'Cada respuesta se suma a su propio contador, por mes. Nada las une; ni que fue usted, ni cuándo, ni sobre quién.',
  kind: {
    discipline: 'Sirve en',
    mode: 'Hablaron',
    duration: 'Duró',
    topic: 'Trató de',
    referral: 'Usted derivó',
  },
  unsaid: 'sin decir',
  count: 'Contarlo',
  counted: 'Contado. Gracias.',
}

export const tallyWords: Phrases<typeof en> = { en, es }

/** What a code of a kind means: `family` is somebody's discipline, and something else as a topic. */
export function codeSaid(kind: TallyKind, code: string, lang: Language): string {
  return kind === 'discipline'
    ? disciplineWords[lang][code as Discipline]
    : tallyCodeWords[lang][code as Code]
}
