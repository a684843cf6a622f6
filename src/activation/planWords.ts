import type { Phrases } from '../ui/language.ts'

const en = {
  title: (type: string, role: string, agency: string) => `${type} · ${role} of ${agency}`,
  people: (count: number | null) =>
    count === null ? 'not counted' : count === 1 ? '1 person' : `about ${count} people`,
  sources: 'Sources:',

  window: 'Window',
  summary: (idealUntil: string, closesIn: string) => `ideal until ${idealUntil} · closes in ${closesIn}`,
  windowClosed: 'closed',
  opens: (at: string) => `opens ${at}`,
  idealUntil: (at: string) => `ideal until ${at}`,
  closes: (at: string) => `closes ${at}`,
  now: (at: string) => `now ${at}`,
  session: (at: string) => `session ${at}`,

  approveTitle: 'Approve and call out',
  teamOf: (seats: string) => `Team: ${seats}.`,
  startsAt: 'Session starts',
  place: 'Place (room, not address)',
  placeSuggested: 'Community room',
  placeOther: 'A second room',
  sharedRoom: (group: string) =>
    `${group} are told the same room at the same time. Groups meet apart: change one room.`,
  signOff: 'Who agreed to group process',
  nobodyCameTitle: 'Its hour has come, and nobody is on the team',
  nobodyCame: 'Nobody else is asked. Call the agency, then change the time below, or stand it down.',
  doubt: (why: string) => `Look: ${why}. Nobody is taken off by itself.`,
  signOffHint: 'A yes hands the decision to the other one, and is not kept.',
  approve: 'Approve and call out',
  errorStartsAt: 'Give the day and the time the session starts.',
  errorPlace: 'Name the room, in at most 80 letters.',

  team: 'Team',
  somebody: 'Somebody',
  regionalTeam: 'regional team',
  open: 'Open',
  waiting: 'Waiting',
  nobodyAsked: 'nobody asked now',
  asked: (count: number) => `${count} asked`,
  notReached: (count: number, asked: number) =>
    count === asked ? 'none of them reached' : `${count} of them not reached`,
  answerBy: (at: string) => `answer by ${at}`,
  coming: 'Coming',
  wasOn: 'Was on the team',
  wasKept: 'Was kept',
  guest: 'guest of a neighbouring team',
  comingFrom: (at: string) => `Coming, from ${at}`,
  heldUntil: (at: string) => `Kept until ${at}, if their shift releases them`,
  away: (minutes: number) => `${minutes} min away`,

  briefing: 'Briefing, card, checklist',
  followUps: 'Follow-ups',
  closeOut: 'Close out',
  closedAs: 'What was recorded',
  standDown: 'Stand down',
  standDownTitle: 'Stand this plan down?',
  standDownLead: (seated: number, asked: number) =>
    seated + asked === 0
      ? 'The session won’t be. Nobody was asked yet.'
      : `The session won’t be. A message goes to ${seated} on the team, that it is cancelled, and to ${asked} who were asked, with thanks. Whom it does not reach stands on the board, with their number.`,
  standDownDone: 'Stand it down',
  backToBoard: 'Back to the board',
  endTitle: 'End this activation?',
  endLead: (outcome: string, open: number) =>
    open === 0
      ? `It ends as: ${outcome}.`
      : `It ends as: ${outcome}. ${open === 1 ? 'One plan is' : `${open} plans are`} stood down with it, and whoever was asked is thanked.`,
  endDone: 'End it',

  alternatives: (count: number, not: number) =>
    [count === 0 ? [] : `Alternatives (${count})`, not === 0 ? [] : `Not for this group (${not})`]
      .flat()
      .join(' · '),
  ruledOut: (type: string) => `Not: ${type}`,
  circles: (count: number) => `${count} circles side by side`,
  against: (reason: string) => `What is known now speaks against this session. ${reason}`,
  alternativeWindow: (opens: string, closes: string) => `${opens} to ${closes}`,
  alternativeOver: 'its window has closed',

  chance: (tenths: number) =>
    tenths >= 10
      ? 'almost surely filled'
      : tenths === 0
        ? 'unlikely to be filled by them'
        : `about ${tenths} in 10 to be filled`,
  riskTitle: 'It is not sure enough that this team is full in time',
  risk: {
    not_reached: (seat: string) => `For the ${seat} people were asked whom no message has reached.`,
    nobody_left: (seat: string) => `For the ${seat} nobody else is left to ask.`,
    few_left: (seat: string) => `For the ${seat} few others are left to ask.`,
    hour_close: (seat: string) => `For the ${seat} one more wave and the way there would take too long.`,
  },
  helps: 'What would help:',
  helpDial: 'dial those who are asked (“Answered on the phone”)',
  helpAskMore: 'ask more now',
  helpGiveWay: 'see who could come, farther or from a neighbour',
  helpLater: 'a later start; the window leaves room',
  couldComeFrom: (name: string, from: string) => `${name} could come from ${from}.`,
  askMore: 'Ask more, or somebody by name',
  askMoreHint: 'The next wave goes out now, without waiting for those who are asked. They may still answer.',
  askMoreNow: 'Ask the next wave now',
  askByName: 'Somebody by name',
  askByNameHint: 'Everybody the rules allow who isn’t asked yet. The rules are the same as for all.',
  askThem: 'Ask them',

  move: 'Change time or place',
  moveHint:
    'Everybody on the team and everybody asked is told, and may step back. Nobody is taken off the team for it.',
  moveGuest: (name: string, team: string) =>
    `${name} is a guest and is not told by this page: ring the coordinator of ${team}. Only the place can change.`,
  moveWhy: 'Why',
  moveReason: {
    agency_asked: 'The agency asked for it',
    shift: 'The shift changed',
    room: 'The room isn’t free or isn’t right',
    more_can_come: 'More of the team can come then',
  },
  movedMeanwhile: (who: string, at: string, starts: string, place: string) =>
    `${who} changed it at ${at}: it is now ${starts}, ${place}. Nothing of yours was changed and nobody was told.`,
  otherCoordinator: 'Another coordinator',
  anew: 'Change it once more, and tell everybody again',
  errorAnew: 'Say whether to change it once more. As it stands, everybody was told already.',
  tooFar: (who: string) => `Not there by then: ${who}. Move it all the same`,
  tooFarWho: (name: string, way: number, left: string) => `${name} (${way} min away, begins in ${left})`,
  moveDone: 'Change it and tell them',
  errorMoveWhy: 'Choose why.',

  refuse: 'The agency asks for somebody else',
  refuseWhom: 'Whom not to send',
  refuseHint:
    'No reason is asked and none is kept. If they were asked, they are thanked, and the seat is filled again.',
  refuseDone: 'Do not send them',
  refused: (names: string) => `Not for this agency: ${names}.`,
  notAsked: 'Not asked, and why',
  counted: (label: string, count: number) => `${label} (${count})`,
  member: 'Member',
  agency: 'Agency',
  firstReason: 'First reason',
}

const es: typeof en = {
  title: (type, role, agency) => `${type} · ${role} de ${agency}`,
  people: (count) => (count === null ? 'sin contar' : count === 1 ? '1 persona' : `unas ${count} personas`),
  sources: 'Fuentes:',

  window: 'Plazo',
  summary: (idealUntil, closesIn) => `ideal hasta ${idealUntil} · cierra en ${closesIn}`,
  windowClosed: 'cerrado',
  opens: (at) => `abre ${at}`,
  idealUntil: (at) => `ideal hasta ${at}`,
  closes: (at) => `cierra ${at}`,
  now: (at) => `ahora ${at}`,
  session: (at) => `sesión ${at}`,

  approveTitle: 'Aprobar y convocar',
  teamOf: (seats) => `Equipo: ${seats}.`,
  startsAt: 'La sesión empieza',
  place: 'Lugar (sala, no dirección)',
  placeSuggested: 'Salón comunitario',
  placeOther: 'Una segunda sala',
  sharedRoom: (group) =>
    `A otro grupo (${group}) se le dijo la misma sala a la misma hora. Los grupos se reúnen aparte: cambie una sala.`,
  signOff: 'Quién dio su acuerdo al trabajo en grupo',
  nobodyCameTitle: 'Llegó la hora y no hay nadie en el equipo',
  nobodyCame: 'No se pregunta a nadie más. Llame a la agencia; después cambie la hora abajo, o cancélela.',
  doubt: (why) => `Atención: ${why}. Nadie se retira de forma automática.`,
  signOffHint: 'Un sí pasa la decisión a la otra persona, y no se guarda.',
  approve: 'Aprobar y convocar',
  errorStartsAt: 'Indique el día y la hora en que empieza la sesión.',
  errorPlace: 'Indique la sala, con 80 letras como máximo.',

  team: 'Equipo',
  somebody: 'Alguien',
  regionalTeam: 'equipo regional',
  open: 'Libre',
  waiting: 'En espera',
  nobodyAsked: 'ahora no se pregunta a nadie',
  notReached: (count, asked) => (count === asked ? 'a nadie le ha llegado' : `a ${count} no les ha llegado`),
  asked: (count) => (count === 1 ? '1 persona preguntada' : `${count} personas preguntadas`),
  answerBy: (at) => `respuesta hasta ${at}`,
  coming: 'Viene',
  wasOn: 'Formaba parte',
  wasKept: 'Estaba guardado',
  guest: 'de un equipo vecino',
  comingFrom: (at) => `Viene, desde ${at}`,
  heldUntil: (at) => `Guardado hasta las ${at}, si su turno le deja ir`,
  away: (minutes) => `a ${minutes} min`,

  briefing: 'Instrucciones, tarjeta, lista',
  followUps: 'Seguimientos',
  closeOut: 'Cerrar el plan',
  closedAs: 'Lo que se anotó',
  standDown: 'Cancelar la convocatoria',
  standDownTitle: '¿Cancelar este plan?',
  standDownLead: (seated, asked) =>
    seated + asked === 0
      ? 'La sesión no se hará. Todavía no se preguntó a nadie.'
      : `La sesión no se hará. Sale un mensaje a ${seated} del equipo, que se cancela, y a ${asked} a quienes se preguntó, con las gracias. A quien no le llega aparece en el tablero, con su número.`,
  standDownDone: 'Cancelarlo',
  backToBoard: 'Volver al tablero',
  endTitle: '¿Terminar esta activación?',
  endLead: (outcome, open) =>
    open === 0
      ? `Termina como: ${outcome}.`
      : `Termina como: ${outcome}. Con ella se ${open === 1 ? 'cancela un plan' : `cancelan ${open} planes`}, y se agradece a quienes se preguntó.`,
  endDone: 'Terminarla',

  alternatives: (count, not) =>
    [count === 0 ? [] : `Alternativas (${count})`, not === 0 ? [] : `No para este grupo (${not})`]
      .flat()
      .join(' · '),
  ruledOut: (type) => `No: ${type}`,
  circles: (count) => `${count} círculos a la vez`,
  against: (reason) => `Lo que se sabe ahora habla en contra de esta sesión. ${reason}`,
  alternativeWindow: (opens, closes) => `de ${opens} a ${closes}`,
  alternativeOver: 'su plazo ya cerró',

  chance: (tenths) =>
    tenths >= 10
      ? 'casi seguro que se ocupa'
      : tenths === 0
        ? 'poco probable que se ocupe así'
        : `se ocupa en unas ${tenths} de 10 veces`,
  riskTitle: 'No es bastante seguro que este equipo esté completo a tiempo',
  risk: {
    not_reached: (seat) =>
      `Para el puesto de ${seat} se preguntó a personas a quienes no llegó ningún mensaje.`,
    nobody_left: (seat) => `Para el puesto de ${seat} no queda nadie más a quien preguntar.`,
    few_left: (seat) => `Para el puesto de ${seat} quedan pocas personas más a quienes preguntar.`,
    hour_close: (seat) => `Para el puesto de ${seat}, otra ronda y el camino llevarían demasiado tiempo.`,
  },
  helps: 'Qué ayudaría:',
  helpDial: 'llamar a quienes se pregunta («Respuesta por teléfono»)',
  helpAskMore: 'preguntar a más personas ahora',
  helpGiveWay: 'ver quién podría venir, de más lejos o de un equipo vecino',
  helpLater: 'empezar más tarde; el plazo deja margen',
  couldComeFrom: (name, from) => `${name} podría venir desde ${from}.`,
  askMore: 'Preguntar a más personas, o a alguien en concreto',
  askMoreHint: 'La siguiente ronda sale ahora, sin esperar a quienes se pregunta. Todavía pueden responder.',
  askMoreNow: 'Enviar ya la siguiente ronda',
  askByName: 'Alguien en concreto',
  askByNameHint:
    'Quienes las reglas permiten y aún no fueron preguntados. Las reglas son las mismas para todos.',
  askThem: 'Preguntarle',

  move: 'Cambiar la hora o el lugar',
  moveHint:
    'Se avisa a todo el equipo y a quienes se preguntó, y pueden renunciar. A nadie se le quita del equipo por ello.',
  moveGuest: (name, team) =>
    `${name} viene de visita y esta página no le avisa: llame a la coordinación de ${team}. Solo puede cambiar el lugar.`,
  moveWhy: 'Por qué',
  moveReason: {
    agency_asked: 'Lo pidió la agencia',
    shift: 'Cambió el turno',
    room: 'La sala no está libre o no sirve',
    more_can_come: 'Entonces pueden venir más personas del equipo',
  },
  movedMeanwhile: (who, at, starts, place) =>
    `${who} la cambió a las ${at}: ahora es ${starts}, ${place}. De lo suyo no se cambió nada y no se avisó a nadie.`,
  otherCoordinator: 'Otra persona de la coordinación',
  anew: 'Cambiarla otra vez y avisar de nuevo a todos',
  errorAnew: 'Diga si se cambia otra vez. De lo que vale ahora ya se avisó a todos.',
  tooFar: (who) => `No llegan para entonces: ${who}. Cambiarla de todos modos`,
  tooFarWho: (name, way, left) => `${name} (a ${way} min, empieza en ${left})`,
  moveDone: 'Cambiarlo y avisar',
  errorMoveWhy: 'Elija por qué.',

  refuse: 'La agencia pide a otra persona',
  refuseWhom: 'A quién no enviar',
  refuseHint:
    'No se pide ni se guarda ningún motivo. Si ya se le había preguntado, se le da las gracias y el lugar se cubre de nuevo.',
  refuseDone: 'No enviarle',
  refused: (names) => `No para esta agencia: ${names}.`,
  notAsked: 'A quién no se preguntó, y por qué',
  counted: (label, count) => `${label} (${count})`,
  member: 'Integrante',
  agency: 'Agencia',
  firstReason: 'Primer motivo',
}

/** One plan's card: its window, its approval, its team. */
export const planWords: Phrases<typeof en> = { en, es }
