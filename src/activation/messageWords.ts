import { isOneSegment } from '../messaging/index.ts'
import type { Language, Phrases } from '../ui/language.ts'

/**
 * Notifications carry no content: that something waits, until when, and where to open it. Texts are one GSM-7
 * segment, and say what they are, staff scheduling, as phone companies want it. Acute vowels other than é are not in
 * that alphabet, so Spanish texts do without them.
 */
const en = {
  alertSubject: 'Tailboard: a request is waiting',
  alertMail: (link: string) => `A request is waiting for a call back.\n\nOpen it: ${link}\n`,
  alertPush: 'Tailboard: a request is waiting. Open it.',
  alertText:
    'Tailboard scheduling: a request waits for a call back. Reply 1 I call (not involved), 2 hand on.',
  handSubject: 'Tailboard: a team needs a hand',
  handMail: (link: string) => `A team needs a hand.\n\nOpen it: ${link}\n`,
  handText: 'Tailboard scheduling: a team needs a hand. Open:',
  handPush: 'Tailboard: a team needs a hand. Open it.',
  offerSubject: (by: string) => `Tailboard: answer needed by ${by}`,
  offerMail: (link: string, by: string) =>
    `An answer is needed by ${by}.\n\nOpen it: ${link}\n\nThe link is yours alone: please don't pass it on. Saying no needs no reason.\n`,
  offerPush: (by: string) => `Tailboard: answer needed by ${by}. Open it.`,
  offerText: (by: string) =>
    `Tailboard scheduling: answer by ${by}. Reply 1 yes+not involved, 2 no, 3 if shift lets me, 1 18:30 yes from then.`,
  bundleText: (count: number) =>
    `Tailboard scheduling: ${count} answers are waiting for you. Please open each:`,
  standDownSubject: 'Tailboard: you are not needed this time',
  standDownMail: 'Thank you for being ready. You are not needed this time, and there is nothing to do.\n',
  standDownPush: 'Tailboard: you are not needed this time. Thank you.',
  standDownText: 'Tailboard scheduling: thank you for being ready. You are not needed this time.',
  cancelledSubject: 'Tailboard: the session is cancelled',
  cancelledMail: 'The session is cancelled: please do not go. Thank you.\n',
  cancelledPush: 'Tailboard: the session is cancelled. Please do not go.',
  cancelledText: 'Tailboard scheduling: the session is cancelled: please do not go. Thank you.',
  onlyThisMail: (link: string) =>
    `This is about one request only; others you were asked for still stand. See them: ${link}\n`,
  onlyThisShort: 'Only this one: others still stand',
  lateSubject: 'Tailboard: you may still answer',
  lateMail: (link: string) =>
    `The time to answer is over. You may still answer while a seat is open.\n\nOpen it: ${link}\n\nThe link is yours alone: please don't pass it on. Saying no needs no reason.\n`,
  latePush: 'Tailboard: you may still answer while a seat is open. Open it.',
  lateText: 'Tailboard scheduling: you may still answer. Reply 1 yes+not involved, 2 no, 3 if shift lets me.',
  lateBookedText:
    'Tailboard scheduling: no hurry, you may still answer. Reply 1 yes, 2 no, 3 if shift lets me.',
  holdOverSubject: 'Tailboard: the seat could not be kept',
  holdOverMail:
    'The seat could not be kept any longer, so somebody else is asked. Thank you. If you are free now, tell a coordinator.\n',
  holdOverPush: 'Tailboard: the seat could not be kept. Thank you.',
  holdOverText:
    'Tailboard scheduling: the seat could not be kept longer. Thank you. If you are free now, tell a coordinator.',
  seatedSubject: "Tailboard: you're on",
  seatedMail: (link: string) => `You're on. When and where stands here: ${link}\n`,
  seatedPush: "Tailboard: you're on. Open it for when and where.",
  seatedText: "Tailboard scheduling: you're on. When and where:",
  movedSubject: 'Tailboard: another time or place',
  movedMail: (link: string) =>
    `The time or the place was changed.\n\nOpen it: ${link}\n\nIf it does not suit you now, you can step back there. No reason is asked.\n`,
  movedPush: 'Tailboard: another time or place. Open it.',
  movedText: 'Tailboard scheduling: another time or place. Open:',
  aidSubject: 'Tailboard: a neighbouring team is waiting',
  aidMail: (link: string) => `A neighbouring team asks or answers.\n\nOpen it: ${link}\n`,
  aidText: 'Tailboard scheduling: a neighbouring team waits for an answer. Open:',
  aidPush: 'Tailboard: a neighbouring team is waiting. Open it.',
  guestText:
    "Tailboard scheduling: you're on, as a guest of another team. Your coordinator tells you when and where.",
  guestPush: "Tailboard: you're on, as a guest. Your coordinator tells you when and where.",
  guestMail: "You're on, as a guest of a neighbouring team. Your coordinator tells you where and when.\n",

  // What a reply by text hears.
  replyOn: "You're on. When and where:",
  replyHeld: (until: string) =>
    `A seat is kept for you until ${until}. Reply 1 once your shift lets you go, 2 if not.`,
  replyNext: (until: string) =>
    `A seat is kept for somebody until ${until}. You are next: you hear from us if it comes free.`,
  replyFrom: (from: string) => `Noted: from ${from}. You are not on the team for now. Thank you.`,
  replyHour: 'Its hour has come, so a coordinator looks for another time. Thank you.',
  replyNoted: 'Noted. Thank you. No reason is asked, and none is kept.',
  replyFilled: 'The seat was filled a moment ago. Thank you for being ready.',
  replyOver: 'Nothing is waiting for an answer now. Thank you.',
  replySeveral: 'More than one answer is waiting. Please open each:',
  replyTaken: 'You call back. Nobody else is rung. Open:',
  replyHandedOn: 'Handed on. The next one is rung now.',
  replyElse: 'Somebody else has it already. Thank you.',
  replyUnread:
    'Not understood, nothing changed. Reply 1 yes, 2 no, 3 if my shift lets me, 1 18:30 yes from then.',
  replyBound: 'You are bound elsewhere at that time. Nothing was changed. Open:',
  replyLate: 'That time is too late or past. Nothing was changed. Reply 1, 2, 3 or a later time.',

  // What a call says. Nothing of content before a key is pressed: a machine may listen.
  callOpening:
    'This is Tailboard, the scheduling line of your regional team. Something is waiting for your answer.',
  callToHear: 'To hear it, press 1.',
  callOffer: (what: string) => `The team asks you to help. ${what}.`,
  callConflict:
    'If you were there, or supervise, investigate or know closely anyone involved, press 2. No reason is asked.',
  callAnswers: 'To come, press 1. For not this time, press 2. If your shift must release you first, press 3.',
  callHand: 'A team needs a hand. Please open Tailboard, or phone another coordinator.',
  callAlert: 'A request is waiting for a call back.',
  callAlertAnswers:
    'If you were not involved and call back now, press 1. To hand it on to the next coordinator, press 2.',
  callOn: 'Thank you. You are on. When and where is sent to you now.',
  callHeld: 'Thank you. A seat is kept for you. Open your message to say when your shift lets you go.',
  callNext:
    'Thank you. A seat is kept for somebody else for now. You are next, and you hear from us if it comes free.',
  callHour: 'Its hour has come, so a coordinator looks for another time. Thank you.',
  callNoted: 'Thank you. Your answer is noted.',
  callFilled: 'The seat was filled a moment ago. Thank you for being ready.',
  callTaken: 'Thank you. You call back. Open Tailboard for the number.',
  callHandedOn: 'It is handed on. The next one is called now.',
  callOver: 'This has been answered already. There is nothing to do. Thank you.',
  callUnread: 'That key means nothing here.',
}

const es: typeof en = {
  alertSubject: 'Tailboard: hay una solicitud en espera',
  alertMail: (link) => `Una solicitud espera que le devuelvan la llamada.\n\nÁbrala: ${link}\n`,
  alertPush: 'Tailboard: hay una solicitud en espera. Ábrala.',
  alertText:
    'Tailboard turnos: una solicitud espera llamada. Responda 1 llamo yo (no estuve), 2 que siga otro.',
  handSubject: 'Tailboard: un equipo necesita ayuda',
  handMail: (link) => `Un equipo necesita ayuda.\n\nÁbralo: ${link}\n`,
  handText: 'Tailboard turnos: un equipo necesita ayuda. Abra:',
  handPush: 'Tailboard: un equipo necesita ayuda. Ábralo.',
  offerSubject: (by) => `Tailboard: se necesita respuesta antes de las ${by}`,
  offerMail: (link, by) =>
    `Se necesita una respuesta antes de las ${by}.\n\nÁbrala: ${link}\n\nEl enlace es solo suyo: no lo comparta, por favor. Para decir que no hace falta ningún motivo.\n`,
  offerPush: (by) => `Tailboard: se necesita respuesta antes de las ${by}. Ábralo.`,
  offerText: (by) =>
    `Tailboard turnos: responda antes de ${by}. 1 voy y no estuve, 2 no, 3 si mi turno me deja, 1 18:30 desde esa hora.`,
  bundleText: (count) => `Tailboard turnos: ${count} respuestas pendientes. Abra cada una:`,
  standDownSubject: 'Tailboard: esta vez no hace falta',
  standDownMail: 'Gracias por estar a disposición. Esta vez no hace falta y no hay nada que hacer.\n',
  standDownPush: 'Tailboard: esta vez no hace falta. Gracias.',
  standDownText: 'Tailboard turnos: gracias por su disponibilidad. Esta vez no hace falta.',
  cancelledSubject: 'Tailboard: la sesión se cancela',
  cancelledMail: 'La sesión se cancela: no vaya, por favor. Gracias.\n',
  cancelledPush: 'Tailboard: la sesión se cancela. No vaya, por favor.',
  cancelledText: 'Tailboard turnos: se cancela, no vaya, por favor. Gracias.',
  onlyThisMail: (link) =>
    `Se trata de una sola solicitud; las demás por las que se le preguntó siguen en pie. Véalas: ${link}\n`,
  onlyThisShort: 'Es solo esta: las otras siguen en pie',
  lateSubject: 'Tailboard: todavía puede responder',
  lateMail: (link) =>
    `El tiempo para responder terminó. Todavía puede responder mientras haya un puesto libre.\n\nÁbrala: ${link}\n\nEl enlace es solo suyo: no lo comparta, por favor. Para decir que no hace falta ningún motivo.\n`,
  latePush: 'Tailboard: todavía puede responder mientras haya un puesto libre. Ábralo.',
  lateText: 'Tailboard turnos: puede responder aun ahora. 1 voy y no estuve, 2 no, 3 si mi turno me deja.',
  lateBookedText:
    'Tailboard turnos: sin prisa, puede responder aun ahora. 1 voy, 2 no, 3 si mi turno me deja.',
  holdOverSubject: 'Tailboard: el puesto no se pudo guardar',
  holdOverMail:
    'El puesto no se pudo guardar más tiempo, así que se pregunta a otra persona. Gracias. Si ahora está libre, avise a la coordinación.\n',
  holdOverPush: 'Tailboard: el puesto no se pudo guardar. Gracias.',
  holdOverText: 'Tailboard turnos: el puesto no se pudo guardar. Gracias. Si ahora puede, avise al equipo.',
  seatedSubject: 'Tailboard: forma parte del equipo',
  seatedMail: (link) => `Forma parte del equipo. Cuándo y dónde: ${link}\n`,
  seatedPush: 'Tailboard: forma parte del equipo. Ábralo: cuándo y dónde.',
  seatedText: 'Tailboard turnos: forma parte del equipo. Hora y lugar:',
  movedSubject: 'Tailboard: otra hora u otro lugar',
  movedMail: (link) =>
    `La hora o el lugar cambiaron.\n\nÁbralo: ${link}\n\nSi ahora no le viene bien, allí puede renunciar. No se pregunta el motivo.\n`,
  movedPush: 'Tailboard: otra hora u otro lugar. Ábralo.',
  movedText: 'Tailboard turnos: otra hora u otro lugar. Abra:',
  aidSubject: 'Tailboard: un equipo vecino espera',
  aidMail: (link) => `Un equipo vecino pregunta o responde.\n\nÁbralo: ${link}\n`,
  aidText: 'Tailboard turnos: un equipo vecino espera respuesta. Abra:',
  aidPush: 'Tailboard: un equipo vecino espera. Ábralo.',
  guestText: 'Tailboard turnos: forma parte de otro equipo como visita. Su coordinador le dice hora y lugar.',
  guestPush: 'Tailboard: forma parte de otro equipo. Su coordinación le dice hora y lugar.',
  guestMail: 'Forma parte, de visita en un equipo vecino. Su coordinación le dice dónde y cuándo.\n',

  replyOn: 'Forma parte del equipo. Hora y lugar:',
  replyHeld: (until) => `Se guarda un puesto hasta ${until}. Responda 1 cuando su turno le deje ir, 2 si no.`,
  replyNext: (until) =>
    `Se guarda un puesto para alguien hasta ${until}. Usted sigue: le avisamos si queda libre.`,
  replyFrom: (from) => `Anotado: desde ${from}. Por ahora no forma parte del equipo. Gracias.`,
  replyHour: 'Ya es la hora, y se busca otra. Gracias.',
  replyNoted: 'Anotado. Gracias. No se pregunta ni se guarda el motivo.',
  replyFilled: 'El puesto se acaba de ocupar. Gracias por su disponibilidad.',
  replyOver: 'Ahora nada espera respuesta. Gracias.',
  replySeveral: 'Hay varias respuestas pendientes. Abra cada una:',
  replyTaken: 'Usted llama. Ya no se avisa a otra persona. Abra:',
  replyHandedOn: 'Pasada. Ya se avisa a la siguiente persona.',
  replyElse: 'Otra persona ya la tiene. Gracias.',
  replyUnread:
    'No se entiende; nada cambia. Responda 1 voy, 2 no, 3 si mi turno me deja, 1 18:30 desde esa hora.',
  replyBound: 'A esa hora tiene otro compromiso. Nada cambia. Abra:',
  replyLate: 'Esa hora es tarde o ya fue. Nada cambia. Responda 1, 2, 3 u otra hora.',

  callOpening: 'Le habla Tailboard, la línea de turnos de su equipo regional. Algo espera su respuesta.',
  callToHear: 'Para escucharlo, oprima 1.',
  callOffer: (what) => `El equipo le pide ayuda. ${what}.`,
  callConflict:
    'Si estuvo allí, o supervisa, investiga o conoce de cerca a alguna de las personas implicadas, oprima 2. No se pregunta el motivo.',
  callAnswers: 'Para ir, oprima 1. Para esta vez no, oprima 2. Si primero debe relevarle su turno, oprima 3.',
  callHand: 'Un equipo necesita ayuda. Abra Tailboard o llame a otra persona de la coordinación.',
  callAlert: 'Una solicitud espera que le devuelvan la llamada.',
  callAlertAnswers:
    'Si no tuvo nada que ver y llama ahora, oprima 1. Para pasarla a la siguiente persona, oprima 2.',
  callOn: 'Gracias. Forma parte del equipo. Ya se le envía cuándo y dónde.',
  callHeld: 'Gracias. Se le guarda un puesto. Abra su mensaje para decir cuándo le deja ir su turno.',
  callNext:
    'Gracias. Por ahora se guarda un puesto para otra persona. Usted sigue, y le avisamos si queda libre.',
  callHour: 'Ya es la hora, así que la coordinación busca otra. Gracias.',
  callNoted: 'Gracias. Su respuesta está anotada.',
  callFilled: 'El puesto se acaba de ocupar. Gracias por estar a disposición.',
  callTaken: 'Gracias. Usted llama. Abra Tailboard para ver el número.',
  callHandedOn: 'Pasada. Ya se llama a la siguiente persona.',
  callOver: 'Esto ya está respondido. No hay nada que hacer. Gracias.',
  callUnread: 'Esa tecla aquí no significa nada.',
}

/** What goes out by mail, text and phone, and what a reply hears. */
export const messageWords: Phrases<typeof en> = { en, es }

/** A text with its link where one segment has room for both; else the words alone, for a reply needs no link. */
export function withLink(text: string, link: string): string {
  const whole = `${text} ${link}`
  return isOneSegment(whole) ? whole : unlinked(text)
}

/** A text as it reads without the link that would follow. */
export function unlinked(text: string): string {
  return text.replace(/:$/, '.')
}

/** "02:40 EDT": short, with its zone. */
export function shortClock(at: Temporal.Instant, timeZone: string, lang: Language): string {
  return at.toZonedDateTimeISO(timeZone).toLocaleString(lang === 'es' ? 'es-US' : 'en-US', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  })
}

/** The same, with its weekday where it isn't today's; without accents, which a text has no room for. */
export function dayClock(
  at: Temporal.Instant,
  now: Temporal.Instant,
  timeZone: string,
  lang: Language,
): string {
  const clock = shortClock(at, timeZone, lang)
  const dayOf = (one: Temporal.Instant) => one.toZonedDateTimeISO(timeZone).toPlainDate()
  if (dayOf(at).equals(dayOf(now))) return clock
  const day = dayOf(at).toLocaleString(lang === 'es' ? 'es-US' : 'en-US', { weekday: 'short' })
  return `${day.normalize('NFD').replaceAll(/\p{M}/gu, '')} ${clock}`
}
