import type { Hand } from '../activation/index.ts'
import type { Phrases } from '../ui/language.ts'
import type { AskedPhase } from './todayView.ts'

type HandLines = Readonly<Record<Hand['code'], (count: number, at: string) => string>>

const en = {
  nobodyHasIt: 'Nobody has it yet',
  youCall: (at: string) => `You call back since ${at}`,
  theyCall: (at: string) => `Somebody calls back since ${at}`,
  youCallLate: (at: string) => `You call back since ${at}, no call recorded`,
  theyCallLate: (at: string) => `Taken at ${at}, no call recorded: take it over`,
  stuck: 'Messages do not go out',
  stuckLine: (number: string, count: number, since: string) =>
    count === 1
      ? `Activation ${number}: 1 message has not gone out since ${since}.`
      : `Activation ${number}: ${count} messages have not gone out since ${since}.`,
  stuckSee: 'See whom to telephone',
  hands: 'Needs a hand',
  planAt: (type: string, town: string) => `${type}, ${town}`,
  hand: {
    window_closes: (_, at) => `not approved yet, and its window closes ${at}`,
    window_closed: (_, at) => `never approved; its window closed ${at}`,
    seats_open: (count, at) =>
      count === 1 ? `one seat is open, and it starts ${at}` : `${count} seats are open, and it starts ${at}`,
    seats_held: (count, at) =>
      count === 1
        ? `one seat is only kept, until ${at}`
        : `${count} seats are only kept, the first until ${at}`,
    close_out: (_, at) => `over since ${at}, and not closed out`,
  } satisfies HandLines as HandLines,

  signOffs: 'Awaits your sign-off',
  signOff: (type: string, what: string) => `${type}: ${what}`,
  clearance: 'Awaits your clearance',
  clearanceLead: 'Off call since a session of the hardest kind, until you have spoken to them.',
  since: (day: string) => `since ${day}`,
  checks: 'Members to call',
  checksSee: 'Tick them off',
  dueSince: (at: string) => `due since ${at}`,

  answerFor: (agency: string) => `Answer for ${agency}`,
  nobodyAsks: 'Nobody is asking you now',
  nobodyAsksLead: 'A call-out reaches you the way you chose, and stands here until you have answered.',
  reachSee: 'See how the team reaches you',
  sessions: 'Sessions you are on',
  session: (type: string, agency: string) => `${type}: ${agency}`,
  keptUntil: (at: string) => `A seat is kept until ${at}`,
  briefing: (agency: string) => `Briefing for ${agency}`,
  card: (type: string) => `Card: ${type}`,
  release: (agency: string) => `Say if your shift lets you go to ${agency}`,
  stepBack: (agency: string) => `I can’t come to ${agency} after all`,
  followUps: 'Due from you',
  followUpsSee: 'See them and tick them off',
  shift: 'On call',
  shiftNow: (until: string) => `You are on call until ${until}.`,
  shiftNext: (from: string, until: string) => `Next from ${from} to ${until}.`,
  standIns: (count: number) =>
    count === 1 ? 'A colleague asks for a stand-in.' : `${count} shifts of colleagues need a stand-in.`,
  shiftSee: 'See my shifts',
  confirm: 'Please look whether the team still has your details right.',
  confirmSee: 'Look and confirm',
  unlinked: 'Your account is not linked to anybody on the roster yet, so nothing can be asked of you here.',
  unlinkedSee: 'See what to do',

  papersEnd: 'Papers of yours that run out',
  holdsUntil: (day: string) => `holds until ${day}.`,
  nextClass: (at: string, place: string) => `The next class: ${at}, ${place}.`,
  papersSee: 'See what to do about it',
  courses: 'Your courses',
  courseBegin: 'Begin:',
  courseGoOn: 'Continue:',
  courseLeft: (time: string) => `about ${time} left to read and practise`,
  courseRead: 'everything read',
  courseWaits: 'waits for a coordinator’s yes',
  training: 'Training',
  enrolmentsWait: (count: number) =>
    count === 1 ? '1 enrolment waits for a yes.' : `${count} enrolments wait for a yes.`,
  papersWait: (count: number) =>
    count === 1
      ? '1 paper waits for somebody to look at it.'
      : `${count} papers wait for somebody to look at them.`,
  trainingSee: 'See them',

  setUp: 'What the region still lacks',
  setUpSee: 'See everything and where it is done',
  asked: (agencies: string) => `What was asked for in the name of ${agencies}`,
  askedCaption: 'What your agency asked for',
  askedWhat: 'What',
  askedBy: 'Agency',
  askedAt: 'Asked',
  askedFar: 'How far it is',
  askedNothing:
    'Nothing is open, and nothing ended lately. What somebody asks for by telephone stands here as well.',
  askedPhase: {
    received: 'Received',
    taken: 'A coordinator has it',
    spoken: 'Spoken to',
    confirmed: 'Agreed on',
    held: 'Held',
    ended: 'Over',
  } as Record<AskedPhase, string>,
  askedHear: 'Have a mail when something is asked for',
  quietTitle: 'Nothing needs you now',
  quietAdministrator: 'The region is whole, and somebody coordinates all the time ahead.',
  quiet: 'To ask for a team, or about a request of yours, call at any time, day and night:',
}

const es: typeof en = {
  nobodyHasIt: 'Todavía no la tiene nadie',
  youCall: (at) => `Usted llama desde las ${at}`,
  theyCall: (at) => `Alguien llama desde las ${at}`,
  youCallLate: (at) => `Usted llama desde las ${at}, sin llamada anotada`,
  theyCallLate: (at) => `Tomada a las ${at}, sin llamada anotada: tómela`,
  stuck: 'Hay mensajes que no salen',
  stuckLine: (number, count, since) =>
    count === 1
      ? `Activación ${number}: 1 mensaje no ha salido desde las ${since}.`
      : `Activación ${number}: ${count} mensajes no han salido desde las ${since}.`,
  stuckSee: 'Ver a quién llamar',
  hands: 'Necesita una mano',
  planAt: (type, town) => `${type} · ${town}`,
  hand: {
    window_closes: (_, at) => `sin aprobar, y su plazo cierra (${at})`,
    window_closed: (_, at) => `nunca se aprobó; su plazo cerró (${at})`,
    seats_open: (count, at) =>
      count === 1
        ? `queda un puesto libre, y empieza pronto (${at})`
        : `quedan ${count} puestos libres, y empieza pronto (${at})`,
    seats_held: (count, at) =>
      count === 1
        ? `un puesto solo está guardado, hasta ${at}`
        : `${count} puestos solo están guardados, el primero hasta ${at}`,
    close_out: (_, at) => `terminó (${at}) y falta cerrarla`,
  },

  signOffs: 'Espera su visto bueno',
  signOff: (type, what) => `${type} · ${what}`,
  clearance: 'Espera su autorización',
  clearanceLead:
    'Sin guardias desde una sesión de las más duras, hasta que usted haya hablado con la persona.',
  since: (day) => `desde ${day}`,
  checks: 'Integrantes a quienes llamar',
  checksSee: 'Marcar las llamadas hechas',
  dueSince: (at) => `pendiente desde ${at}`,

  answerFor: (agency) => `Responder sobre ${agency}`,
  nobodyAsks: 'Ahora nadie le pide nada',
  nobodyAsksLead: 'Una convocatoria le llega como usted eligió, y queda aquí hasta que responda.',
  reachSee: 'Ver cómo le localiza el equipo',
  sessions: 'Sesiones en las que participa',
  session: (type, agency) => `${type} · ${agency}`,
  keptUntil: (at) => `Se guarda un puesto hasta ${at}`,
  briefing: (agency) => `Instrucciones para ${agency}`,
  card: (type) => `Tarjeta: ${type}`,
  release: (agency) => `Decir si su turno le deja ir a ${agency}`,
  stepBack: (agency) => `Al final no puedo ir a ${agency}`,
  followUps: 'Le toca a usted',
  followUpsSee: 'Verlos y marcarlos',
  shift: 'De guardia',
  shiftNow: (until) => `Está de guardia hasta ${until}.`,
  shiftNext: (from, until) => `La próxima: de ${from} a ${until}.`,
  standIns: (count) =>
    count === 1 ? 'Una persona del equipo pide suplente.' : `${count} guardias del equipo piden suplente.`,
  shiftSee: 'Ver mis guardias',
  confirm: 'Mire, por favor, si sus datos en el equipo siguen siendo correctos.',
  confirmSee: 'Mirar y confirmar',
  unlinked: 'Su cuenta todavía no está unida a nadie del equipo, así que aquí no se le puede pedir nada.',
  unlinkedSee: 'Ver qué hacer',

  papersEnd: 'Documentos suyos que vencen',
  holdsUntil: (day) => `vale hasta el ${day}.`,
  nextClass: (at, place) => `La próxima clase: ${at}, ${place}.`,
  papersSee: 'Ver qué hacer',
  courses: 'Sus cursos',
  courseBegin: 'Comenzar:',
  courseGoOn: 'Continuar:',
  courseLeft: (time) => `quedan unos ${time} de lectura y práctica`,
  courseRead: 'todo leído',
  courseWaits: 'espera el sí de la coordinación',
  training: 'Formación',
  enrolmentsWait: (count) =>
    count === 1 ? '1 inscripción espera un sí.' : `${count} inscripciones esperan un sí.`,
  papersWait: (count) =>
    count === 1
      ? '1 documento espera que alguien lo mire.'
      : `${count} documentos esperan que alguien los mire.`,
  trainingSee: 'Verlos',

  setUp: 'Lo que todavía le falta a la región',
  setUpSee: 'Verlo todo y dónde se hace',
  asked: (agencies) => `Lo que se pidió en nombre de ${agencies}`,
  askedCaption: 'Lo que pidió su agencia',
  askedWhat: 'Qué',
  askedBy: 'Agencia',
  askedAt: 'Pedido',
  askedFar: 'En qué punto está',
  askedNothing:
    'No hay nada abierto, y nada terminó últimamente. Lo que alguien pide por teléfono también aparece aquí.',
  askedPhase: {
    received: 'Recibida',
    taken: 'La tiene la coordinación',
    spoken: 'Ya hablaron',
    confirmed: 'Acordada',
    held: 'Hecha',
    ended: 'Terminada',
  },
  askedHear: 'Recibir un correo cuando se pida algo',
  quietTitle: 'Ahora nada le espera',
  quietAdministrator: 'La región está completa, y siempre hay quien coordina en el tiempo que viene.',
  quiet: 'Para pedir un equipo, o sobre una solicitud suya, llame a cualquier hora, de día y de noche:',
}

/** The day, a block for each thing that can need somebody. */
export const todayWords: Phrases<typeof en> = { en, es }
