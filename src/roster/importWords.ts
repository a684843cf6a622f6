import type { Phrases, Words } from '../ui/language.ts'
import { uploadWords } from '../ui/uploadWords.ts'
import type { SheetUploadCode } from './sheetUpload.ts'

const en = {
  title: 'Import and export',
  lead: 'Bring in a spreadsheet, or take one out. First you see what a file would change; nothing is saved before you confirm.',
  saved: (sheet: string) => `Saved: ${sheet}. The roster now says what the file says.`,
  check: 'Check a file',
  sheet: 'What does the file hold?',
  sheetHint: 'Agencies first, then members; credentials and shifts name a member by address.',
  file: 'File',
  fileHint: 'CSV, saved as “CSV UTF-8”. Divided by commas, semicolons or tabs.',
  pasted: 'Or paste the rows here',
  pastedHint: 'With their header, copied from the spreadsheet.',
  checkIt: 'Check, without saving',
  sheets: 'Sheets',
  sheetsLead:
    'An export can be changed and brought in again. It holds addresses: keep it as you keep the roster.',
  which: 'Sheet',
  columns: 'Columns',
  template: 'Empty sheet',
  export: 'Export',

  reportTitle: (sheet: string) => `The file: ${sheet}`,
  nothingSaved: 'Nothing is saved yet',
  counts: (added: string, changed: string, unchanged: string) =>
    `${added} new, ${changed} changed, ${unchanged} as they are.`,
  allThere: 'The roster has all of this already',
  broken: (count: string) =>
    count === '1' ? '1 problem: nothing can be saved' : `${count} problems: nothing can be saved`,
  brokenLead: 'Correct the file and check it again. It is saved whole or not at all.',
  problems: 'Problems, by row',
  row: 'Row',
  column: 'Column',
  given: 'Stands there',
  remedy: 'What to do',
  wholeRow: 'whole row',
  more: (count: string) => `And ${count} more.`,
  ignored: (headings: string) => `Columns that are not read: ${headings}.`,
  confirm: 'Save all of it',
  changedMeanwhile:
    'The roster changed after you checked the file, or the file is another one. Nothing was saved. Look at it as it stands now.',
}

const es: typeof en = {
  title: 'Importar y exportar',
  lead: 'Traiga una hoja de cálculo o llévese una. Primero ve qué cambiaría un archivo; no se guarda nada antes de que usted confirme.',
  saved: (sheet) => `Guardado: ${sheet}. La lista dice ahora lo que dice el archivo.`,
  check: 'Revisar un archivo',
  sheet: '¿Qué contiene el archivo?',
  sheetHint:
    'Primero las agencias, luego los integrantes; credenciales y guardias nombran a la persona por su dirección.',
  file: 'Archivo',
  fileHint: 'CSV, guardado como «CSV UTF-8». Separado por comas, puntos y comas o tabuladores.',
  pasted: 'O pegue aquí las filas',
  pastedHint: 'Con su encabezado, copiadas de la hoja de cálculo.',
  checkIt: 'Revisar sin guardar',
  sheets: 'Hojas',
  sheetsLead:
    'Lo exportado se puede cambiar y traer de nuevo. Contiene direcciones: guárdelo como guarda la lista.',
  which: 'Hoja',
  columns: 'Columnas',
  template: 'Hoja vacía',
  export: 'Exportar',

  reportTitle: (sheet) => `El archivo: ${sheet}`,
  nothingSaved: 'Todavía no se guardó nada',
  counts: (added, changed, unchanged) =>
    `${added} por agregar, ${changed} por cambiar, ${unchanged} sin cambios.`,
  allThere: 'La lista ya tiene todo esto',
  broken: (count) =>
    count === '1' ? '1 problema: no se puede guardar nada' : `${count} problemas: no se puede guardar nada`,
  brokenLead: 'Corrija el archivo y revíselo de nuevo. Se guarda entero o no se guarda.',
  problems: 'Problemas, por fila',
  row: 'Fila',
  column: 'Columna',
  given: 'Dice',
  remedy: 'Qué hacer',
  wholeRow: 'toda la fila',
  more: (count) => `Y ${count} más.`,
  ignored: (headings) => `Columnas que no se leen: ${headings}.`,
  confirm: 'Guardar todo',
  changedMeanwhile:
    'La lista cambió después de que usted revisó el archivo, o el archivo es otro. No se guardó nada. Véalo como está ahora.',
}

export const importWords: Phrases<typeof en> = { en, es }

export const sheetUploadWords: Words<SheetUploadCode> = {
  en: {
    ...uploadWords.en,
    sheet_missing: 'Choose what the file holds.',
    too_large: 'Larger than 800 kB. Take out what isn’t needed, or divide it.',
  },
  es: {
    ...uploadWords.es,
    sheet_missing: 'Elija qué contiene el archivo.',
    too_large: 'Más de 800 kB. Quite lo que no haga falta o divídalo.',
  },
}
