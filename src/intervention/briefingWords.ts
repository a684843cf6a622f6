import type { Phrases, Words } from '../ui/language.ts'
import type { Briefing } from './briefing.ts'

export const dressWords: Words<Briefing['dress']> = {
  en: { plain: 'Plain clothes', team_shirt: 'The team’s shirt and ID', uniform: 'Uniform' },
  es: { plain: 'Ropa de calle', team_shirt: 'Camisa e identificación del equipo', uniform: 'Uniforme' },
}
export const weaponWords: Words<Briefing['weapons']> = {
  en: {
    none: 'No weapons in the room',
    secured: 'Weapons secured before the room',
    as_host_says: 'As the host agency says',
  },
  es: {
    none: 'Sin armas en la sala',
    secured: 'Armas aseguradas antes de la sala',
    as_host_says: 'Como diga la agencia anfitriona',
  },
}

const en = {
  title: 'Briefing',
  over: 'Before you go in',
  session: 'Session',
  briefs: 'The lead briefs everybody',
  onceThere: 'as soon as the team is there',
  lead: 'Team lead',
  leadsThere: 'Leads there',
  leadOpen: 'not known yet',
  team: 'Team',
  contact: 'The agency’s contact',
  noContact: 'Ask the coordinator',
  onFile: (agency: string) => `${agency}, number on file`,
  meeting: 'Meeting point',
  parking: 'Parking',
  dress: 'Dress',
  weapons: 'Weapons',
  bring: 'Bring',
  bringList: 'Team ID, printed card, handouts with the team’s number, water. No list, no recorder.',
  missing: 'The coordinator fills this in before you set out.',
  written: (at: string) => `Written ${at}.`,
  changed: (at: string) => `Changed ${at}. Read it again.`,
  edit: 'Meeting point, parking, dress',
  meetingHint: 'Where the team meets before the room, in at most 160 letters.',
  parkingHint: 'Leave empty when nobody has to know.',
  keep: 'Keep the briefing',
  errorMeeting: 'Name the meeting point, in at most 160 letters.',
  errorParking: 'At most 160 letters.',
  errorChoose: 'Choose one.',
  card: 'Facilitator’s card',
  checklist: 'Checklist for the contact',
  meanwhile: 'Somebody else changed the briefing meanwhile. Compare, then keep it again.',

  checkTitle: 'Checklist for the agency’s contact',
  forContact: 'For the contact, without sign-in:',
  checkLead: 'Thank you for making room. With this done, the team can begin on time.',
  room: 'The room',
  roomList: [
    'Quiet and private, nobody passing through, big enough for the group and the team.',
    'Chairs in one circle, no table in the middle; tissues and water within reach.',
    'Light refreshments for afterwards, outside the circle.',
    'A second small room near by, for two people to talk.',
    'Radios and screens off; a note on the door.',
  ],
  people: 'Who is there',
  peopleList: [
    'Only the people of this one group, with a similar part in it. You confirm that with the lead before they begin.',
    'Not there: command and supervisors of the group, whoever investigates, press, bystanders, family.',
    'Whoever comes is off duty for that time and is not called out of it.',
    'Coming is voluntary and so is speaking. Nobody is noted as there or not there.',
  ],
  you: 'You',
  youList: [
    'Meet the team half an hour before at the meeting point and tell the lead what they should know about the day.',
    'Introduce the team in a sentence, then leave, before the first word.',
    'Don’t ask afterwards who said what. The lead calls you about the unit as a whole.',
  ],
  crewTitle: 'Words for the crew, to read out or pin up',
  crew: (type: string, at: string) =>
    `${at}: ${type}, with peers from other agencies. Coming is voluntary. Whoever comes may say nothing, and may leave. No notes are taken, nobody reports who was there, and it is neither a critique nor an investigation.`,
  number: (phone: string) => `The team’s number, day and night: ${phone}`,
}

const es: typeof en = {
  title: 'Instrucciones',
  over: 'Antes de entrar',
  session: 'Sesión',
  briefs: 'Quien dirige reúne a todos',
  onceThere: 'en cuanto llegue el equipo',
  lead: 'Dirige el equipo',
  leadsThere: 'Dirige allí',
  leadOpen: 'todavía no se sabe',
  team: 'Equipo',
  contact: 'Contacto de la agencia',
  noContact: 'Pregunte a la coordinación',
  onFile: (agency) => `${agency}, número registrado`,
  meeting: 'Punto de encuentro',
  parking: 'Estacionamiento',
  dress: 'Ropa',
  weapons: 'Armas',
  bring: 'Traiga',
  bringList:
    'Identificación del equipo, tarjeta impresa, hojas con el número del equipo, agua. Sin lista, sin grabadora.',
  missing: 'La coordinación lo completa antes de que usted salga.',
  written: (at) => `Escrito ${at}.`,
  changed: (at) => `Cambiado ${at}. Léalo otra vez.`,
  edit: 'Punto de encuentro, estacionamiento, ropa',
  meetingHint: 'Dónde se reúne el equipo antes de la sala, con 160 letras como máximo.',
  parkingHint: 'Déjelo vacío si nadie tiene que saberlo.',
  keep: 'Guardar',
  errorMeeting: 'Indique el punto de encuentro, con 160 letras como máximo.',
  errorParking: 'Como máximo 160 letras.',
  errorChoose: 'Elija una opción.',
  card: 'Tarjeta de quien dirige',
  checklist: 'Lista para el contacto',
  meanwhile: 'Alguien más cambió esto mientras tanto. Compare y guarde otra vez.',

  checkTitle: 'Lista para el contacto de la agencia',
  forContact: 'Para el contacto, sin iniciar sesión:',
  checkLead: 'Gracias por hacer sitio. Con esto hecho, el equipo puede empezar a tiempo.',
  room: 'La sala',
  roomList: [
    'Tranquila y privada, sin paso de gente, con espacio para el grupo y el equipo.',
    'Sillas en un círculo, sin mesa en medio; pañuelos y agua a mano.',
    'Algo ligero para después, fuera del círculo.',
    'Otra sala pequeña cerca, para que hablen dos personas.',
    'Radios y pantallas apagadas; un aviso en la puerta.',
  ],
  people: 'Quién está',
  peopleList: [
    'Solo personas de este grupo, con un papel parecido. Usted lo confirma con quien dirige antes de empezar.',
    'No están: mandos y supervisores del grupo, quien investiga, prensa, curiosos, familia.',
    'Quien viene está fuera de servicio ese rato y no se le llama.',
    'Venir es voluntario, y hablar también. A nadie se le anota si estuvo o no.',
  ],
  you: 'Usted',
  youList: [
    'Encuentre al equipo media hora antes en el punto de encuentro y cuente a quien dirige lo que deba saber del día.',
    'Presente al equipo en una frase y salga, antes de la primera palabra.',
    'Después no pregunte quién dijo qué. Quien dirige le llama por la unidad como un todo.',
  ],
  crewTitle: 'Palabras para el grupo, para leer o colgar',
  crew: (type, at) =>
    `${at}: ${type}, con pares de otras agencias. Venir es voluntario. Quien venga puede no decir nada, y puede irse. No se toman notas, nadie informa de quién estuvo, y no es una crítica ni una investigación.`,
  number: (phone) => `El número del equipo, de día y de noche: ${phone}`,
}

/** What a team reads before it goes in, and what the agency's contact prepares. */
export const briefingWords: Phrases<typeof en> = { en, es }
