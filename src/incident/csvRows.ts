import { csvRecords } from '../platform/csv.ts'
import { quoted, type RowProblem } from './rowProblem.ts'

export type CsvRow = {
  /** Line of the file where the row ends. */
  readonly row: number
  readonly cells: readonly string[]
  /** Set when the row has more or fewer cells than the header: then no cell can be trusted. */
  readonly misshapen: RowProblem | null
  /** The cell under that column, trimmed; empty when the row is too short. */
  cell(column: string): string
}

/** Either rows, or the one thing that kept the file from being read at all. */
export type CsvRead = { readonly rows: readonly CsvRow[]; readonly unreadable: readonly RowProblem[] }

/**
 * A CSV's rows, with the columns that are wanted found in its header. A row of the wrong width is
 * still handed on, so that its incident can be left out whole. Never throws.
 */
export function readCsv(text: string, delimiter: string, wanted: readonly string[]): CsvRead {
  const read = csvRecords(text, delimiter)
  if (!read.ok)
    return nothing(
      read.line,
      'a quotation mark is opened and never closed',
      'Close or remove it; nothing was read.',
    )
  const [header, ...body] = read.records
  if (header === undefined) return nothing(1, 'the file is empty', 'Choose a file with a header and rows.')
  const names = header.cells.map((name) => name.trim())
  const missing = wanted.filter((column) => !names.includes(column))
  if (missing.length > 0)
    return nothing(
      header.line,
      `no column is called ${missing.map(quoted).join(', ')}`,
      `The file has ${names.slice(0, 30).map(quoted).join(', ')}. Correct the mapping or its delimiter.`,
    )
  const twice = wanted.find((column) => names.indexOf(column) !== names.lastIndexOf(column))
  if (twice !== undefined)
    return nothing(header.line, `two columns are called ${quoted(twice)}`, 'Rename one of them.')

  const at = new Map(names.map((name, index) => [name, index]))
  const rows = body.map(
    ({ line, cells }): CsvRow => ({
      row: line,
      cells,
      misshapen: cells.length === names.length ? null : wrongWidth(line, cells.length, names.length),
      cell: (column) => cells[at.get(column) ?? -1]?.trim() ?? '',
    }),
  )
  return { rows, unreadable: [] }
}

function wrongWidth(row: number, cells: number, wanted: number): RowProblem {
  return {
    row,
    column: null,
    what: `has ${cells} cells where the header has ${wanted}`,
    remedy: 'Put cells that hold the delimiter in quotation marks, and fill in what is missing.',
    leavesOut: [],
  }
}

function nothing(row: number, what: string, remedy: string): CsvRead {
  return { rows: [], unreadable: [{ row, column: null, what, remedy, leavesOut: [] }] }
}
