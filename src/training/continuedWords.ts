import type { Phrases } from '../ui/language.ts'
import type { ContinuedKind } from './ledger.ts'

type Kinds = Readonly<Record<ContinuedKind, string>>

const en = {
  title: 'Continued training',
  lead: 'What you do, year by year, to stay good at it.',
  notBegun: 'It begins with your first certificate, or when you join the team.',
  way: 'See your way to duty',
  counts: (day: string) =>
    `It counts from ${day}, the day after your first certificate or after you joined the team: that day itself belongs to what you learned for it. Minutes in classes count by themselves. What you enter counts once a coordinator has looked at it.`,
  asked: (training: string) =>
    `Asked of each year: ${training} of training. Source: the region’s policy. It is an aim: no certificate and no call-out waits for it.`,
  askedBoth: (training: string, job: string) =>
    `Asked of each year: ${training} of training, and ${job} on the job or in meetings. A certificate that is renewed waits for what the text below asks; no call-out does.`,
  text: (says: string, source: string, day: string) => `${says} (${source}, read ${day})`,
  years: 'Year by year',
  year: 'Year',
  span: (from: string, to: string) => `${from} to ${to}`,
  state: 'State',
  enough: 'Enough',
  short: 'Not enough',
  open: 'Still open',
  kinds: { training: 'Training', on_the_job: 'On the job', meeting: 'Meetings' } satisfies Kinds as Kinds,
  classes: 'Classes that count by themselves',
  entries: 'What you entered',
  waiting: 'Not counted yet',
  waitingLead: 'A coordinator has not looked at these.',
  refused: 'Not accepted',
  counted: 'Counts',
  none: 'Nothing yet.',
  what: 'What it was',
  whatHint: 'A course, a drill, a team meeting. Nothing about a session or about anybody in it.',
  kind: 'Kind',
  minutes: 'Minutes',
  doneOn: 'Day',
  evidenceKept: 'Where the evidence is kept',
  name: 'Your name, as it should stand on a certificate',
  add: 'Add what you did',
  enter: 'Add it',

  toCheck: 'Continued training to look at',
  toCheckLead: 'Look at the evidence where it is kept. What you have seen counts from then on.',
  toCheckNone: 'Nothing waits.',
  seenDo: 'I have seen it',
  refuseDo: 'Do not accept it',
  own: 'Yours: somebody else looks at it.',
  of: (what: string, who: string) => `${what}, ${who}`,
}

const es: typeof en = {
  title: 'Formación continua',
  lead: 'Lo que hace, año tras año, para seguir haciéndolo bien.',
  notBegun: 'Empieza con su primer certificado, o cuando entra en el equipo.',
  way: 'Ver su camino a la guardia',
  counts: (day) =>
    `Cuenta desde el ${day}, el día después de su primer certificado o de entrar en el equipo: ese mismo día pertenece a lo que aprendió para ello. Los minutos en clases cuentan solos. Lo que anota cuenta cuando alguien de la coordinación lo ha mirado.`,
  asked: (training) =>
    `Se pide cada año: ${training} de formación. Fuente: las reglas de la región. Es una meta: ningún certificado ni ninguna convocatoria la espera.`,
  askedBoth: (training, job) =>
    `Se pide cada año: ${training} de formación, y ${job} en el trabajo o en reuniones. Un certificado que se renueva espera por lo que pide el texto de abajo; ninguna convocatoria lo hace.`,
  text: (says, source, day) => `${says} (${source}, leído el ${day})`,
  years: 'Año por año',
  year: 'Año',
  span: (from, to) => `del ${from} al ${to}`,
  state: 'Estado',
  enough: 'Suficiente',
  short: 'No alcanza',
  open: 'Todavía pendiente',
  kinds: { training: 'Formación', on_the_job: 'En el trabajo', meeting: 'Reuniones' },
  classes: 'Clases que cuentan solas',
  entries: 'Lo que anotó',
  waiting: 'Todavía no cuenta',
  waitingLead: 'La coordinación no lo ha mirado todavía.',
  refused: 'No se aceptó',
  counted: 'Cuenta',
  none: 'Todavía nada.',
  what: 'Qué fue',
  whatHint:
    'Un curso, un ejercicio, una reunión del equipo. Nada sobre una sesión ni sobre nadie que estuvo en ella.',
  kind: 'Tipo',
  minutes: 'Minutos',
  doneOn: 'Día',
  evidenceKept: 'Dónde se guarda la prueba',
  name: 'Su nombre, como debe figurar en un certificado',
  add: 'Añadir lo que hizo',
  enter: 'Añadirlo',

  toCheck: 'Formación continua por mirar',
  toCheckLead: 'Mire la prueba donde se guarda. Lo que haya visto cuenta desde entonces.',
  toCheckNone: 'No espera nada.',
  seenDo: 'Lo he visto',
  refuseDo: 'No aceptarlo',
  own: 'Es suyo: lo mira otra persona.',
  of: (what, who) => `${what}, ${who}`,
}

/** Continued training: to whoever does it, and to whoever looks at it. */
export const continuedWords: Phrases<typeof en> = { en, es }
