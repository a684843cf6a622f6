const en = {
  unlock: 'Unlock your conversations',
  unlockLine: 'Your seven words open your keys in this tab. We hold neither.',
  unlockPasskeyLine: 'Your passkey or your seven words open your keys in this tab. We hold none of them.',
  wrongWords: 'These words don’t open it. Check them, or make new keys if they are lost.',
  makeKeys: 'Make your keys',
  makeKeysLine:
    'Your browser makes them. Write the seven words down: they open your keys on any device, and nobody can give them back to you.',
  make: 'I wrote them down: make my keys',
  making: 'Making your keys …',
  lost: 'My words are lost: make new keys',
  lostLine:
    'What is open now can’t be read by you any more, and for 72 hours nobody can write to you. Your six words change: cards that were handed out are void.',
  yourSix: 'Your six words, as they stand on your card:',
  nothingWaits: 'Nothing waits, and you have no open conversation.',
  waits: (count: number) => (count === 1 ? 'Somebody waits' : `${count} people wait`),
  take: 'Take it',
  fasterOther: 'Another peer was faster.',
  open1: (day: string) => `Open, last written ${day}`,
  newKey: 'You can write already. It goes out as soon as the new key is here, in a few seconds.',
  seeker: 'The person',
  onlyWithThose: 'Only the two of you and the professional they let in hold the key.',
  toList: 'All conversations',
  openWithPasskey: 'Open with your passkey',
  openWithWords: 'Open with the words',
  askingPasskey: 'Your browser asks for your passkey …',
  passkeyNot: 'No passkey answered. Try again, or use your seven words.',
  passkeyCant: 'This passkey, or this browser, can’t open it. Your seven words can.',
  passkeyLine: 'On this device your passkey can open them too, if it is able to.',
  addPasskey: 'Open with my passkey from now on',
  passkeyAdded: 'Your passkey opens them now. Keep the words: they work on every device.',
  tooManyWays: 'There are six ways already. End one that you don’t need.',
  notKept: 'It was not kept. Try again.',
  ways: 'What opens your keys',
  waysLine: 'Each of these opens all of them. We can use none.',
  wayWords: (day: string) => `Seven words, made ${day}`,
  wayPasskey: (day: string) => `A passkey, added ${day}`,
  endWay: 'End it',
  newWords: 'Make new seven words',
  newWordsLine: 'Write them down. The old ones open your keys until you end them.',
  newWordsKeep: 'I wrote them down: keep them',
  toWays: 'Back',
  notYours:
    'What is shown of you here is not what your own keys say: whoever writes to you would write to somebody else’s key. Take nothing, and tell your team:',
  haltedLong: {
    lapsed:
      'Your certification has ended, so nothing is served to you and nobody new can write to you. The law’s protection may have ended too. The people you have open conversations with are told so and offered another peer.',
    new_keys:
      'Your keys are new after a loss. For 72 hours nothing is served to you. The people you have open conversations with are told so and offered another peer.',
  },
  haltedTitle: 'Not now',
  noMore:
    'This is not open for you any more: it was closed, it ended by itself, or the person goes on with somebody else.',
  signedOut: 'You are signed out',
  signedOutLine: 'Nothing is closed. Sign in and open your keys again; the person sees no difference.',
  signInAgain: 'Sign in again',
  notYou: 'You can’t take it at the moment: you show yourself to nobody, or your certification has ended.',
  keysRemade:
    'This was sealed to keys you don’t have any more. The person is told, and can let you in again or go on with another peer. If it presses, call:',
  alsoReads: (names: string) => `Reads along, because the person let them: ${names}`,
  readAlong: 'You read along and write nothing here. Talk with the peer who has it.',
  openAlong: (day: string) => `Read along, last written ${day}`,
  lostSureTitle: 'Void your cards?',
  lostSure: 'Void my cards and make new keys',
  keysElsewhere:
    'Other keys were made meanwhile, on another device or in another tab. Load this page again. If that was not you, call:',
}

const es: typeof en = {
  unlock: 'Abra sus conversaciones',
  unlockLine: 'Sus siete palabras abren sus llaves en esta pestaña. Nosotros no tenemos ni unas ni otras.',
  unlockPasskeyLine:
    'Su llave de acceso o sus siete palabras abren sus llaves en esta pestaña. Nosotros no tenemos ninguna.',
  wrongWords: 'Estas palabras no la abren. Revíselas, o haga llaves nuevas si se perdieron.',
  makeKeys: 'Haga sus llaves',
  makeKeysLine:
    'Las hace su navegador. Escriba las siete palabras: abren sus llaves en cualquier aparato, y nadie puede devolvérselas.',
  make: 'Las escribí: hacer mis llaves',
  making: 'Se hacen sus llaves …',
  lost: 'Perdí mis palabras: hacer llaves nuevas',
  lostLine:
    'Lo que está abierto ya no podrá leerlo, y durante 72 horas nadie puede escribirle. Sus seis palabras cambian: las tarjetas repartidas ya no valen.',
  yourSix: 'Sus seis palabras, como están en su tarjeta:',
  nothingWaits: 'Nada espera, y no tiene ninguna conversación abierta.',
  waits: (count) => (count === 1 ? 'Alguien espera' : `${count} personas esperan`),
  take: 'Tomarla',
  fasterOther: 'Otro compañero fue más rápido.',
  open1: (day) => `Abierta, último mensaje ${day}`,
  newKey: 'Ya puede escribir. Sale en cuanto llegue la llave nueva, en unos segundos.',
  seeker: 'La persona',
  onlyWithThose: 'Solo ustedes dos y el profesional a quien la persona dejó leer tienen la llave.',
  toList: 'Todas las conversaciones',
  openWithPasskey: 'Abrir con su llave de acceso',
  openWithWords: 'Abrir con las palabras',
  askingPasskey: 'Su navegador pide su llave de acceso …',
  passkeyNot: 'Ninguna llave de acceso respondió. Inténtelo otra vez, o use sus siete palabras.',
  passkeyCant: 'Esta llave de acceso, o este navegador, no puede abrirlo. Sus siete palabras sí.',
  passkeyLine: 'En este aparato también puede abrirlas su llave de acceso, si es capaz.',
  addPasskey: 'Abrir con mi llave de acceso desde ahora',
  passkeyAdded: 'Su llave de acceso las abre ahora. Guarde las palabras: sirven en cualquier aparato.',
  tooManyWays: 'Ya hay seis formas. Termine una que no necesite.',
  notKept: 'No se guardó. Inténtelo otra vez.',
  ways: 'Qué abre sus llaves',
  waysLine: 'Cada una las abre todas. Nosotros no podemos usar ninguna.',
  wayWords: (day) => `Siete palabras, hechas ${day}`,
  wayPasskey: (day) => `Una llave de acceso, añadida ${day}`,
  endWay: 'Terminarla',
  newWords: 'Hacer otras siete palabras',
  newWordsLine: 'Escríbalas. Las anteriores abren sus llaves hasta que usted las termine.',
  newWordsKeep: 'Las escribí: guardarlas',
  toWays: 'Atrás',
  notYours:
    'Lo que aquí se muestra de usted no es lo que dicen sus propias llaves: quien le escriba escribiría a la llave de otro. No tome nada y avise a su equipo:',
  haltedLong: {
    lapsed:
      'Su acreditación venció: no se le sirve nada y nadie nuevo puede escribirle. También puede haber terminado la protección de la ley. A las personas con quienes tiene conversaciones abiertas se les dice y se les ofrece otro compañero.',
    new_keys:
      'Sus llaves son nuevas después de una pérdida. Durante 72 horas no se le sirve nada. A las personas con quienes tiene conversaciones abiertas se les dice y se les ofrece otro compañero.',
  },
  haltedTitle: 'Ahora no',
  noMore:
    'Esto ya no está abierto para usted: se cerró, terminó por sí solo, o la persona sigue con alguien más.',
  signedOut: 'Su sesión terminó',
  signedOutLine: 'Nada se cerró. Entre otra vez y abra sus llaves; la persona no nota nada.',
  signInAgain: 'Entrar otra vez',
  notYou: 'Por ahora no puede tomarla: no se muestra a nadie, o su acreditación venció.',
  keysRemade:
    'Esto se selló para llaves que usted ya no tiene. La persona lo sabe, y puede dejarle entrar otra vez o seguir con otro compañero. Si es urgente, llame:',
  alsoReads: (names) => `Lee también, porque la persona lo dejó: ${names}`,
  readAlong: 'Usted lee y aquí no escribe nada. Hable con el compañero que la tiene.',
  openAlong: (day) => `Leer, último mensaje ${day}`,
  lostSureTitle: '¿Anular sus tarjetas?',
  lostSure: 'Anular mis tarjetas y hacer llaves nuevas',
  keysElsewhere:
    'Mientras tanto se hicieron otras llaves, en otro aparato o en otra pestaña. Cargue esta página otra vez. Si no fue usted, llame:',
}

/** What only a peer’s side says. */
export const peerWords = { en, es }
