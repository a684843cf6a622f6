import type { Channel, Fate } from '../messaging/index.ts'
import type { Phrases, Words } from '../ui/language.ts'
import type { AnswerCode, AnswerWay } from './planState.ts'

/** The ways somebody is asked, in a word. */
export const channelWords: Words<Channel> = {
  en: { mail: 'mail', text: 'text', call: 'call', push: 'notification' },
  es: { mail: 'correo', text: 'mensaje', call: 'llamada', push: 'aviso' },
}

/** What became of a message. */
export const fateWords: Words<Fate> = {
  en: {
    trying: 'not taken yet',
    taken: 'taken',
    delivered: 'delivered',
    failed: 'failed',
    stopped: 'stopped',
  },
  es: {
    trying: 'aún no aceptado',
    taken: 'aceptado',
    delivered: 'entregado',
    failed: 'fallido',
    stopped: 'detenido',
  },
}

export const answerWords: Words<AnswerCode> = {
  en: {
    coming: 'comes',
    coming_from: 'could come later',
    if_released: 'if their shift releases them',
    not_this_time: 'not this time',
  },
  es: {
    coming: 'viene',
    coming_from: 'podría venir más tarde',
    if_released: 'si su turno le deja',
    not_this_time: 'esta vez no',
  },
}

export const answerWayWords: Words<AnswerWay> = {
  en: { page: 'on the page', text: 'by text', call: 'by key', coordinator: 'to a coordinator' },
  es: { page: 'en la página', text: 'por mensaje', call: 'con una tecla', coordinator: 'a la coordinación' },
}

const en = {
  title: 'Who was asked',
  counted: (count: number) => `Who was asked (${count})`,
  member: 'Member',
  seat: 'As',
  ways: 'Asked by',
  answer: 'Answer',
  notSent: 'not sent yet',
  neverSent: 'never sent',
  stopped: 'unreachable by text',
  pending: 'no answer yet',
  stoodDown: 'not needed any more',
  left: 'left the team since',
  forAgency: 'the agency asked for somebody else',
  released: 'released, coming',
  comesFrom: (from: string) => `comes, from ${from}`,
  couldComeFrom: (from: string) => `could come from ${from}`,
}

const es: typeof en = {
  title: 'A quién se preguntó',
  counted: (count) => `A quién se preguntó (${count})`,
  member: 'Integrante',
  seat: 'Como',
  ways: 'Se preguntó por',
  answer: 'Respuesta',
  notSent: 'aún sin enviar',
  neverSent: 'nunca enviado',
  stopped: 'no localizable por mensaje',
  pending: 'sin respuesta todavía',
  stoodDown: 'ya no hace falta',
  left: 'dejó el equipo después',
  forAgency: 'la agencia pidió a otra persona',
  released: 'su turno le dejó ir, viene',
  comesFrom: (from) => `viene, desde ${from}`,
  couldComeFrom: (from) => `podría venir desde ${from}`,
}

/** Who was asked, which ways, and what became of it. */
export const askedWords: Phrases<typeof en> = { en, es }
