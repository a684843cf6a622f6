import type { Words } from '../ui/language.ts'
import type { EnrolmentHow, EnrolmentState, EntryMode } from './enrolment.ts'
import type { CodeState } from './entry.ts'
import type { LearnerLine } from './keepView.ts'

export const entryWords: Words<EntryMode> = {
  en: { open: 'Open to whoever wants to', approval: 'A coordinator says yes or no', closed: 'Closed' },
  es: { open: 'Abierto a quien quiera', approval: 'Una coordinación acepta o no', closed: 'Cerrado' },
}
export const entryLines: Words<EntryMode> = {
  en: {
    open: 'Anybody with an address of their own begins at once.',
    approval:
      'Whoever comes by themselves waits for it, and so does whoever has not taken what comes before, however they come. Others with a code, a seat or a list begin at once.',
    closed: 'With a code, on a seat of an agency, or from a list.',
  },
  es: {
    open: 'Cualquiera con una dirección propia empieza enseguida.',
    approval:
      'Quien viene por su cuenta lo espera, y también quien no hizo lo que va antes, venga como venga. Los demás, con código, plaza o lista, empiezan enseguida.',
    closed: 'Con un código, en una plaza de una agencia o desde una lista.',
  },
}
export const codeStateWords: Words<CodeState> = {
  en: { open: 'lets people in', used: 'used up', over: 'its last day is over', ended: 'ended' },
  es: { open: 'deja entrar', used: 'agotado', over: 'su último día pasó', ended: 'anulado' },
}
export const howWords: Words<EnrolmentHow> = {
  en: { alone: 'by themselves', seat: 'on an agency’s seat', code: 'with a code', list: 'from a list' },
  es: {
    alone: 'por su cuenta',
    seat: 'en una plaza de agencia',
    code: 'con un código',
    list: 'de una lista',
  },
}
export const stateWords: Words<EnrolmentState> = {
  en: {
    asked: 'waits for a yes',
    declined: 'not accepted',
    open: 'learning',
    left: 'left',
    expired: 'time ran out',
    finished: 'finished',
  },
  es: {
    asked: 'espera un sí',
    declined: 'no se aceptó',
    open: 'aprende',
    left: 'lo dejó',
    expired: 'se acabó el plazo',
    finished: 'terminó',
  },
}
export const testWords: Words<LearnerLine['test']> = {
  en: { none: 'not taken', not_passed: 'not passed yet', passed: 'passed' },
  es: { none: 'sin hacer', not_passed: 'aún sin aprobar', passed: 'aprobado' },
}
