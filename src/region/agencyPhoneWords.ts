import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Numbers on file',
  lead: 'Whoever asks in an agency’s name is called back at its number here: dispatch, or the desk that is staffed at night.',
  keep: 'Keep',
  kept: 'Kept.',
  malformed: 'Give a phone number with 7 to 20 digits, or leave it empty.',
}
const es: typeof en = {
  title: 'Números registrados',
  lead: 'A quien pide en nombre de una agencia se le llama al número de aquí: despacho, o el puesto que de noche tiene gente.',
  keep: 'Guardar',
  kept: 'Guardado.',
  malformed: 'Indique un número con 7 a 20 cifras, o déjelo vacío.',
}

/** Where agencies are called back. */
export const agencyPhoneWords: Phrases<typeof en> = { en, es }
