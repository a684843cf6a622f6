import type { SheetProblem } from './sheetProblem.ts'
import { type Partly, type SheetRow, unread, whole } from './sheetRow.ts'

/** What becomes of one row. */
export type Planned<Given, Id> =
  | { readonly what: 'added'; readonly row: number; readonly given: Given }
  | { readonly what: 'changed'; readonly row: number; readonly id: Id; readonly given: Given }
  | { readonly what: 'unchanged'; readonly row: number }

/** How one kind of sheet is read: row by row, against what the region has. */
export type SheetReader<Given, Id> = {
  read(row: SheetRow): Partly<Given>
  /** What may occur once in a file; null where it could not be read. */
  key(partly: Partly<Given>): string | null
  /** Against what the region has; `unread` when that is refused. */
  decide(row: SheetRow, given: Given): Planned<Given, Id> | typeof unread
}

/** Every row planned or refused. A row said twice is refused: which of two would count? */
export function planRows<Given, Id>(
  rows: readonly SheetRow[],
  { read, key, decide }: SheetReader<Given, Id>,
): Planned<Given, Id>[] {
  const said = new Map<string, SheetRow>()
  const planned: Planned<Given, Id>[] = []
  for (const row of rows) {
    const partly = read(row)
    const name = key(partly)
    const before = name === null ? undefined : said.get(name)
    if (before !== undefined) {
      row.refuse(null, before.all === row.all ? 'row_repeated' : 'said_twice', String(before.row))
      continue
    }
    if (name !== null) said.set(name, row)
    const given = whole(partly)
    if (given === null) continue
    const decided = decide(row, given)
    if (decided !== unread) planned.push(decided)
  }
  return planned
}

export type SheetCounts = { readonly added: number; readonly changed: number; readonly unchanged: number }

export function countsOf(planned: readonly Pick<Planned<unknown, unknown>, 'what'>[]): SheetCounts {
  const count = (what: string) => planned.filter((one) => one.what === what).length
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') }
}

/** In the order of the file; the whole row before its cells. */
export function inOrder(problems: readonly SheetProblem[]): SheetProblem[] {
  return problems.toSorted((one, other) => one.row - other.row)
}
