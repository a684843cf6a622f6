import type { Words } from './language.ts'

/** What to do about a table that could not be read at all. */
export const uploadWords: Words<'file_missing' | 'both_given' | 'utf16' | 'not_utf8' | 'workbook'> = {
  en: {
    file_missing: 'Choose a file, or paste the rows.',
    both_given: 'A file is chosen and rows are pasted. Keep one of them.',
    utf16: 'The file is saved as UTF-16. Open it and save it as “CSV UTF-8”.',
    not_utf8: 'The file isn’t saved as UTF-8, so accents would be lost. Open it and save it as “CSV UTF-8”.',
    workbook: 'This is a workbook, not a CSV. Open it and save the sheet as “CSV UTF-8”.',
  },
  es: {
    file_missing: 'Elija un archivo o pegue las filas.',
    both_given: 'Hay un archivo elegido y filas pegadas. Deje uno de los dos.',
    utf16: 'El archivo está guardado en UTF-16. Ábralo y guárdelo como «CSV UTF-8».',
    not_utf8: 'El archivo no está en UTF-8 y se perderían los acentos. Ábralo y guárdelo como «CSV UTF-8».',
    workbook: 'Esto es un libro de cálculo y no un CSV. Ábralo y guarde la hoja como «CSV UTF-8».',
  },
}
