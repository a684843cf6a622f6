import { peerWords } from './peerWords.ts'

const en = {
  begin: 'Write to somebody new',
  beginLine: 'You choose the peer. You give no name.',
  back: 'I have seven words',
  backLine: 'Go on with what you began.',
  phoneFirst: 'The phone is faster, day and night:',
  onNow: (count: number) => (count === 1 ? 'One peer is on call now.' : `${count} peers are on call now.`),
  nobodyOn:
    'None of these peers is on call now. They may read it only tomorrow. Somebody answers the phone now:',
  nobodyAtAll: 'Nobody can be written to here at the moment. Call instead.',
  limits: 'Before you write',
  limitsRead: 'What a peer may have to tell, by law',
  limitsSeen: 'I have read what a peer may have to tell',
  departmentPhone:
    'On a department phone or network the department may see that this page was opened. Use your own phone, off department Wi-Fi.',
  limitsAsk: 'Read it first, then tick the box.',
  goOn: 'Go on',
  choose: 'Whom do you want to write to?',
  chooseLine:
    'Choose somebody who wasn’t on the call. More than one is fine: whoever is free first takes it, and the others see nothing.',
  leaveOut: 'Leave out peers who serve in',
  nobodyLeftOut: 'nobody left out',
  alsoHidden: (count: number) =>
    count === 1
      ? '1 peer who doesn’t say where they serve is hidden too.'
      : `${count} peers who don’t say where they serve are hidden too.`,
  showHidden: 'Show them',
  nobodyLeft: 'Nobody else is left here. You can call the team instead:',
  onCall: 'on call',
  load: { light: 'has room', some: 'has some to carry', much: 'carries much' } as Record<string, string>,
  answers: 'usually answers',
  sixWords: 'Six words on their card',
  chooseAsk: 'Choose at least one.',
  atMost: (most: number) => `At most ${most} can be written to at once. Untick some.`,
  looking: 'Looking who is there …',
  words: 'Your seven words',
  wordsLine:
    'They are the only way back in, from any phone. We don’t have them and can’t send them again. Write them on paper, in this order.',
  wordsSeen: 'I wrote them down',
  wordsAsk: 'Write them down first, then tick the box.',
  message: 'What do you want to say?',
  send: 'Send',
  sending: 'Sealing and sending. An old phone takes a moment …',
  tooLong: 'That is more than one message holds. Send it in parts.',
  empty: 'Write something first.',
  notSent: 'It did not go out. What you wrote is still here. Try again, or call:',
  full: 'Many are waiting for these peers. What you wrote is kept: choose others, or call:',
  replaced: 'A peer changed meanwhile. What you wrote is kept: choose once more, or call:',
  noAnswer:
    'No answer came, so nobody can tell whether it went out. Press “Send” again: it goes out once only. Or call:',
  noConnection: (press: string) => `No answer came. Press “${press}” once more, or call:`,
  tryAgain: 'Try again',
  cantSeal: 'This phone could not do the sealing. Close other tabs and try again, or call:',
  cantOpen: 'This phone could not open it. Close other tabs and try again, or call:',
  hadArrived: 'What you sent first had arrived, and it waits here.',
  hadArrivedDraft:
    'What you sent first had arrived, and it waits here. What you changed since did not go out.',
  notOpened: 'Conversations can’t begin here. Call instead:',
  typeWords: 'Type your seven words',
  typeHint: 'Capitals, spaces and hyphens don’t matter.',
  open: 'Open',
  opening: 'Opening. This takes a moment …',
  howMany: (found: number) => `Those are ${found} words; there are seven.`,
  unknownWord: (place: number, typed: string, near: string) =>
    `Word ${place}, “${typed}”, is none of the list.${near === '' ? '' : ` Perhaps: ${near}.`}`,
  notOpen:
    'Nothing is open for these words. Check each one, and their order. If they are right, it was closed, or quiet for 14 days, or open for 90. Begin anew, or call:',
  offline: 'No connection. It is tried again by itself.',
  talk: 'Your conversation',
  onlyTwo: 'Only you two hold the key.',
  onlyChosen: 'Only you and the peers you chose hold the key.',
  onlyFromHere: 'From here on only you two hold the key. Who read before has read it.',
  onlyTwoLine:
    'After closing, 14 quiet days, or 90 days in all, our copy can’t be opened. Your way back in: the seven words you wrote down.',
  waiting:
    'Sent. The first of your peers who is free takes it. You may close this page and look again later with your seven words; nothing will come to your phone.',
  unseen: 'Nobody has seen this yet; call:',
  taken: (name: string) => `${name} has it.`,
  silent: (name: string) => `${name} has not answered for a quarter of an hour. If it presses, call:`,
  gone: {
    lapsed: (name: string) =>
      `${name} may not go on at the moment: their certification has ended. The law’s protection of what you write may have ended with it. Go on with another peer, or call:`,
    new_keys: (name: string) =>
      `${name} lost their keys and can’t read what you wrote. For 72 hours nobody can write to their new ones. Go on with another peer, or call:`,
  },
  newIdentity: (name: string, day: string) =>
    `${name} has new keys since ${day} and can’t read what you wrote before. Compare these six words with their new card, or call first:`,
  sameAgain: (name: string) => `The six words fit: go on with ${name}`,
  sixSince: (day: string) => `since ${day}`,
  onlyThose: 'Only you, your peer and whoever you let read along hold the key.',
  consult: 'Let a professional read along',
  consultLine:
    'A mental health professional of the team reads with your peer and advises them. They write nothing here. You can end it, or go on with another peer, whom they don’t follow.',
  consultLater: 'Your peer’s keys changed. Go on with them or another one first.',
  notAdded: 'It was not kept: nobody was added. Try again.',
  consultNobody: 'No professional can be let in at the moment.',
  readsAlong: 'A professional reads along, because you let them.',
  endAlong: 'Stop the professional from reading',
  falsePeer:
    'The server names somebody you did not write to. Don’t write on here. Call, and say that this page said so:',
  tampered:
    'What came can’t be right: something was changed, left out or put in another order. Don’t write on here. Call:',
  otherTab: 'Something came from another tab of yours. Read it, then send once more.',
  close: 'Close for good',
  closeSure: 'Close? Nobody can open it from our copy any more, nor with the words.',
  closed: 'Closed',
  closedUnread: 'Our copy can’t be opened any more. Nobody had taken it.',
  notClosed: 'It is not closed yet: no answer came. Try again.',
  noAnswerYet: 'No answer came. Try again in a moment.',
  unsent: 'Not sent. Copy it if you want to keep it:',
  closedLine: 'Our copy can’t be opened any more. The other person has read what you wrote.',
  keep: 'Leave it open',
  backToTalk: 'Back to the conversation',
  another: 'Go on with another peer',
  anotherLine: 'The one who has it now gets nothing more, nor does whoever reads along.',
  showOlder: 'Show them everything so far, also what the peer answered',
  you: 'You',
  peer: 'Peer',
  peerBefore: 'Another peer',
  ownWords: 'These look like your seven words. Don’t send them: they open everything.',
  closedByOther: 'Your peer closed it, or it ended by itself. You can write to somebody else now, or call:',
  locked: 'Before this reader’s time.',
  sent: 'sent',
  write: 'Write…',
}

const es: typeof en = {
  begin: 'Escribir a alguien nuevo',
  beginLine: 'Usted elige a quién. No da ningún nombre.',
  back: 'Tengo siete palabras',
  backLine: 'Seguir con lo que comenzó.',
  phoneFirst: 'El teléfono es más rápido, de día y de noche:',
  onNow: (count) =>
    count === 1
      ? 'Un compañero de apoyo está de guardia ahora.'
      : `${count} compañeros de apoyo están de guardia ahora.`,
  nobodyOn:
    'Ninguno de estos compañeros está de guardia ahora. Quizá lo lean mañana. Por teléfono le responden ahora:',
  nobodyAtAll: 'Por ahora aquí no se puede escribir a nadie. Llame.',
  limits: 'Antes de escribir',
  limitsRead: 'Lo que un compañero quizá deba contar, por ley',
  limitsSeen: 'He leído lo que un compañero quizá deba contar',
  departmentPhone:
    'En un teléfono o una red del departamento, el departamento puede ver que se abrió esta página. Use su propio teléfono, fuera del wifi del departamento.',
  limitsAsk: 'Léalo primero y marque la casilla.',
  goOn: 'Seguir',
  choose: '¿A quién quiere escribir?',
  chooseLine:
    'Elija a alguien que no estuvo en la llamada. Pueden ser varios: lo toma quien esté libre primero, y los demás no ven nada.',
  leaveOut: 'Dejar fuera a compañeros que sirven en',
  nobodyLeftOut: 'nadie queda fuera',
  alsoHidden: (count) =>
    count === 1
      ? 'También se oculta a 1 compañero que no dice dónde sirve.'
      : `También se oculta a ${count} compañeros que no dicen dónde sirven.`,
  showHidden: 'Mostrarlos',
  nobodyLeft: 'Aquí no queda nadie más. También puede llamar al equipo:',
  onCall: 'de guardia',
  load: { light: 'tiene tiempo', some: 'lleva algo', much: 'lleva mucho' },
  answers: 'suele responder',
  sixWords: 'Seis palabras de su tarjeta',
  chooseAsk: 'Elija al menos a una persona.',
  atMost: (most) => `Se puede escribir a ${most} personas a la vez como máximo. Desmarque algunas.`,
  looking: 'Se mira quién está …',
  words: 'Sus siete palabras',
  wordsLine:
    'Son la única forma de volver, desde cualquier teléfono. No las tenemos y no podemos enviarlas otra vez. Escríbalas en papel, en este orden. Están en inglés.',
  wordsSeen: 'Las escribí',
  wordsAsk: 'Escríbalas primero y marque la casilla.',
  message: '¿Qué quiere decir?',
  send: 'Enviar',
  sending: 'Se sella y se envía. En un teléfono viejo tarda un momento …',
  tooLong: 'Es más de lo que cabe en un mensaje. Envíelo por partes.',
  empty: 'Escriba algo primero.',
  notSent: 'No salió. Lo que escribió sigue aquí. Inténtelo otra vez, o llame:',
  full: 'Muchas personas esperan a estos compañeros. Lo que escribió se conserva: elija a otros, o llame:',
  replaced:
    'Algo cambió en un compañero mientras tanto. Lo que escribió se conserva: elija otra vez, o llame:',
  noAnswer:
    'No llegó respuesta, así que no se sabe si salió. Pulse «Enviar» otra vez: sale una sola vez. O llame:',
  noConnection: (press) => `No llegó respuesta. Pulse «${press}» otra vez, o llame:`,
  tryAgain: 'Intentarlo otra vez',
  cantSeal: 'Este teléfono no pudo hacer el sellado. Cierre otras pestañas e inténtelo otra vez, o llame:',
  cantOpen: 'Este teléfono no pudo abrirlo. Cierre otras pestañas e inténtelo otra vez, o llame:',
  hadArrived: 'Lo que envió primero había llegado, y aquí espera.',
  hadArrivedDraft: 'Lo que envió primero había llegado, y aquí espera. Lo que cambió después no salió.',
  notOpened: 'Aquí no pueden comenzar conversaciones. Llame:',
  typeWords: 'Escriba sus siete palabras',
  typeHint: 'Las mayúsculas, los espacios y los guiones no importan.',
  open: 'Abrir',
  opening: 'Se abre. Tarda un momento …',
  howMany: (found) => `Son ${found} palabras; deben ser siete.`,
  unknownWord: (place, typed, near) =>
    `La palabra ${place}, «${typed}», no está en la lista.${near === '' ? '' : ` Quizá: ${near}.`}`,
  notOpen:
    'Nada está abierto con estas palabras. Revise cada una y su orden. Si son correctas, se cerró, o pasaron 14 días en silencio, o 90 en total. Comience de nuevo, o llame:',
  offline: 'No hay conexión. Se intenta otra vez por sí solo.',
  talk: 'Su conversación',
  onlyTwo: 'Solo ustedes dos tienen la llave.',
  onlyChosen: 'Solo usted y los compañeros que eligió tienen la llave.',
  onlyFromHere: 'Desde aquí solo ustedes dos tienen la llave. Quien leyó antes ya lo leyó.',
  onlyTwoLine:
    'Después de cerrarla, de 14 días en silencio o de 90 días en total, nuestra copia no se puede abrir. Su forma de volver: las siete palabras que escribió.',
  waiting:
    'Enviado. Lo toma el primero de sus compañeros que esté libre. Puede cerrar esta página y volver más tarde con sus siete palabras; nada llegará a su teléfono.',
  unseen: 'Nadie lo ha visto todavía; llame:',
  taken: (name) => `${name} la tiene.`,
  silent: (name) => `${name} no ha respondido en un cuarto de hora. Si es urgente, llame:`,
  gone: {
    lapsed: (name) =>
      `${name} no puede seguir por ahora: su acreditación venció. Con ella puede haber terminado la protección que da la ley a lo que usted escribe. Siga con otro compañero, o llame:`,
    new_keys: (name) =>
      `${name} perdió sus llaves y no puede leer lo que usted escribió. Durante 72 horas nadie puede escribir a las nuevas. Siga con otro compañero, o llame:`,
  },
  newIdentity: (name, day) =>
    `${name} tiene llaves nuevas desde ${day} y no puede leer lo que usted escribió antes. Compare estas seis palabras con su tarjeta nueva, o llame primero:`,
  sameAgain: (name) => `Las seis palabras coinciden: seguir con ${name}`,
  sixSince: (day) => `desde ${day}`,
  onlyThose: 'Solo usted, su compañero y quien usted dejó leer tienen la llave.',
  consult: 'Dejar que lea un profesional',
  consultLine:
    'Un profesional de salud mental del equipo lee con su compañero y le aconseja. Aquí no escribe nada. Usted puede terminarlo, o seguir con otra persona, y entonces ya no lee.',
  consultLater: 'Las llaves de su compañero cambiaron. Primero siga con esa persona o con otra.',
  notAdded: 'No se guardó: no se añadió a nadie. Inténtelo otra vez.',
  consultNobody: 'Por ahora no se puede dejar entrar a ningún profesional.',
  readsAlong: 'Un profesional lee también, porque usted lo dejó.',
  endAlong: 'Que el profesional deje de leer',
  falsePeer:
    'El servidor nombra a alguien a quien usted no escribió. No siga escribiendo aquí. Llame y diga que esta página lo dijo:',
  tampered:
    'Lo que llegó no puede ser correcto: algo se cambió, falta o está en otro orden. No siga escribiendo aquí. Llame:',
  otherTab: 'Llegó algo de otra pestaña suya. Léalo y envíe otra vez.',
  close: 'Cerrar para siempre',
  closeSure: '¿Cerrar? Nadie podrá abrirla desde nuestra copia, ni con las palabras.',
  closed: 'Cerrada',
  closedUnread: 'Nuestra copia ya no se puede abrir. Nadie la había tomado.',
  notClosed: 'Todavía no está cerrada: no llegó respuesta. Inténtelo otra vez.',
  noAnswerYet: 'No llegó respuesta. Inténtelo dentro de un momento.',
  unsent: 'Sin enviar. Cópielo si quiere guardarlo:',
  closedLine: 'Nuestra copia ya no se puede abrir. La otra persona leyó lo que usted escribió.',
  keep: 'Dejarla abierta',
  backToTalk: 'Volver a la conversación',
  another: 'Seguir con otro compañero',
  anotherLine: 'Quien la tiene ahora ya no recibe nada, ni quien lee también.',
  showOlder: 'Mostrarle todo hasta ahora, también lo que respondió el compañero',
  you: 'Usted',
  peer: 'Compañero',
  peerBefore: 'Otro compañero',
  ownWords: 'Parecen sus siete palabras. No las envíe: lo abren todo.',
  closedByOther:
    'Su compañero la cerró, o terminó por sí sola. Puede escribir a otra persona ahora, o llamar:',
  locked: 'De antes de este lector.',
  sent: 'enviado',
  write: 'Escriba…',
}

export type TalkWords = typeof en & (typeof peerWords)['en']
export const talkWords: { readonly en: TalkWords; readonly es: TalkWords } = {
  en: { ...en, ...peerWords.en },
  es: { ...es, ...peerWords.es },
}
