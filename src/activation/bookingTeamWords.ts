import type { Phrases } from '../ui/language.ts'

const en = {
  waiting: 'Bookings to answer',
  waitingBy: (at: string) => `answer by ${at}`,
  waitingLate: (at: string) => `should have been answered by ${at}`,
  ahead: 'Bookings ahead',
  aheadCaption: 'Bookings ahead',
  noneYet: 'not settled yet',
  write: 'Somebody books on the phone: write it down',
  entryTitle: 'A booking by phone',
  entryLead: 'What they tell you; nothing is sent. Record on the next page that you spoke to them.',
  booked: (at: string) => `booked ${at}`,
  what: 'What was booked',
  listeners: 'Listen',
  wished: 'Wished',
  wishedElse: 'Or',
  where: 'Where',
  session: 'Session',
  reach: 'Reach',
  toAnswer: 'To answer',
  about: 'What',
  incidents: 'Incidents',
  bookings: 'Bookings',
}

const es: typeof en = {
  waiting: 'Reservas por responder',
  waitingBy: (at) => `responder antes de ${at}`,
  waitingLate: (at) => `había que responder antes de ${at}`,
  ahead: 'Próximas reservas',
  aheadCaption: 'Próximas reservas',
  noneYet: 'por acordar',
  write: 'Alguien reserva por teléfono: anótelo',
  entryTitle: 'Una reserva por teléfono',
  entryLead: 'Lo que le cuentan; no se envía nada. En la página siguiente anote que habló con la agencia.',
  booked: (at) => `reservado ${at}`,
  what: 'Qué se reservó',
  listeners: 'Escuchan',
  wished: 'Desean',
  wishedElse: 'O bien',
  where: 'Dónde',
  session: 'Sesión',
  reach: 'Contacto',
  toAnswer: 'Por responder',
  about: 'Qué',
  incidents: 'Incidentes',
  bookings: 'Reservas',
}

/** Bookings, as the team sees them. */
export const bookingTeamWords: Phrases<typeof en> = { en, es }
