import type { Language, Phrases } from '../ui/language.ts'

/** What goes out about a booking: that something waits, and that nothing is pressing. Texts are one GSM-7 segment. */
const en = {
  waitsSubject: 'Tailboard: a booking is waiting',
  waitsMail: (link: string) =>
    `A booking is waiting for an answer, and nothing is pressing.\n\nOpen it: ${link}\n`,
  offerSubject: (by: string) => `Tailboard: no hurry, answer needed by ${by}`,
  offerMail: (link: string, by: string) =>
    `The team asks you for something that lies days ahead. An answer is needed by ${by}.\n\nOpen it: ${link}\n\nThe link is yours alone: please don't pass it on. Saying no needs no reason.\n`,
  offerText: (by: string) =>
    `Tailboard scheduling: no hurry, answer by ${by}. Reply 1 yes, 2 no, 3 if shift lets me.`,
}

const es: typeof en = {
  waitsSubject: 'Tailboard: hay una reserva en espera',
  waitsMail: (link) => `Una reserva espera respuesta, sin prisa.\n\nÁbrala: ${link}\n`,
  offerSubject: (by) => `Tailboard: sin prisa, responda antes de ${by}`,
  offerMail: (link, by) =>
    `El equipo le pregunta por algo de los próximos días. Se necesita respuesta antes de ${by}.\n\nÁbralo: ${link}\n\nEl enlace es solo suyo: no lo comparta, por favor. Para decir que no hace falta ningún motivo.\n`,
  offerText: (by) =>
    `Tailboard turnos: sin prisa, responda antes de ${by}. 1 voy, 2 no, 3 si mi turno me deja.`,
}

export const bookingMessageWords: Phrases<typeof en> = { en, es }

/** "11/24 14:00 EST": a day too, since the answer may take until tomorrow; short, and in the alphabet of texts. */
export function shortDay(at: Temporal.Instant, timeZone: string, lang: Language): string {
  const here = at.toZonedDateTimeISO(timeZone)
  const locale = lang === 'es' ? 'es-US' : 'en-US'
  const clock = here.toLocaleString(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  })
  return `${here.month}/${here.day} ${clock}`
}
