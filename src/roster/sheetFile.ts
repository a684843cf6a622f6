import { csvRecords, withoutGuard } from '../platform/csv.ts'
import { columnCalled, neededColumns, type Sheet, type SheetColumn } from './sheet.ts'
import { type SheetProblem, sheetProblem } from './sheetProblem.ts'

/** Where a column stands in this file, and how the file calls it. */
export type Place = { readonly at: number; readonly heading: string }

export type SheetFile = {
  readonly places: ReadonlyMap<SheetColumn, Place>
  /** How many cells the header has. */
  readonly width: number
  /** Headings that mean no column of this sheet: not read, and said. */
  readonly ignored: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly problems: readonly SheetProblem[]
}

/** A region of the largest size this is made for has fewer members; more rows are another file by mistake. */
const mostRows = 10_000
const delimiters = [',', ';', '\t'] as const

/** The rows of a spreadsheet's text, its columns found whatever divides them. Blank rows are left out. Never throws. */
export function readSheetFile(text: string, sheet: Sheet): SheetFile {
  // Excel writes "sep=;" above the header; the row stays, so that numbers stay.
  const body = text.replace(/^\uFEFF?sep=.(?=\r?\n)/i, '')
  const tried = delimiters.map((delimiter) => attempt(body, delimiter, sheet))
  return tried.reduce((best, one) => (one.places.size > best.places.size ? one : best))
}

function attempt(text: string, delimiter: string, sheet: Sheet): SheetFile {
  const read = csvRecords(text, delimiter)
  if (!read.ok) {
    // Everything above the quotation mark could be read; its header says which delimiter is meant.
    const { places } = headerOf(text.split('\n', 1)[0]!.split(delimiter), sheet)
    return { ...nothing, places, problems: [sheetProblem(read.row, null, 'quote_open')] }
  }
  const [header, ...rest] = read.records
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => withoutGuard(cell.trim()).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (header === undefined) return { ...nothing, problems: [sheetProblem(1, null, 'empty_file')] }
  const { places, ignored, twice } = headerOf(header.cells, sheet)
  const missing = neededColumns(sheet).filter((column) => !places.has(column))
  const problems = twice.map((heading) => sheetProblem(header.row, heading, 'column_twice', heading))
  if (missing.length > 0)
    problems.push(
      sheetProblem(header.row, null, 'columns_missing', header.cells.join(delimiter), missing.join(', ')),
    )
  if (rest.length > mostRows)
    problems.push(sheetProblem(rest[mostRows]!.row, null, 'too_many_rows', '', String(mostRows)))
  if (rest.length === 0 && problems.length === 0) problems.push(sheetProblem(header.row, null, 'empty_file'))
  // Without its columns no cell means anything.
  return { places, width: header.cells.length, ignored, rows: problems.length > 0 ? [] : rest, problems }
}

const nothing: SheetFile = { places: new Map(), width: 0, ignored: [], rows: [], problems: [] }

function headerOf(headings: readonly string[], sheet: Sheet) {
  const places = new Map<SheetColumn, Place>()
  const ignored: string[] = []
  const twice: string[] = []
  for (const [at, heading] of headings.entries()) {
    const column = columnCalled(sheet, heading)
    if (column === null) {
      if (heading !== '') ignored.push(heading)
    } else if (places.has(column)) twice.push(heading)
    else places.set(column, { at, heading })
  }
  return { places, ignored, twice }
}
