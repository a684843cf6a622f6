import { CsvError, parse } from 'csv-parse/sync'

export type CsvRecord = {
  /** Its place as a spreadsheet numbers it, the first being 1; blank lines count. */
  readonly row: number
  /** Line of the file where it ends. */
  readonly line: number
  readonly cells: readonly string[]
}

/** All records but blank lines; or where a quotation mark was opened (row) and the reading ended (line). */
export type CsvRecords =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly row: number; readonly line: number }

type Parsed = { readonly info: { readonly lines: number }; readonly record: string[] }

/** Cells as they stand, neither trimmed nor counted. Never throws. */
export function csvRecords(text: string, delimiter: string): CsvRecords {
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as Parsed[]
    const records = parsed.map(({ info, record }, index) => ({
      row: index + 1,
      line: info.lines,
      cells: record,
    }))
    return { ok: true, records: records.filter(({ cells }) => cells.length > 1 || cells[0] !== '') }
  } catch (error) {
    const count = (value: unknown) => (typeof value === 'number' ? value : 0)
    const known = error instanceof CsvError ? error : { lines: 1, records: 0 }
    return { ok: false, row: count(known.records) + 1, line: count(known.lines) || 1 }
  }
}

/** Rows as RFC 4180 writes them, after a byte order mark: without it spreadsheets misread accents. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map((cell) => quotedCell(inert(cell))).join(',')}\r\n`).join('')}`
}

function quotedCell(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** What a spreadsheet may take for a formula, also behind spaces (OWASP, "CSV Injection"). */
const live = /^['\s]*[=+\-@\t\r＝＋－＠]/
/** A number with its sign is no formula: an apostrophe would turn it into text. */
const number = /^-\d+(\.\d+)?$/

function inert(cell: string): string {
  return live.test(cell) && !number.test(cell) ? `'${cell}` : cell
}

/** A cell as it was before it was written so that no spreadsheet runs it. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && live.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** A cell to be shown: short, on one line, without signs that steer a terminal or turn text around. */
export function legible(cell: string): string {
  const letters = [...cell.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD')]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
}

/** Why bytes are no text we can read: each needs another remedy. */
export type Undecoded = 'utf16' | 'not_utf8' | 'workbook'

/** A file's text. UTF-8 only: another encoding is told, not guessed, because a wrong guess spoils names silently. */
export function decodedCsv(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: Undecoded } {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte)
  // A ZIP (.xlsx, .ods) and an OLE file (.xls).
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, why: 'workbook' }
  const start = bytes.subarray(0, 400)
  const nulls = start.filter((byte) => byte === 0).length
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff) || nulls * 4 > start.length) return { ok: false, why: 'utf16' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, why: 'not_utf8' }
  }
}
