import type { Phrases, Words } from '../ui/language.ts'
import type { FollowUpKind } from './followUp.ts'

export const followUpKindWords: Words<FollowUpKind> = {
  en: {
    first: 'First call',
    week: 'After a week',
    month: 'After a month',
    anniversary: 'Anniversary',
    trial: 'Trial',
    inquest: 'Inquest',
    team_debrief: 'Team debrief, the same day',
    member_check: 'Check on a team member',
  },
  es: {
    first: 'Primera llamada',
    week: 'A la semana',
    month: 'Al mes',
    anniversary: 'Aniversario',
    trial: 'Juicio',
    inquest: 'Investigación judicial',
    team_debrief: 'Reunión del equipo, el mismo día',
    member_check: 'Llamada a un integrante',
  },
}

const en = {
  title: 'Follow-ups',
  mineTitle: 'My follow-ups',
  lead: 'Ring the agency’s contact about the unit as a whole. Never ask after a person, and write nothing down: a tick is all.',
  sayTitle: 'You might say',
  says: [
    'How is the crew doing as a whole?',
    'Is there anything the unit needs: a talk at roll call, something for families, one of us near by?',
    'Whoever wants to talk can ring this number; nobody has to say so to you.',
  ],
  teamTitle: 'For yourself',
  team: 'How heavy was it for you, from 1 to 5? Nobody asks. You can note it for yourself alone; nobody else can open it.',
  teamNote: 'Note it for yourself',
  what: 'What',
  about: 'For',
  due: 'Due',
  who: 'Who',
  step: 'Step',
  late: (at: string) => `late since ${at}`,
  lateYours: (at: string) => `late since ${at}, yours now`,
  leftTeam: (name: string) => `${name}, who left the team`,
  coordinator: 'the coordinator',
  director: 'the clinical director',
  doneAt: (at: string) => `Done ${at}`,
  done: 'Done',
  move: 'Put off to',
  moveDone: 'Put off',
  give: 'Give to somebody else',
  giveTo: 'To',
  giveHint: 'Somebody of this team who was in the room. Ask them first.',
  errorTo: 'Choose who takes it over.',
  none: 'Nothing is due',
  noneLead: 'After a session that was held its follow-ups stand here.',
  show: 'Show',
  shows: { open: 'Open', late: 'Late', all: 'All' } as Record<'open' | 'late' | 'all', string>,
  showDone: 'Show these',
  enterTitle: 'A day you heard of',
  kind: 'What',
  day: 'Day',
  enter: 'Add it',
  errorDay: 'Give a day.',
  errorKind: 'Choose what it is.',
  messageDue: {
    subject: 'Tailboard: something is due today',
    mail: (link: string) => `Something is due today.\n\nOpen it: ${link}\n`,
    text: 'Tailboard scheduling: something is due today. Open:',
  },
  messageLate: {
    subject: 'Tailboard: something is late',
    mail: (link: string, since: string) =>
      `Something is late since ${since}, and yours to see to now.\n\nOpen it: ${link}\n`,
    text: 'Tailboard scheduling: something is late, and yours to see to now. Open:',
  },
  openToday: (count: number) =>
    count === 1
      ? 'One follow-up waits for its day; none is late.'
      : `${count} follow-ups wait for their day; none is late.`,
  ring: (who: string) => `Ring ${who}`,
  lateToday: (count: number) => (count === 1 ? 'One follow-up is late.' : `${count} follow-ups are late.`),
  see: 'See them',
}

const es: typeof en = {
  title: 'Seguimientos',
  mineTitle: 'Mis seguimientos',
  lead: 'Llame al contacto de la agencia por la unidad como un todo. Nunca pregunte por una persona y no anote nada: basta una marca.',
  sayTitle: 'Puede decir',
  says: [
    '¿Cómo está el grupo en conjunto?',
    '¿Necesita algo la unidad: una charla al pasar lista, algo para las familias, alguien nuestro cerca?',
    'Quien quiera hablar puede llamar a este número; nadie tiene que decírselo a usted.',
  ],
  teamTitle: 'Para usted',
  team: '¿Cuánto le pesó, del 1 al 5? Nadie pregunta. Puede anotarlo solo para usted; nadie más puede abrirlo.',
  teamNote: 'Anotarlo para usted',
  what: 'Qué',
  about: 'Para',
  due: 'Cuándo',
  who: 'Quién',
  step: 'Paso',
  late: (at) => `atrasado desde ${at}`,
  lateYours: (at) => `atrasado desde ${at}, ahora es suyo`,
  leftTeam: (name) => `${name}, que dejó el equipo`,
  coordinator: 'la coordinación',
  director: 'la dirección clínica',
  doneAt: (at) => `Hecho ${at}`,
  done: 'Hecho',
  move: 'Aplazar al',
  moveDone: 'Aplazar',
  give: 'Pasar a otra persona',
  giveTo: 'A quién',
  giveHint: 'Alguien de este equipo que estuvo en la sala. Pregúntele antes.',
  errorTo: 'Elija quién se encarga.',
  none: 'No hay nada pendiente',
  noneLead: 'Después de una sesión, sus seguimientos aparecen aquí.',
  show: 'Mostrar',
  shows: { open: 'Abiertos', late: 'Atrasados', all: 'Todos' },
  showDone: 'Mostrar estos',
  enterTitle: 'Una fecha que le dijeron',
  kind: 'Qué es',
  day: 'Día',
  enter: 'Añadir',
  errorDay: 'Indique un día.',
  errorKind: 'Elija qué es.',
  messageDue: {
    subject: 'Tailboard: hoy hay algo pendiente',
    mail: (link) => `Hoy hay algo pendiente.\n\nÁbralo: ${link}\n`,
    text: 'Tailboard turnos: hoy hay algo pendiente. Abra:',
  },
  messageLate: {
    subject: 'Tailboard: hay algo atrasado',
    mail: (link, since) =>
      `Hay algo atrasado desde el ${since}, y ahora le toca a usted.\n\nÁbralo: ${link}\n`,
    text: 'Tailboard turnos: hay algo atrasado, y ahora le toca a usted. Abra:',
  },
  openToday: (count) =>
    count === 1
      ? 'Un seguimiento espera su día; ninguno está atrasado.'
      : `${count} seguimientos esperan su día; ninguno está atrasado.`,
  ring: (who) => `Llame a ${who}`,
  lateToday: (count) =>
    count === 1 ? 'Un seguimiento está atrasado.' : `${count} seguimientos están atrasados.`,
  see: 'Verlos',
}

/** Ringing again after a session, and looking after the team. */
export const followUpWords: Phrases<typeof en> = { en, es }
