import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'My shifts',
  lead: (zone: string) =>
    `When you are on call, and when you are away, in ${zone}. Members see only their own.`,
  see: 'See my shifts and times away',
  shifts: 'On call',
  away: 'Away',
  noShifts: 'You are not on call in the time ahead.',
  noAway: 'No time away ahead.',
  addShift: 'Add a shift',
  addAway: 'Add a time away',
  from: 'From',
  to: 'To',
  step: 'Change',
  remove: 'Remove',
  running: 'Has begun',
}

const es: typeof en = {
  title: 'Mis guardias',
  lead: (zone) => `Cuándo está de guardia y cuándo se ausenta, en ${zone}. Cada integrante ve solo lo suyo.`,
  see: 'Ver mis guardias y ausencias',
  shifts: 'De guardia',
  away: 'Ausencias',
  noShifts: 'No tiene guardias por delante.',
  noAway: 'No tiene ausencias por delante.',
  addShift: 'Añadir una guardia',
  addAway: 'Añadir una ausencia',
  from: 'Desde',
  to: 'Hasta',
  step: 'Cambio',
  remove: 'Quitar',
  running: 'Ha empezado',
}

/** A member's own shifts and times away. */
export const ownTimeWords: Phrases<typeof en> = { en, es }
