import type { MessagingCode } from '../messaging/index.ts'
import type { Phrases, Words } from '../ui/language.ts'

export const reachProblemWords: Words<MessagingCode> = {
  en: {
    phone_malformed: 'Give a whole number, such as 617-555-0142. One with an extension can’t take texts.',
    phone_stopped:
      'This number said STOP. Text START to the team’s number first, or have the code read to you.',
    proof_too_often: 'Five codes were sent in an hour. Wait an hour, then ask again.',
    proof_over: 'This code is over. Ask for a new one.',
    code_wrong: 'This is not the code. Type the six digits of the newest message.',
    browser_unknown:
      'This browser gave an address that can’t be used. Load the page again and try once more.',
  },
  es: {
    phone_malformed: 'Indique un número completo, como 617-555-0142. Con extensión no recibe mensajes.',
    phone_stopped:
      'Este número dijo STOP. Envíe primero START al número del equipo, o pida que le lean el código.',
    proof_too_often: 'Se enviaron cinco códigos en una hora. Espere una hora y pídalo otra vez.',
    proof_over: 'Este código ya no vale. Pida uno nuevo.',
    code_wrong: 'Este no es el código. Escriba las seis cifras del mensaje más reciente.',
    browser_unknown:
      'Este navegador dio una dirección que no sirve. Vuelva a cargar la página e inténtelo otra vez.',
  },
}

const en = {
  title: 'How we reach you',
  lead: 'Messages say that something waits, never what. You choose the ways; a phone counts once you proved that it is yours.',
  alone: (region: string) => `All of this is for ${region} alone; another region of yours has its own.`,
  ways: 'Ways',
  byMail: 'Mail',
  byText: 'Text',
  byCall: 'An automated call',
  byPush: 'A notification on my devices',
  lang: 'Language of messages',
  english: 'English',
  spanish: 'Spanish',
  keep: 'Keep this',
  kept: 'Kept.',
  onCallCalls: 'While you are on call and silent, we also telephone you, whatever you chose.',
  phone: 'Your phone',
  number: 'Number',
  numberHint: 'Your own, not the department’s: a department phone shows that the team wrote to you.',
  sendText: 'Text me a code',
  sendCall: 'Call me with a code',
  code: 'The six digits',
  codeHint: (phone: string) => `Sent to ${phone}. It is good for ten minutes and five tries.`,
  prove: 'This is my number',
  proven: (phone: string) => `${phone} is yours, as you proved.`,
  none: 'No number is on file.',
  stopped: 'You said STOP, so we text you no more. Text START to the team’s number to have texts again.',
  remove: 'Remove this number',
  errorWays: 'Choose at least one way.',
  errorPhone: 'Texts and calls need a proven number. Prove one first.',
  errorDevice: 'Notifications need a device. Add one first.',
  look: 'How we reach you',
  hears: 'What you hear from which agency',
  cards: 'Facilitator’s cards',
  record: 'What was done about my record',
  followUps: 'My follow-ups',
  referrals: 'Where to go on to',
  noPhones: 'This installation sends no texts and places no calls yet. Its operator can set that up.',
}

const es: typeof en = {
  title: 'Cómo le avisamos',
  lead: 'Los mensajes dicen que algo espera, nunca qué. Usted elige las vías; un teléfono cuenta cuando comprobó que es suyo.',
  alone: (region) => `Todo esto vale solo para ${region}; otra región suya tiene lo suyo.`,
  ways: 'Vías',
  byMail: 'Correo',
  byText: 'Mensaje de texto',
  byCall: 'Llamada automática',
  byPush: 'Aviso en mis dispositivos',
  lang: 'Idioma de los mensajes',
  english: 'Inglés',
  spanish: 'Español',
  keep: 'Guardar',
  kept: 'Guardado.',
  onCallCalls: 'Cuando está de guardia y no contesta, también le llamamos, elija lo que elija.',
  phone: 'Su teléfono',
  number: 'Número',
  numberHint:
    'El suyo, no el del departamento: en un teléfono del departamento se ve que el equipo le escribió.',
  sendText: 'Envíenme un código',
  sendCall: 'Llámenme con un código',
  code: 'Las seis cifras',
  codeHint: (phone) => `Enviado a ${phone}. Vale diez minutos y cinco intentos.`,
  prove: 'Este número es mío',
  proven: (phone) => `${phone} es suyo, como comprobó.`,
  none: 'No hay ningún número registrado.',
  stopped:
    'Usted dijo STOP, así que no le enviamos más mensajes. Envíe START al número del equipo para recibirlos otra vez.',
  remove: 'Quitar este número',
  errorWays: 'Elija al menos una vía.',
  errorPhone: 'Para mensajes y llamadas hace falta un número comprobado. Compruebe uno primero.',
  errorDevice: 'Para los avisos hace falta un dispositivo. Añada uno primero.',
  look: 'Cómo le avisamos',
  hears: 'De qué agencia se entera de qué',
  cards: 'Tarjetas de quien dirige',
  record: 'Lo que se hizo sobre mi registro',
  followUps: 'Mis seguimientos',
  referrals: 'A dónde seguir',
  noPhones: 'Esta instalación todavía no envía mensajes ni hace llamadas. Quien la opera puede configurarlo.',
}

/** Where people choose how they are reached. */
export const reachWords: Phrases<typeof en> = { en, es }
