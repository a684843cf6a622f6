import type { Phrases } from '../ui/language.ts'
import type { TallyKind } from './tally.ts'

const en = {
  title: 'Tallies',
  lead: 'What peers counted of their contacts in the last twelve months that are over. Nothing kept here says who, and numbers that could point at somebody are hidden.',
  contacts: 'Contacts',
  notices: 'Limits shown',
  noticesNote: 'before somebody wrote to a peer',
  kind: {
    discipline: 'They serve in',
    mode: 'They talked',
    duration: 'It took',
    topic: 'It was about',
    referral: 'The peer referred',
  } as Record<TallyKind, string>,
  earlier: 'Earlier months',
  summary: (month: string, contacts: string) => `${month}: ${contacts} contacts`,
  hidden: 'not shown',
  closed: (least: string) => `Fewer than ${least} contacts, so no number is shown.`,
  closedEach: (least: string) => `Fewer than ${least} contacts in each, so no number is shown.`,
  otherLeast: (least: string) => `In this month counts of ${least} and more are shown.`,
  none: 'No month is over yet',
  noneLead: 'The first one stands here when its last day has been counted.',
  whyTitle: 'Why a dash',
  why: (least: string) => [
    `The count is less than ${least}, and could point at somebody. Zeros are hidden as well: otherwise every dash would say that there was somebody.`,
    'Or the count is larger, and would give a smaller one away to whoever subtracts it.',
    `A month with fewer than ${least} contacts shows no number at all.`,
  ],
  sums: 'Peers leave out what they like, so a table may add up to less than the contacts. The limits are counted apart from the contacts: who was shown them may never have been counted, and the other way round.',
  whoTitle: 'Who sees this',
  who: 'The clinical director, and nobody else of the team. Whoever holds the server’s disk can read the counters.',
  policy: (least: string) =>
    `The region’s policy says which counts are shown: ${least} and more. Each month goes by what stood there when it ended.`,
  policyLink: 'Policy',
}

const es: typeof en = {
  title: 'Recuentos',
  lead: 'Lo que los pares contaron de sus contactos en los últimos doce meses terminados. Nada de lo que se guarda aquí dice quién, y se ocultan los números que podrían señalar a alguien.',
  contacts: 'Contactos',
  notices: 'Límites mostrados',
  noticesNote: 'antes de que alguien escribiera a un par',
  kind: {
    discipline: 'Sirven en',
    mode: 'Hablaron',
    duration: 'Duró',
    topic: 'Trató de',
    referral: 'El par derivó',
  },
  earlier: 'Meses anteriores',
  summary: (month, contacts) => `${month}: ${contacts} contactos`,
  hidden: 'no se muestra',
  closed: (least) => `Menos de ${least} contactos; por eso no se muestra ningún número.`,
  closedEach: (least) => `Menos de ${least} contactos en cada uno; por eso no se muestra ningún número.`,
  otherLeast: (least) => `En este mes se muestran los recuentos desde ${least}.`,
  none: 'Todavía no ha terminado ningún mes',
  noneLead: 'El primero aparecerá aquí cuando se haya contado su último día.',
  whyTitle: 'Por qué hay un guion',
  why: (least) => [
    `El recuento es menor que ${least} y podría señalar a alguien. También se ocultan los ceros: si no, cada guion diría que hubo alguien.`,
    'O el recuento es mayor, y restándolo se averiguaría uno menor.',
    `Un mes con menos de ${least} contactos no muestra ningún número.`,
  ],
  sums: 'Los pares dejan fuera lo que quieren, así que una tabla puede sumar menos que los contactos. Los límites se cuentan aparte: quien los vio quizá nunca se contó como contacto, y al revés.',
  whoTitle: 'Quién ve esto',
  who: 'La dirección clínica, y nadie más del equipo. Quien tiene el disco del servidor puede leer los contadores.',
  policy: (least) =>
    `Las normas de la región dicen qué recuentos se muestran: desde ${least}. Cada mes va según lo que valía al terminar.`,
  policyLink: 'Normas',
}

export const talliesWords: Phrases<typeof en> = { en, es }
