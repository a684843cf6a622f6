import { emailFrom } from '../identity/index.ts'
import { hasUnseen } from '../platform/unseen.ts'
import type { Place } from '../region/index.ts'
import { plainWord, type SheetColumn } from './sheet.ts'
import type { SheetFile } from './sheetFile.ts'
import { type SheetCode, type SheetProblem, sheetProblem } from './sheetProblem.ts'
import { hasSlashes, readDay, readMoment, saysDayFirst } from './sheetTimes.ts'

/** What is said of a cell that can't be read; the problem is noted with the row. */
export const unread = undefined
type Cell<Value> = Value | typeof unread
/** A row as far as it could be read. */
export type Partly<Given> = { readonly [Key in keyof Given]: Cell<Given[Key]> }

/** One row, read cell by cell; whatever is wrong with it is noted once, at its column. */
export type SheetRow = {
  readonly row: number
  /** Every cell that counts, to tell a row said twice. */
  readonly all: string
  has(column: SheetColumn): boolean
  isEmpty(column: SheetColumn): boolean
  text(column: SheetColumn, most?: number): Cell<string>
  email(column: SheetColumn): Cell<string>
  option<Option extends string>(
    column: SheetColumn,
    options: readonly Option[],
    also?: Readonly<Record<string, Option>>,
  ): Cell<Option>
  list<Item>(
    column: SheetColumn,
    item: (text: string) => Item | null,
    code: SheetCode,
    known: string,
  ): Cell<readonly Item[]>
  day(column: SheetColumn): Cell<Temporal.PlainDate>
  moment(column: SheetColumn, timeZone: string): Cell<Temporal.Instant>
  /** Both coordinates or neither. */
  place(): Cell<Place | null>
  refuse(column: SheetColumn | null, code: SheetCode, other?: string): typeof unread
}

/** The rows of a file with their readers; each note goes to `problems`. */
export function rowsOf(file: SheetFile, problems: SheetProblem[]): SheetRow[] {
  const raw = (cells: readonly string[], column: SheetColumn) =>
    cells[file.places.get(column)?.at ?? -1] ?? ''
  const dayFirst = new Set(
    [...file.places.keys()].filter((column) =>
      file.rows.some(({ cells }) => saysDayFirst(raw(cells, column))),
    ),
  )
  const shaped = file.rows.filter(({ row, cells }) => {
    const wide = cells.slice(file.width).some((cell) => cell !== '')
    if (wide) problems.push(sheetProblem(row, null, 'row_wide', cells.join(' '), String(file.width)))
    return !wide
  })
  return shaped.map(({ row, cells }): SheetRow => {
    const cell = (column: SheetColumn) => raw(cells, column)
    const refuse = (column: SheetColumn | null, code: SheetCode, other = '') => {
      const heading = column === null ? null : (file.places.get(column)?.heading ?? column)
      problems.push(sheetProblem(row, heading, code, column === null ? '' : cell(column), other))
      return unread
    }
    const text = (column: SheetColumn, most = 100): Cell<string> => {
      const given = cell(column)
      if (given === '') return refuse(column, 'missing')
      if (hasUnseen(given)) return refuse(column, 'unseen_sign')
      return given.length > most ? refuse(column, 'too_long', String(most)) : given
    }
    const timed = <Value>(
      column: SheetColumn,
      read: (given: string) => { readonly value: Value } | { readonly code: SheetCode },
    ): Cell<Value> => {
      const given = text(column)
      if (given === unread) return unread
      const found = read(given)
      if ('code' in found) return refuse(column, found.code)
      return dayFirst.has(column) && hasSlashes(given) ? refuse(column, 'day_or_month') : found.value
    }
    const coordinate = (column: SheetColumn, most: number): Cell<number | null> => {
      if (cell(column) === '') return null
      const given = text(column)
      if (given === unread) return unread
      const value = /^-?\d{1,3}([.,]\d+)?$/.test(given) ? Number(given.replace(',', '.')) : Number.NaN
      return Math.abs(value) <= most ? value : refuse(column, 'no_coordinate', String(most))
    }
    return {
      row,
      all: JSON.stringify([...file.places.values()].map(({ at }) => cells[at] ?? '')),
      has: (column) => file.places.has(column),
      isEmpty: (column) => cell(column) === '',
      text,
      email(column) {
        const given = text(column, 254)
        return given === unread ? unread : (emailFrom(given) ?? refuse(column, 'email_malformed'))
      },
      option(column, options, also = {}) {
        const given = text(column)
        if (given === unread) return unread
        return optionCalled(given, options, also) ?? refuse(column, 'no_option', options.join(', '))
      },
      list(column, item, code, known) {
        const given = text(column, 300)
        if (given === unread) return unread
        const items = given
          .split(/[;,|/]/)
          .map((one) => one.trim())
          .filter((one) => one !== '')
          .map(item)
        const read = items.filter((one) => one !== null)
        return read.length < items.length || read.length === 0
          ? refuse(column, code, known)
          : [...new Set(read)]
      },
      day: (column) => timed(column, readDay),
      moment: (column, timeZone) => timed(column, (given) => readMoment(given, timeZone)),
      place() {
        const [latitude, longitude] = [coordinate('latitude', 90), coordinate('longitude', 180)]
        if (latitude === unread || longitude === unread) return unread
        if (latitude !== null && longitude !== null) return { latitude, longitude }
        if (latitude === longitude) return null
        return refuse(latitude === null ? 'latitude' : 'longitude', 'coordinate_alone')
      },
      refuse,
    }
  })
}

/** The choice that a cell means, whatever its case, accents and spaces. */
export function optionCalled<Option extends string>(
  given: string,
  options: readonly Option[],
  also: Readonly<Record<string, Option>>,
): Option | null {
  const plain = plainWord(given)
  return options.find((option) => option === plain) ?? (Object.hasOwn(also, plain) ? also[plain]! : null)
}

/** A row all of whose cells could be read. */
export function whole<Given>(partly: Partly<Given>): Given | null {
  return Object.values(partly).includes(unread) ? null : (partly as Given)
}
