import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Hand-over',
  lead: 'Seen by this region’s coordinators for 14 days, then deleted.',
  none: 'No note from the last 14 days.',
  leave: 'Leave the next coordinator a note',
  text: 'Note',
  hint: 'At most 500 letters. No names, and nothing anybody told you: what is under way, what is due, who is to be called back, as a role.',
  keep: 'Leave the note',
  remove: 'Delete',
  by: (name: string, when: string) => `${name}, ${when}`,
}

const es: typeof en = {
  title: 'Entrega de turno',
  lead: 'La ve la coordinación de esta región durante 14 días; después se borra.',
  none: 'No hay notas de los últimos 14 días.',
  leave: 'Dejar una nota para el turno siguiente',
  text: 'Nota',
  hint: 'Como máximo 500 letras. Sin nombres y sin nada que alguien le haya contado: qué está en marcha, qué vence, a qué función hay que devolver la llamada.',
  keep: 'Dejar la nota',
  remove: 'Borrar',
  by: (name, when) => `De ${name}, ${when}`,
}

/** What one coordinator leaves the next. */
export const handOverWords: Phrases<typeof en> = { en, es }
