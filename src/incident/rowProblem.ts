import { legible } from '../platform/csv.ts'

/** What is wrong with a row, where, and what to do. */
export type RowProblem = {
  /** Line of the file, the header being 1. */
  readonly row: number
  /** The file's column, or null when the row as a whole is to blame. */
  readonly column: string | null
  readonly what: string
  readonly remedy: string
  /** Other rows of the same incident, left out with this one so that nothing is half-saved. */
  readonly leavesOut: readonly number[]
}

/** A row that is well formed and not ours. */
export type RowNote = { readonly row: number; readonly what: string }

/** A cell for a message. */
export function quoted(cell: string): string {
  return `"${legible(cell)}"`
}

/** The same problems, each naming the other rows of its incident. */
export function leavingOut(problems: readonly RowProblem[], rows: readonly number[]): RowProblem[] {
  const blamed = new Set(problems.map((problem) => problem.row))
  const others = rows.filter((row) => !blamed.has(row))
  return problems.map((problem) => ({ ...problem, leavesOut: others }))
}
