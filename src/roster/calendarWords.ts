import type { Phrases, Words } from '../ui/language.ts'

/** What a subscribed calendar shows. */
export const calendarTitles: Words<'calendar' | 'duty' | 'away'> = {
  en: { calendar: 'On call', duty: 'Duty', away: 'Away' },
  es: { calendar: 'Guardias', duty: 'Guardia', away: 'Ausencia' },
}

const en = {
  title: 'Calendar link',
  lead: 'Your shifts and times away in the calendar you use anyway. It says “Duty” and “Away”: no names, no places, no reasons.',
  see: 'Have these times in your own calendar',
  none: 'There is no link yet.',
  make: 'Make a link',
  made: (day: string) =>
    `A link of ${day} is in use. It can’t be shown again, for only its fingerprint is kept.`,
  renew: 'Make a new link, end the old one',
  revoke: 'End the link',
  onceTitle: 'This link is shown once',
  once: 'Copy it now and add it to your calendar as a subscription. Whoever has it sees these times without signing in: keep it to yourself.',
}

const es: typeof en = {
  title: 'Enlace de calendario',
  lead: 'Sus guardias y ausencias en el calendario que ya usa. Dice «Guardia» y «Ausencia»: sin nombres, lugares ni motivos.',
  see: 'Tener estas horas en su propio calendario',
  none: 'Todavía no hay enlace.',
  make: 'Crear un enlace',
  made: (day) => `Está en uso un enlace del ${day}. No se puede volver a mostrar: solo se guarda su huella.`,
  renew: 'Crear otro enlace y terminar el anterior',
  revoke: 'Terminar el enlace',
  onceTitle: 'Este enlace se muestra una sola vez',
  once: 'Cópielo ahora y añádalo a su calendario como suscripción. Quien lo tenga ve estas horas sin iniciar sesión: guárdelo para usted.',
}

/** The link by which a calendar reads somebody's own times. */
export const calendarWords: Phrases<typeof en> = { en, es }
