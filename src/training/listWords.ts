import type { Undecoded } from '../platform/csv.ts'
import type { Words } from '../ui/language.ts'
import { type ListFault, type ListProblem, mostListed } from './nameList.ts'

export type UploadCode = Undecoded | 'file_missing' | 'both_given' | 'too_large'

/** What to do about a row, with the row that was there before it, or the courses that come before. */
export function listFault(lang: 'en' | 'es', { fault, other, lacks }: ListProblem): string {
  return faults[lang][fault].replace('{row}', () => String(other)).replace('{courses}', () => lacks ?? '')
}

const faults: Words<ListFault> = {
  en: {
    empty: 'There is nobody in it. Give at least one row with a name and an address.',
    too_many_rows: `More than ${mostListed} people. Divide the list.`,
    quote_open: 'A quotation mark is opened here and not closed. Close it, or take it out.',
    name_missing: 'Write a name of 1 to 80 letters in the first column.',
    email_malformed: 'Write an e-mail address, like kit@example.org.',
    email_of_agency: 'This is a department’s address. Ask for a personal one.',
    twice: 'The address stands in row {row} already. Keep one of them.',
    take_before:
      'They have not taken what comes before: {courses}. Take the row out until they have, or let a coordinator say yes or no to this course.',
  },
  es: {
    empty: 'No hay nadie. Dé al menos una fila con un nombre y una dirección.',
    too_many_rows: `Más de ${mostListed} personas. Divida la lista.`,
    quote_open: 'Aquí se abren comillas que no se cierran. Ciérrelas o quítelas.',
    name_missing: 'Escriba un nombre de 1 a 80 letras en la primera columna.',
    email_malformed: 'Escriba una dirección de correo, como kit@example.org.',
    email_of_agency: 'Es la dirección de un departamento. Pida una personal.',
    twice: 'La dirección ya está en la fila {row}. Deje una de las dos.',
    take_before:
      'Aún no hizo lo que va antes: {courses}. Quite la fila hasta que lo haga, o deje que una coordinación acepte o no en este curso.',
  },
}

export const uploadWords: Words<UploadCode> = {
  en: {
    file_missing: 'Choose a file, or paste the rows.',
    both_given: 'A file is chosen and rows are pasted. Keep one of them.',
    too_large: 'Larger than 200 kB. Divide the list.',
    utf16: 'The file is saved as UTF-16. Open it and save it as “CSV UTF-8”.',
    not_utf8: 'The file isn’t saved as UTF-8, so accents would be lost. Open it and save it as “CSV UTF-8”.',
    workbook: 'This is a workbook, not a CSV. Open it and save the sheet as “CSV UTF-8”.',
  },
  es: {
    file_missing: 'Elija un archivo o pegue las filas.',
    both_given: 'Hay un archivo elegido y filas pegadas. Deje uno de los dos.',
    too_large: 'Más de 200 kB. Divida la lista.',
    utf16: 'El archivo está guardado en UTF-16. Ábralo y guárdelo como «CSV UTF-8».',
    not_utf8: 'El archivo no está en UTF-8 y se perderían los acentos. Ábralo y guárdelo como «CSV UTF-8».',
    workbook: 'Esto es un libro de cálculo y no un CSV. Ábralo y guarde la hoja como «CSV UTF-8».',
  },
}
