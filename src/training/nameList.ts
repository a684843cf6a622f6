import { emailFrom } from '../identity/index.ts'
import { csvRecords, legible, withoutGuard } from '../platform/csv.ts'
import { standsAt } from '../region/index.ts'
import { nameFrom } from './learnerName.ts'

/** What keeps a whole list from being taken. */
export type ListFault =
  | 'empty'
  | 'too_many_rows'
  | 'quote_open'
  | 'name_missing'
  | 'email_malformed'
  | 'email_of_agency'
  | 'twice'
  | 'take_before'

export type ListProblem = {
  /** As the spreadsheet numbers it, the first being 1. */
  readonly row: number
  readonly fault: ListFault
  /** What stands there, fit to be shown. */
  readonly given: string
  /** The earlier row with the same address. */
  readonly other?: number
  /** Courses that come before and that this person has not taken, by title. */
  readonly lacks?: string
}

export type Listed = { readonly row: number; readonly name: string; readonly email: string }

export type NameList = {
  /** With any of these, nobody of the list may be enrolled. */
  readonly problems: readonly ListProblem[]
  /** Who would be enrolled. */
  readonly fresh: readonly Listed[]
  /** Whoever is in the course or was named to it already: they stay as they are. */
  readonly known: readonly Listed[]
}

type Against = {
  /** Where agencies have their mail. */
  readonly domains: readonly string[]
  /** Addresses of whoever is in the course, or was named to it. */
  readonly known: ReadonlySet<string>
  /** Addresses of people who have not taken what comes before the course, each with its titles. */
  readonly lacking?: ReadonlyMap<string, string>
}

/** A class of recruits and a department are smaller; more rows are another file by mistake (assumed). */
export const mostListed = 300
const delimiters = ['\t', ';', ','] as const

/** People of a pasted or uploaded list, and everything that is wrong with it at once. Never throws. */
export function readNameList(text: string, { domains, known, lacking }: Against): NameList {
  const read = rowsIn(text)
  if (!read.ok) return { problems: [{ ...read.why, given: '' }], fresh: [], known: [] }
  const problems: ListProblem[] = []
  const found = { fresh: [] as Listed[], known: [] as Listed[] }
  const seen = new Map<string, number>()
  for (const { row, name, typed } of read.rows) {
    const email = emailFrom(typed)
    const wrong = (fault: ListFault, given: string, more: Pick<ListProblem, 'other' | 'lacks'> = {}) =>
      problems.push({ row, fault, given: legible(given), ...more })
    const nameless = nameFrom(name) === null
    if (nameless) wrong('name_missing', name)
    if (email === null) {
      wrong('email_malformed', typed)
      continue
    }
    const earlier = seen.get(email)
    const lacks = lacking?.get(email)
    seen.set(email, earlier ?? row)
    if (standsAt(email, domains)) wrong('email_of_agency', typed)
    else if (earlier !== undefined) wrong('twice', typed, { other: earlier })
    else if (lacks !== undefined && !known.has(email)) wrong('take_before', typed, { lacks })
    else if (!nameless) found[known.has(email) ? 'known' : 'fresh'].push({ row, name, email })
  }
  return { problems, ...found }
}

/** The addresses of a list, each once; none of one that can't be read. */
export function addressesIn(text: string): string[] {
  const read = rowsIn(text)
  return read.ok ? [...new Set(read.rows.flatMap(({ typed }) => emailFrom(typed) ?? []))] : []
}

type Rows =
  | { readonly ok: true; readonly rows: readonly { row: number; name: string; typed: string }[] }
  | { readonly ok: false; readonly why: Pick<ListProblem, 'row' | 'fault'> }

function rowsIn(text: string): Rows {
  const first = text.split('\n', 1)[0] ?? ''
  const read = csvRecords(text, delimiters.find((sign) => first.includes(sign)) ?? ',')
  if (!read.ok) return { ok: false, why: { row: read.row, fault: 'quote_open' } }
  const records = read.records
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => withoutGuard(cell.trim()).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = columnsOf(records[0]?.cells ?? [])
  const people = columns === null ? records : records.slice(1)
  const at = columns ?? { name: 0, email: 1 }
  if (people.length === 0) return { ok: false, why: { row: 1, fault: 'empty' } }
  const over = people[mostListed]
  if (over !== undefined) return { ok: false, why: { row: over.row, fault: 'too_many_rows' } }
  return {
    ok: true,
    rows: people.map(({ row, cells }) => ({ row, name: cells[at.name] ?? '', typed: cells[at.email] ?? '' })),
  }
}

const headings = {
  name: ['name', 'nombre'],
  email: ['email', 'e-mail', 'mail', 'address', 'correo', 'correo electrónico'],
}

/** Where the header says its two columns are; null: the first row is a person's. */
function columnsOf(cells: readonly string[]): { name: number; email: number } | null {
  const at = (names: readonly string[]) => cells.findIndex((cell) => names.includes(cell.toLowerCase()))
  const columns = { name: at(headings.name), email: at(headings.email) }
  return columns.name === -1 || columns.email === -1 ? null : columns
}
