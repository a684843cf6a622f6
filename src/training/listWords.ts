import type { UploadCode } from '../platform/upload.ts'
import type { Words } from '../ui/language.ts'
import { uploadWords } from '../ui/uploadWords.ts'
import { type ListFault, type ListProblem, mostListed } from './nameList.ts'

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

export const listUploadWords: Words<UploadCode> = {
  en: { ...uploadWords.en, too_large: 'Larger than 200 kB. Divide the list.' },
  es: { ...uploadWords.es, too_large: 'Más de 200 kB. Divida la lista.' },
}
