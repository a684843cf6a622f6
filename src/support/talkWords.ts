import type { Phrases, Words } from '../ui/language.ts'
import type { AnswerTime, Lived, PeerLoad } from './peer.ts'

export const livedWords: Words<Lived> = {
  en: {
    death_of_a_child: 'the death of a child on a call',
    line_of_duty_death: 'a death in the line of duty',
    shooting: 'a shooting',
    suicide_of_a_colleague: 'a colleague’s suicide',
    mass_casualty: 'a mass casualty call',
    own_injury: 'an injury of my own',
    divorce: 'a divorce',
    drinking: 'drinking, and stopping',
    moral_injury: 'something I had to do, or couldn’t do',
    retirement: 'retiring',
    military_service: 'military service',
    loss_of_a_partner: 'the loss of a partner',
  },
  es: {
    death_of_a_child: 'la muerte de un niño en una llamada',
    line_of_duty_death: 'una muerte en acto de servicio',
    shooting: 'un tiroteo',
    suicide_of_a_colleague: 'el suicidio de un colega',
    mass_casualty: 'una llamada con muchas víctimas',
    own_injury: 'una lesión propia',
    divorce: 'un divorcio',
    drinking: 'la bebida, y dejarla',
    moral_injury: 'algo que tuve que hacer, o no pude hacer',
    retirement: 'la jubilación',
    military_service: 'el servicio militar',
    loss_of_a_partner: 'la pérdida de mi pareja',
  },
}

export const answerTimeWords: Words<AnswerTime> = {
  en: {
    mornings: 'mornings',
    days: 'by day',
    evenings: 'evenings',
    nights: 'at night',
    weekends: 'weekends',
  },
  es: {
    mornings: 'por la mañana',
    days: 'de día',
    evenings: 'por la tarde',
    nights: 'de noche',
    weekends: 'fines de semana',
  },
}

export const loadWords: Words<PeerLoad> = {
  en: { light: 'has room', some: 'has some to carry', much: 'carries much' },
  es: { light: 'tiene tiempo', some: 'lleva algo', much: 'lleva mucho' },
}

const en = {
  peersTitle: 'Find a peer',
  peersLead:
    'Choose somebody who wasn’t on the call. You may refuse anybody, for whatever reason, and nobody asks which.',
  peersNone: 'Nobody shows themselves here yet. The team’s number reaches whoever is on call.',
  peersNote:
    'They chose what stands here. Nobody is told that you looked; filtering happens on your phone, without a request.',
  byDiscipline: 'Only',
  all: 'everybody',
  leaveOut: 'Not from',
  nobody: 'nobody left out',
  alsoHidden: (count: number) =>
    count === 1
      ? '1 peer who doesn’t say where they serve is hidden too.'
      : `${count} peers who don’t say where they serve are hidden too.`,
  showHidden: 'Show them',
  notOffered: (count: number) =>
    count === 1
      ? 'One more department can’t be left out here.'
      : `${count} more departments can’t be left out here.`,
  onCall: 'on call now',
  lived: 'Has lived through',
  answers: 'Usually answers',
  sixWords: 'Six words on their card',
  callFor: 'Ask for them at the team’s number',
  write: 'Write to a peer',
  back: 'Back',
  writeTitle: 'Write to a peer',
  writeLead: 'Sealed on your phone, for the peer you choose. We keep no name and hold no key.',
  noScript:
    'Writing needs JavaScript, because your phone does the sealing. Without it, call: the phone works everywhere.',
  title: 'Conversations',
  lead: 'What somebody wrote to you is sealed to your keys. We can’t open it.',
  profileTitle: 'What others see of you',
  profileLead: 'Only what you choose here is shown, and only while you may be sent.',
  shownAs: 'Shown as',
  shownAsHint: 'A first name or a nickname, at most 40 letters.',
  discipline: 'Discipline',
  agency: 'Where I serve',
  agencyNone: 'I don’t say',
  languages: 'I speak',
  livedPick: 'I have lived through',
  livedHint: 'Tick only what you want strangers to read.',
  answersPick: 'I usually answer',
  published: 'Show me to whoever looks for a peer',
  keep: 'Keep this',
  kept: 'Kept.',
  errorName: 'Give a name of 1 to 40 letters.',
  errorDiscipline: 'Choose a discipline from the list.',
  errorLanguages: 'Tick at least one language.',
  card: 'My card to print',
  cardTitle: 'Your card',
  cardLead:
    'Compare its six words with those your own keys say, under “What opens your keys”. Then print it, cut it out, hand it to whoever may need you.',
  cardName: 'Peer supporter',
  cardSix: 'Before you write, the page shows six words. They must be these:',
  cardNone: 'Make your keys first; then six words stand here.',
  cardAt: 'To write or to call:',
  profileFirst: 'Say first what others see of you; then your browser makes your keys.',
  passkeyFirst:
    'Conversations open only for whoever signed in with a passkey of theirs: a mailbox alone must not reach them.',
  passkeyShow: 'Show my passkey',
  noMember: 'Your account is not tied to a member of this team, so nobody can write to you.',
  off: 'You show yourself to nobody, so nobody can write to you.',
  publishedAlong: 'Let seekers invite me to read along',
  shownAlong:
    'Nobody looks for you here or writes to you first. While you may be sent, somebody who talks with a peer may choose you to read along and advise the peer.',
  cardLeadAlong:
    'Compare its six words with those your own keys say, under “What opens your keys”. Then print it, cut it out, hand it to whoever may let you read along.',
  cardNameAlong: 'Mental health professional',
  cardSixAlong: 'Before somebody lets you read along, the page shows six words. They must be these:',
  offAlong: 'You show yourself to nobody, so nobody can let you read along.',
}

const es: typeof en = {
  peersTitle: 'Buscar un compañero',
  peersLead:
    'Elija a alguien que no estuvo en la llamada. Puede rechazar a cualquiera, por el motivo que sea, y nadie pregunta cuál.',
  peersNone: 'Aquí todavía no se muestra nadie. El número del equipo llega a quien esté de guardia.',
  peersNote:
    'Cada cual eligió lo que aquí se lee. Nadie se entera de que usted miró; el filtro funciona en su teléfono, sin preguntar a nadie.',
  byDiscipline: 'Solo',
  all: 'todos',
  leaveOut: 'No de',
  nobody: 'nadie queda fuera',
  alsoHidden: (count) =>
    count === 1
      ? 'También se oculta a 1 compañero que no dice dónde sirve.'
      : `También se oculta a ${count} compañeros que no dicen dónde sirven.`,
  showHidden: 'Mostrarlos',
  notOffered: (count) =>
    count === 1
      ? 'Hay un departamento más que aquí no se puede dejar fuera.'
      : `Hay ${count} departamentos más que aquí no se pueden dejar fuera.`,
  onCall: 'de guardia ahora',
  lived: 'Ha vivido',
  answers: 'Suele responder',
  sixWords: 'Seis palabras de su tarjeta',
  callFor: 'Pregunte por esta persona en el número del equipo',
  write: 'Escribir a un compañero',
  back: 'Volver',
  writeTitle: 'Escribir a un compañero',
  writeLead:
    'Se sella en su teléfono, para el compañero que usted elija. No guardamos ningún nombre ni tenemos la llave.',
  noScript:
    'Para escribir hace falta JavaScript, porque su teléfono hace el sellado. Sin él, llame: el teléfono funciona en todas partes.',
  title: 'Conversaciones',
  lead: 'Lo que alguien le escribió está sellado para sus llaves. Nosotros no podemos abrirlo.',
  profileTitle: 'Lo que otros ven de usted',
  profileLead: 'Solo se muestra lo que elija aquí, y solo mientras pueda ser enviado.',
  shownAs: 'Se muestra como',
  shownAsHint: 'Un nombre o un apodo, con 40 letras como máximo.',
  discipline: 'Disciplina',
  agency: 'Dónde sirvo',
  agencyNone: 'No lo digo',
  languages: 'Hablo',
  livedPick: 'He vivido',
  livedHint: 'Marque solo lo que quiere que lean personas desconocidas.',
  answersPick: 'Suelo responder',
  published: 'Mostrarme a quien busca a un compañero',
  keep: 'Guardar',
  kept: 'Guardado.',
  errorName: 'Escriba un nombre de 1 a 40 letras.',
  errorDiscipline: 'Elija una disciplina de la lista.',
  errorLanguages: 'Marque al menos un idioma.',
  card: 'Mi tarjeta para imprimir',
  cardTitle: 'Su tarjeta',
  cardLead:
    'Compare sus seis palabras con las que dicen sus propias llaves, en «Qué abre sus llaves». Después imprímala, recórtela y dela a quien pueda necesitarle.',
  cardName: 'Par de apoyo',
  cardSix: 'Antes de escribir, la página muestra seis palabras. Deben ser estas:',
  cardNone: 'Haga primero sus llaves; después aquí hay seis palabras.',
  cardAt: 'Para escribir o llamar:',
  profileFirst: 'Diga primero lo que otros ven de usted; después su navegador hace sus llaves.',
  passkeyFirst:
    'Las conversaciones se abren solo a quien entró con su llave de acceso: un buzón de correo por sí solo no debe llegar a ellas.',
  passkeyShow: 'Mostrar mi llave de acceso',
  noMember: 'Su cuenta no está unida a nadie de este equipo, así que nadie puede escribirle.',
  off: 'No se muestra a nadie, así que nadie puede escribirle.',
  publishedAlong: 'Dejar que quien escribe me invite a leer también',
  shownAlong:
    'Aquí nadie le busca ni le escribe primero. Mientras pueda ser enviado, quien habla con un compañero puede elegirle para que lea también y aconseje al compañero.',
  cardLeadAlong:
    'Compare sus seis palabras con las que dicen sus propias llaves, en «Qué abre sus llaves». Después imprímala, recórtela y dela a quien pueda dejarle leer también.',
  cardNameAlong: 'Profesional de salud mental',
  cardSixAlong:
    'Antes de que alguien le deje leer también, la página muestra seis palabras. Deben ser estas:',
  offAlong: 'No se muestra a nadie, así que nadie puede dejarle leer también.',
}

export const talkPageWords: Phrases<typeof en> = { en, es }
