import type { Phrases, Words } from '../ui/language.ts'
import type { Sheet } from './sheet.ts'
import type { SheetCode } from './sheetProblem.ts'

export const sheetNames: Words<Sheet> = {
  en: { agencies: 'Agencies', members: 'Members', credentials: 'Credentials', shifts: 'On-call shifts' },
  es: { agencies: 'Agencias', members: 'Integrantes', credentials: 'Credenciales', shifts: 'Guardias' },
}

const english = {
  quote_open: () => 'A quotation mark opens here and never closes. Close it or take it out.',
  empty_file: () => 'There is no row below the header. Add rows, or choose another file.',
  columns_missing: (names: string) =>
    `These columns are missing: ${names}. Add them to the first row, or choose the sheet this file is.`,
  column_twice: () => 'Another column means the same. Keep one of them.',
  too_many_rows: (most: string) => `More than ${most} rows. Divide the file.`,
  row_wide: (cells: string) =>
    `The row has more cells than the header’s ${cells}. Put a cell that holds the divider in quotation marks.`,
  missing: () => 'Nothing stands here. Fill it in.',
  too_long: (most: string) => `Longer than ${most} signs. Shorten it.`,
  unseen_sign: () => 'Holds a line break, an invisible sign or a lost letter (�). Type the cell again.',
  email_malformed: () => 'Not a whole address. Write it as name@example.org.',
  email_of_agency: () => 'A department can read its own mail. Write their personal address.',
  no_option: (choices: string) => `Not one of the choices. Write: ${choices}.`,
  no_state: () => 'Write the state with its two letters, such as MA.',
  no_language: () => 'Write languages with their ISO code, such as en; es.',
  no_date: () => 'Not a day. Write it as 2026-03-01 or 3/1/2026 (month first).',
  no_time: () => 'Not a day and time. Write it as 2026-03-01 19:00.',
  no_such_day: () => 'No such day between 1900 and 2100. Correct it.',
  day_first: () => 'The day stands first. Write it as 2026-12-25.',
  day_or_month: () =>
    'Day or month first? Another row of this column begins with the day. Write all of them as 2026-12-25.',
  hour_skipped: () => 'The clocks go forward and skip this time. Choose another one.',
  hour_twice: () => 'The clocks go back and this time happens twice. Add the offset, such as 01:30-04:00.',
  no_coordinate: (most: string) => `Not a number of degrees up to ${most}. Write it as 42.36.`,
  coordinate_alone: () => 'The other coordinate is there. Give both, or leave both empty.',
  number_shortened: () =>
    'A spreadsheet shortened this number. Format the column as text and type the number again.',
  own_course: () =>
    'A course of the region files its own certificate, and is named like this. For a paper of another body write the name without a dash, or with a capital letter.',
  taken_back: () =>
    'This paper was taken back and counts no more. Take the row out; if it is good after all, add it on the member’s page.',
  unknown_agency: () =>
    'The region has no agency called this. Import the agencies first, or correct the name.',
  unknown_member: () => 'Nobody on the roster has this address. Import the members first, or correct it.',
  agency_missing: () => 'A peer belongs to an agency. Name it.',
  evidence_half: () => 'Give the kind of evidence and where it is kept, or neither.',
  ends_before_start: (start: string) => `Must be later than ${start}. Correct one of the two.`,
  in_future: () => 'Lies in the future. Give the day it was issued.',
  shift_long: (days: string) => `Longer than ${days} days. Check both dates.`,
  shift_overlaps: (other: string) => `This person is on call already: ${other}. Shorten or remove one.`,
  row_repeated: (row: string) => `Row ${row} says the same. Remove one of them.`,
  said_twice: (row: string) => `Row ${row} is about the same and says something else. Keep the right one.`,
  kept_otherwise: (has: string) => `The roster has ${has}, and an import doesn’t change it. Write that here.`,
} satisfies Readonly<Record<SheetCode, (other: string) => string>>

const spanish: typeof english = {
  quote_open: () => 'Aquí se abre una comilla que nunca se cierra. Ciérrela o quítela.',
  empty_file: () => 'No hay filas debajo del encabezado. Agregue filas o elija otro archivo.',
  columns_missing: (names) =>
    `Faltan estas columnas: ${names}. Agréguelas a la primera fila, o elija la hoja que corresponde a este archivo.`,
  column_twice: () => 'Otra columna significa lo mismo. Deje una sola.',
  too_many_rows: (most) => `Más de ${most} filas. Divida el archivo.`,
  row_wide: (cells) =>
    `La fila tiene más celdas que las ${cells} del encabezado. Ponga entre comillas la celda que contiene el separador.`,
  missing: () => 'Aquí no hay nada. Complételo.',
  too_long: (most) => `Más de ${most} caracteres. Acórtelo.`,
  unseen_sign: () =>
    'Contiene un salto de línea, un signo invisible o una letra perdida (�). Escriba la celda de nuevo.',
  email_malformed: () => 'La dirección no está completa. Escríbala como nombre@example.org.',
  email_of_agency: () => 'Un departamento puede leer su propio correo. Escriba su dirección personal.',
  no_option: (choices) => `No es una de las opciones. Escriba: ${choices}.`,
  no_state: () => 'Escriba el estado con sus dos letras, por ejemplo MA.',
  no_language: () => 'Escriba los idiomas con su código ISO, por ejemplo en; es.',
  no_date: () => 'No es un día. Escríbalo como 2026-03-01 o 3/1/2026 (primero el mes).',
  no_time: () => 'No es un día con hora. Escríbalo como 2026-03-01 19:00.',
  no_such_day: () => 'No existe ese día entre 1900 y 2100. Corríjalo.',
  day_first: () => 'El día va primero. Escríbalo como 2026-12-25.',
  day_or_month: () =>
    '¿Primero el día o el mes? Otra fila de esta columna empieza por el día. Escríbalos todos como 2026-12-25.',
  hour_skipped: () => 'El reloj se adelanta y esta hora no existe. Elija otra.',
  hour_twice: () =>
    'El reloj se atrasa y esta hora ocurre dos veces. Agregue la diferencia, por ejemplo 01:30-04:00.',
  no_coordinate: (most) => `No es un número de grados hasta ${most}. Escríbalo como 42.36.`,
  coordinate_alone: () => 'La otra coordenada sí está. Dé las dos o deje las dos vacías.',
  number_shortened: () =>
    'Una hoja de cálculo abrevió este número. Dé formato de texto a la columna y escríbalo de nuevo.',
  own_course: () =>
    'Un curso de la región registra su propio certificado, y así se llama. Para un documento de otra entidad, escriba el nombre sin guion, o con una letra mayúscula.',
  taken_back: () =>
    'Este documento se retiró y ya no cuenta. Quite la fila; si resulta válido, añádalo en la página de la persona.',
  unknown_agency: () =>
    'La región no tiene ninguna agencia con ese nombre. Importe primero las agencias o corrija el nombre.',
  unknown_member: () =>
    'Nadie de la lista tiene esta dirección. Importe primero los integrantes o corríjala.',
  agency_missing: () => 'Un par pertenece a una agencia. Indique cuál.',
  evidence_half: () => 'Dé el tipo de prueba y dónde se guarda, o ninguno de los dos.',
  ends_before_start: (start) => `Debe ser posterior a ${start}. Corrija uno de los dos.`,
  in_future: () => 'Está en el futuro. Dé el día en que se emitió.',
  shift_long: (days) => `Más de ${days} días. Revise las dos fechas.`,
  shift_overlaps: (other) => `Esta persona ya está de guardia: ${other}. Acorte o quite una.`,
  row_repeated: (row) => `La fila ${row} dice lo mismo. Quite una de las dos.`,
  said_twice: (row) => `La fila ${row} trata de lo mismo y dice otra cosa. Deje la correcta.`,
  kept_otherwise: (has) => `La lista tiene ${has} y una importación no lo cambia. Escriba eso aquí.`,
}

/** What is wrong and what to do, for each code; the one argument is the problem's `other`. */
export const sheetProblemWords: Phrases<Readonly<Record<SheetCode, (other: string) => string>>> = {
  en: english,
  es: spanish,
}
