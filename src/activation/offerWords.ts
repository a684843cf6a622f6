import type { PlanType } from '../incident/index.ts'
import type { Phrases, Words } from '../ui/language.ts'

/** Whole questions: the article goes with the noun. */
export const helpWithWords: Words<PlanType> = {
  en: {
    onSceneSupport: 'Can you help with on-scene support?',
    rits: 'Can you help with a demobilization?',
    defusing: 'Can you help with a defusing?',
    cisd: 'Can you help with a CISD?',
    cmb: 'Can you help with a briefing (CMB)?',
    orgConsultation: 'Can you help with a consultation with command?',
    familySupport: 'Can you help with support for families?',
    pastoralSupport: 'Can you help with pastoral support?',
    preIncidentEducation: 'Can you help with pre-incident education?',
  },
  es: {
    onSceneSupport: '¿Puede ayudar con el apoyo en el lugar?',
    rits: '¿Puede ayudar con una desmovilización?',
    defusing: '¿Puede ayudar con un defusing?',
    cisd: '¿Puede ayudar con un CISD?',
    cmb: '¿Puede ayudar con una reunión informativa (CMB)?',
    orgConsultation: '¿Puede ayudar con una consulta con el mando?',
    familySupport: '¿Puede ayudar con el apoyo a las familias?',
    pastoralSupport: '¿Puede ayudar con el apoyo pastoral?',
    preIncidentEducation: '¿Puede ayudar con una formación previa al incidente?',
  },
}

const en = {
  line: 'one offer, for you',
  title: 'Can you help?',
  answerBy: (at: string) => `Answer by ${at}`,
  answerLate: 'You may still answer while a seat is open',
  when: 'When',
  where: 'Where',
  place: (place: string, town: string) => `${place}, ${town}`,
  fromYou: (minutes: number) => `${minutes} min from you`,
  whom: 'For',
  group: (agency: string, count: number | null, role: string) =>
    `${agency}: ${count === null ? '' : `${count} `}${role}`,
  youAs: 'You as',
  orBeside: '(beside, if somebody else leads)',
  window: 'Window',
  summary: (closesIn: string, filled: number, seats: number) =>
    `The window closes in ${closesIn}. ${filled} of ${seats} seats ${filled === 1 ? 'is' : 'are'} filled.`,
  opens: (at: string) => `opens ${at}`,
  idealUntil: (at: string) => `ideal until ${at}`,
  closes: (at: string) => `closes ${at}`,
  nowAt: (at: string) => `now ${at}`,
  session: (at: string) => `session ${at}`,
  because: 'Asked because:',
  conflict: 'Were you there? Do you supervise, investigate or know closely anyone involved?',
  conflictHint: 'A yes is kept as “not this time”, like any other no.',
  no: 'No',
  yes: 'Yes',
  come: 'I’ll come',
  fromAt: 'I can, but from …',
  comeFrom: 'I can, from then',
  ifReleased: 'Yes, if my shift releases me',
  ifReleasedHint:
    'A seat is kept for you for a while, and you get a note for your supervisor that says nothing else.',
  notThisTime: 'Not this time',
  noReason: 'Saying no needs no reason and never counts against you.',
  chooseAnswer: 'Choose one of the answers.',

  nothingTitle: 'This link has nothing to answer any more',
  nothing:
    'It may have been answered, have run out, or be incomplete. If you expected an offer, open the newest message or phone the team.',
  thanks: 'Thank you',
  callOutEnded: 'This call-out has ended. There is nothing to do.',
  complete: 'The team is complete. You are not needed this time.',
  notNeeded: 'You are not needed for this session. Thank you for being ready.',
  notedFrom: (from: string) =>
    `Noted: from ${from}. You are not on the team for now; if the session moves to then, you hear from us.`,
  next: (until: string) =>
    `A seat is kept for somebody else until ${until}. You are next: you hear from us if it comes free, and we thank you if it does not.`,
  notAfterAll: 'A slip, or free after all? A seat is open: answer anew.',
  openAgain: 'You were not needed, and a seat has come free since. Can you come? Answer below.',
  answerAnew: 'Answer anew',
  holdOver: 'The time for which your seat was kept is over, so somebody else is asked.',
  notAfterAllLead: 'You said that you would come. There is no seat for you yet.',
  noted: 'Your answer is noted. No reason is asked, and none is kept.',
  steppedBack: 'You have stepped back. We are asking somebody else now.',
  unchanged: 'Nothing was changed',

  held: 'A seat is kept',
  heldUntil: (at: string) => `Kept until ${at}`,
  heldTitle: 'A seat is kept for you',
  heldLead: 'Say so as soon as your shift lets you go. Without a word by then somebody else is asked.',
  released: 'My shift releases me: I’ll come',
  notReleased: 'They can’t release me',
  noteTitle: 'For your supervisor',
  noteLead: 'Show this or copy it. It says nothing about the call, and nobody has to know more.',
  note: (region: string, from: string, to: string, phone: string) =>
    `${region} asks for this member of the regional team from ${from} to ${to}. No details can be given. Questions: ${phone}.`,
  noteSpan: 'This covers the way there, the team’s briefing, the time itself and the way back.',
  noteSpanAlone: 'This covers the way there, the time itself and the way back.',

  on: 'You’re on',
  onTitle: 'Thank you. You’re on the team.',
  stepBackLead:
    'Something came up? You may step back at any time, without a reason. We ask somebody else at once.',
  stepBack: 'I can’t come after all',
  home: 'All that is asked of you (sign-in)',
}

const es: typeof en = {
  line: 'propuesta para usted',
  title: '¿Puede ayudar?',
  answerBy: (at) => `Responda antes de las ${at}`,
  answerLate: 'Todavía puede responder mientras haya un puesto libre',
  when: 'Cuándo',
  where: 'Dónde',
  place: (place, town) => `${place}, ${town}`,
  fromYou: (minutes) => `a ${minutes} min de usted`,
  whom: 'Para',
  group: (agency, count, role) => `${agency}: ${role}${count === null ? '' : ` (${count})`}`,
  youAs: 'Usted como',
  orBeside: '(o al lado, si otra persona dirige)',
  window: 'Plazo',
  summary: (closesIn, filled, seats) =>
    `El plazo cierra en ${closesIn}. ${filled} de ${seats} puestos ${filled === 1 ? 'está ocupado' : 'están ocupados'}.`,
  opens: (at) => `abre ${at}`,
  idealUntil: (at) => `ideal hasta ${at}`,
  closes: (at) => `cierra ${at}`,
  nowAt: (at) => `ahora ${at}`,
  session: (at) => `sesión ${at}`,
  because: 'Le preguntamos por:',
  conflict: '¿Estuvo allí? ¿Supervisa, investiga o conoce de cerca a alguna de las personas implicadas?',
  conflictHint: 'Un sí se guarda como «esta vez no», igual que cualquier otro no.',
  no: 'No',
  yes: 'Sí',
  come: 'Sí, voy',
  fromAt: 'Puedo, pero a partir de…',
  comeFrom: 'Puedo, desde esa hora',
  ifReleased: 'Sí, si mi turno me deja ir',
  ifReleasedHint:
    'Se le guarda un puesto por un rato y recibe una nota para su supervisor que no dice nada más.',
  notThisTime: 'Esta vez no',
  noReason: 'Para decir que no hace falta ningún motivo, y nunca cuenta en su contra.',
  chooseAnswer: 'Elija una de las respuestas.',

  nothingTitle: 'Este enlace ya no tiene nada que responder',
  nothing:
    'Quizá ya se respondió, venció o está incompleto. Si esperaba una propuesta, abra el mensaje más reciente o llame al equipo.',
  thanks: 'Gracias',
  callOutEnded: 'Esta convocatoria ya terminó. No hay nada que hacer.',
  complete: 'El equipo está completo. Esta vez no hace falta.',
  notNeeded: 'Usted no hace falta para esta sesión. Gracias por su disposición.',
  notedFrom: (from) =>
    `Anotado: desde ${from}. Por ahora no forma parte del equipo; si la sesión pasa a esa hora, le avisamos.`,
  next: (until) =>
    `Se guarda un puesto para otra persona hasta las ${until}. Usted sigue: le avisamos si queda libre, y si no, le damos las gracias.`,
  notAfterAll: '¿Fue un error, o ahora sí puede? Hay un puesto libre: responda de nuevo.',
  openAgain: 'No hacía falta, y desde entonces quedó libre un puesto. ¿Puede venir? Responda abajo.',
  answerAnew: 'Responder de nuevo',
  holdOver: 'Pasó el tiempo por el que se guardaba su puesto, así que se pregunta a otra persona.',
  notAfterAllLead: 'Usted dijo que vendría. Todavía no hay puesto para usted.',
  noted: 'Su respuesta está anotada. No se pregunta ni se guarda ningún motivo.',
  steppedBack: 'Se ha retirado. Ya estamos preguntando a otra persona.',
  unchanged: 'No se cambió nada',

  held: 'Se guarda un puesto',
  heldUntil: (at) => `Guardado hasta las ${at}`,
  heldTitle: 'Se le guarda un puesto',
  heldLead:
    'Dígalo en cuanto su turno le deje ir. Si hasta entonces no dice nada, se pregunta a otra persona.',
  released: 'Mi turno me deja ir: voy',
  notReleased: 'No me pueden relevar',
  noteTitle: 'Para su supervisor',
  noteLead: 'Muéstrela o cópiela. No dice nada del incidente, y nadie tiene que saber más.',
  note: (region, from, to, phone) =>
    `${region} pide a esta persona del equipo regional desde las ${from} hasta las ${to}. No se pueden dar detalles. Preguntas: ${phone}.`,
  noteSpan: 'Cuenta la ida, la reunión previa del equipo, el tiempo en sí y la vuelta.',
  noteSpanAlone: 'Cuenta la ida, el tiempo en sí y la vuelta.',

  on: 'Forma parte',
  onTitle: 'Gracias. Forma parte del equipo.',
  stepBackLead:
    '¿Surgió algo? Puede retirarse en cualquier momento, sin dar un motivo. Enseguida preguntamos a otra persona.',
  stepBack: 'Al final no puedo ir',
  home: 'Todo lo que se le pide (con acceso)',
}

/** The page of one offer, opened from a message. */
export const offerWords: Phrases<typeof en> = { en, es }
