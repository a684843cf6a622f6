import type { Channel } from '../messaging/index.ts'
import type { Phrases, Words } from '../ui/language.ts'
import type { LineState } from './drillView.ts'

export const channelWords: Words<Channel> = {
  en: { mail: 'Mail', text: 'Text', call: 'Call', push: 'Notification' },
  es: { mail: 'Correo', text: 'Mensaje', call: 'Llamada', push: 'Aviso' },
}

export const lineStateWords: Words<LineState> = {
  en: {
    answered: 'answered',
    waiting: 'waiting',
    silent: 'no answer',
    unsent: 'not sent',
    refused: 'refused',
    undelivered: 'did not arrive',
    stopped: 'said STOP',
  },
  es: {
    answered: 'respondió',
    waiting: 'en espera',
    silent: 'sin respuesta',
    unsent: 'no enviado',
    refused: 'rechazado',
    undelivered: 'no llegó',
    stopped: 'dijo STOP',
  },
}

const en = {
  title: 'Reachability drill',
  lead: 'Everybody gets a test message on each way they chose, and says that it arrived. Whoever does not answer at all covers nothing until they are heard from.',
  see: 'Reachability drill: whom messages reach',
  begin: 'Begin a drill now',
  noneTitle: 'No drill yet',
  none: 'Begin one, and everybody is asked now. Say so on the team’s usual channel first: a test nobody expects makes people uneasy.',
  next: (at: string) => `The next one begins by itself: ${at}.`,
  running: (until: string) => `A drill is running until ${until}.`,
  progress: (reached: number, asked: number) => `${reached} of ${asked} people have answered.`,
  results: (day: string) => `Results of ${day}`,
  person: 'Who',
  coordinator: 'Coordinator',
  silentCount: (count: number) =>
    count === 1
      ? 'One person did not answer at all. Telephone them, and check their address and number.'
      : `${count} people did not answer at all. Telephone them, and check their addresses and numbers.`,
  allReached: 'Everybody answered on at least one way.',
  nobody: 'Nobody was on the team to be asked.',
  countReached: (count: number) => (count === 1 ? 'One person answered' : `${count} people answered`),
  countWaiting: (count: number) =>
    count === 1 ? 'One person has not answered yet' : `${count} people have not answered yet`,
  all: 'All drills',
  began: 'Began',
  by: 'Begun by',
  bySchedule: 'the schedule',
  byHand: 'a coordinator',
  answered: 'Answered',
  of: (reached: number, asked: number) => `${reached} of ${asked}`,

  // On pages of the roster and of duty.
  flag: 'not reached',
  notCover: (names: string) =>
    `Not counted as cover, because the last test did not reach them. Telephone them, and check their addresses and numbers: ${names}`,
  memberFlag:
    'The last test of how we reach them got no answer, so they are not counted as cover. Telephone them, and check the address and the number. They may still be asked in a call-out, and any answer of theirs ends this.',
  ownFlag:
    'The last test of how we reach you got no answer. Open the newest test message and say that it arrived, or check your ways below. You may still be asked, and any answer of yours ends this.',
  ownTitle: 'Does a message reach you?',
  ownNone: 'No test yet.',
  ownAsked: (day: string) => `Last test: ${day}`,
  ownWaiting: 'Open the test message and say that it arrived; reply OK to the text; press 1 in the call.',

  // Behind the link of a message.
  line: 'a test, for you',
  pageTitle: 'Did this reach you?',
  pageLead: 'This is a test of how we reach you. Nothing happened.',
  yes: 'Yes, this reached me',
  thanks: 'Thank you',
  thanksText: 'Messages reach you on this way. There is nothing more to do.',
  nothingTitle: 'This link leads nowhere',
  nothing: 'It may be cut off. Open it from the message again, or tell your coordinator.',
}

const es: typeof en = {
  title: 'Prueba de avisos',
  lead: 'Cada persona recibe un mensaje de prueba por cada vía que eligió y dice que llegó. Quien no responde en absoluto no cubre nada hasta que se sepa de ella.',
  see: 'Prueba de avisos: a quién le llegan los mensajes',
  begin: 'Empezar una prueba ahora',
  noneTitle: 'Todavía ninguna prueba',
  none: 'Empiece una y se pregunta a todos ahora. Avise antes por el canal habitual del equipo: una prueba que nadie espera inquieta.',
  next: (at) => `La siguiente empieza por sí sola: ${at}.`,
  running: (until) => `Hay una prueba en curso hasta ${until}.`,
  progress: (reached, asked) => `Han respondido ${reached} de ${asked} personas.`,
  results: (day) => `Resultados del ${day}`,
  person: 'Quién',
  coordinator: 'Coordinación',
  silentCount: (count) =>
    count === 1
      ? 'Una persona no respondió en absoluto. Llámele y compruebe su dirección y su número.'
      : `${count} personas no respondieron en absoluto. Llámeles y compruebe sus direcciones y números.`,
  allReached: 'Todas las personas respondieron al menos por una vía.',
  nobody: 'No había nadie en el equipo a quien preguntar.',
  countReached: (count) => (count === 1 ? 'Una persona respondió' : `Respondieron ${count} personas`),
  countWaiting: (count) =>
    count === 1 ? 'Una persona no ha respondido aún' : `${count} personas no han respondido aún`,
  all: 'Todas las pruebas',
  began: 'Empezó',
  by: 'La empezó',
  bySchedule: 'el calendario',
  byHand: 'la coordinación',
  answered: 'Respondieron',
  of: (reached, asked) => `${reached} de ${asked}`,

  flag: 'no le llega',
  notCover: (names) =>
    `No cuentan como cobertura, porque la última prueba no les llegó. Llámeles y compruebe sus direcciones y números: ${names}`,
  memberFlag:
    'La última prueba quedó sin respuesta, así que no cuenta como cobertura. Llámele y compruebe la dirección y el número. Se le puede convocar igualmente, y cualquier respuesta suya lo resuelve.',
  ownFlag:
    'La última prueba de cómo le avisamos quedó sin respuesta. Abra el mensaje de prueba más reciente y diga que llegó, o compruebe sus vías más abajo. Se le puede convocar igualmente, y cualquier respuesta suya lo resuelve.',
  ownTitle: '¿Le llegan los mensajes?',
  ownNone: 'Todavía ninguna prueba.',
  ownAsked: (day) => `Última prueba: ${day}`,
  ownWaiting: 'Abra el mensaje de prueba y diga que llegó; responda OK al texto; oprima 1 en la llamada.',

  line: 'una prueba, para usted',
  pageTitle: '¿Le llegó esto?',
  pageLead: 'Esto es una prueba de cómo le avisamos. No ha pasado nada.',
  yes: 'Sí, me llegó',
  thanks: 'Gracias',
  thanksText: 'Los mensajes le llegan por esta vía. No hay nada más que hacer.',
  nothingTitle: 'Este enlace no lleva a ninguna parte',
  nothing: 'Puede estar cortado. Ábralo otra vez desde el mensaje, o avise a la coordinación.',
}

/** The drill on its own pages, and whom it flags on others. */
export const drillWords: Phrases<typeof en> = { en, es }
