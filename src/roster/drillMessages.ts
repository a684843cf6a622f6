import { isOneSegment } from '../messaging/index.ts'
import type { Phrases } from '../ui/language.ts'

/**
 * What a drill sends: that it is a test, that nothing happened, how to answer. One GSM-7 segment each; acute vowels
 * other than é are not in that alphabet.
 */
const en = {
  subject: 'Tailboard: a test, nothing happened',
  mail: (link: string) =>
    `This is a test of how we reach you. Nothing happened.\n\nOpen this and say that it reached you: ${link}\n\nThe link is yours alone: please don't pass it on.\n`,
  text: 'Tailboard: a test of how we reach you. Nothing happened. Reply OK.',
  textWithLink: (link: string) =>
    `Tailboard: a test of how we reach you. Nothing happened. Reply OK, or open ${link}`,
  push: 'Tailboard: a test, nothing happened. Open it to say that it reached you.',
  replyOk: 'Tailboard: noted, texts reach you. Thank you. This answers the test and nothing else.',
  call: 'This is Tailboard, the scheduling line of your regional team. This is a test of how we reach you. Nothing happened.',
  callPress: 'If this reached you, press 1.',
  callThanks: 'Thank you. Calls reach you.',
  callOver: 'There is nothing to do. Thank you.',
  callUnread: 'That key means nothing here.',
}

const es: typeof en = {
  subject: 'Tailboard: una prueba, no ha pasado nada',
  mail: (link) =>
    `Esto es una prueba de cómo le avisamos. No ha pasado nada.\n\nÁbralo y diga que le llegó: ${link}\n\nEl enlace es solo suyo: no lo comparta, por favor.\n`,
  text: 'Tailboard: prueba de avisos. No ha pasado nada. Responda OK.',
  textWithLink: (link) => `Tailboard: prueba de avisos. No ha pasado nada. Responda OK o abra ${link}`,
  push: 'Tailboard: una prueba, no ha pasado nada. Ábrala para decir que le llegó.',
  replyOk: 'Tailboard: anotado, los mensajes le llegan. Gracias. Esto responde solo a la prueba.',
  call: 'Le habla Tailboard, la línea de turnos de su equipo regional. Esto es una prueba de cómo le avisamos. No ha pasado nada.',
  callPress: 'Si le llegó, oprima 1.',
  callThanks: 'Gracias. Las llamadas le llegan.',
  callOver: 'No hay nada que hacer. Gracias.',
  callUnread: 'Esa tecla aquí no significa nada.',
}

export const drillMessages: Phrases<typeof en> = { en, es }

/** The text, with its link where one segment has room for both. */
export function drillText(lang: keyof typeof drillMessages, link: string): string {
  const whole = drillMessages[lang].textWithLink(link)
  return isOneSegment(whole) ? whole : drillMessages[lang].text
}
