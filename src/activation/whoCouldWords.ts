import type { Phrases, Words } from '../ui/language.ts'
import type { Allowable, AllowanceReason } from './allowance.ts'

const en = {
  title: 'Who could come',
  lead: 'The best team for the open seats, as things stand now. Nobody is asked by looking.',
  at: (start: string) => `At ${start}`,
  start: 'Session starts',
  look: 'Look at this time',
  empty: 'Empty',
  nobody: 'nobody else could come',
  fits: 'Fits best',
  away: (minutes: number) => `${minutes} min away`,
  whole: 'Every seat could be filled.',
  short: (count: number) => (count === 1 ? '1 seat would stay empty' : `${count} seats would stay empty`),
  shortLead: 'Nobody who is blocked is offered here: what gives way is when, how far, and how evenly.',
  yields: 'What could give way',
  nothingYields: 'Nothing of that fills a seat. Ask the agency for another time, or another team for help.',
  later: (hours: string, start: string) => `${hours} later, at ${start}`,
  fills: 'Fills every seat',
  stillShort: (count: number) => (count === 1 ? '1 seat still empty' : `${count} seats still empty`),
  comes: (names: string) => `Then: ${names}`,
  take: 'Look at this time',
  allow: 'Allow it for this plan',
  allowed: 'Allowed for this plan',
  allowedBy: (who: string, at: string) => `${who}, ${at}`,
  somebody: 'somebody',
  affected: 'Members of the affected agency',
  affectedLead:
    'This region warns of them and doesn’t block them. They were there, or know who was: ask others first. Who decided and why is kept.',
  reason: 'Why somebody of the affected agency',
  back: 'Back to the board',
  link: 'Who could come?',
  outside: 'This lies outside the window. Choose a time inside it.',
  past: 'This lies in the past. Choose a later time.',
  unreadable: 'Give the day and the time the session starts.',
}

const es: typeof en = {
  title: 'Quién podría ir',
  lead: 'El mejor equipo para los puestos libres, tal como está todo ahora. Por mirar no se pregunta a nadie.',
  at: (start) => `Inicio: ${start}`,
  start: 'Inicio de la sesión',
  look: 'Ver esta hora',
  empty: 'Vacío',
  nobody: 'nadie más podría ir',
  fits: 'Encaja mejor',
  away: (minutes) => `a ${minutes} min`,
  whole: 'Se podrían ocupar todos los puestos.',
  short: (count) => (count === 1 ? 'Quedaría 1 puesto vacío' : `Quedarían ${count} puestos vacíos`),
  shortLead:
    'Aquí no se ofrece a nadie que esté bloqueado: cede el cuándo, la distancia y el reparto entre agencias.',
  yields: 'Qué podría ceder',
  nothingYields: 'Nada de eso ocupa un puesto. Pida a la agencia otra hora, o ayuda a otro equipo.',
  later: (hours, start) => `${hours} después: ${start}`,
  fills: 'Ocupa todos los puestos',
  stillShort: (count) => (count === 1 ? 'Queda 1 puesto vacío' : `Quedan ${count} puestos vacíos`),
  comes: (names) => `Entonces: ${names}`,
  take: 'Ver esta hora',
  allow: 'Permitirlo para este plan',
  allowed: 'Permitido para este plan',
  allowedBy: (who, at) => `${who}, el ${at}`,
  somebody: 'alguien',
  affected: 'Integrantes de la agencia afectada',
  affectedLead:
    'Esta región avisa de ellos y no los bloquea. Estuvieron allí, o conocen a quien estuvo: pregunte antes a otros. Queda anotado quién lo decidió y por qué.',
  reason: 'Por qué alguien de la agencia afectada',
  back: 'Volver al tablero',
  link: '¿Quién podría ir?',
  outside: 'Esa hora queda fuera del plazo. Elija una dentro.',
  past: 'Esa hora está en el pasado. Elija una posterior.',
  unreadable: 'Indique el día y la hora en que empieza la sesión.',
}

export const whoCouldWords: Phrases<typeof en> = { en, es }

export const allowableWords: Words<Allowable> = {
  en: {
    farther: 'people from farther away',
    one_more_of_an_agency: 'one more of an agency',
    affected_agency: 'members of the affected agency',
  },
  es: {
    farther: 'personas de más lejos',
    one_more_of_an_agency: 'una persona más de una agencia',
    affected_agency: 'integrantes de la agencia afectada',
  },
}

export const allowanceReasonWords: Words<AllowanceReason> = {
  en: {
    nobody_else: 'Nobody else could come',
    asked_by_the_group: 'The group asks for its own people',
    other_unit: 'They serve in a unit that was not involved',
  },
  es: {
    nobody_else: 'Nadie más podría ir',
    asked_by_the_group: 'El grupo pide a su propia gente',
    other_unit: 'Sirven en una unidad que no participó',
  },
}
