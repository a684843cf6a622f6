import { legible } from '../platform/csv.ts'

export const sheetCodes = [
  'quote_open',
  'empty_file',
  'columns_missing',
  'column_twice',
  'too_many_rows',
  'row_wide',
  'missing',
  'too_long',
  'unseen_sign',
  'email_malformed',
  'email_of_agency',
  'no_option',
  'no_state',
  'no_language',
  'no_date',
  'no_time',
  'no_such_day',
  'day_first',
  'day_or_month',
  'hour_skipped',
  'hour_twice',
  'no_coordinate',
  'coordinate_alone',
  'number_shortened',
  'own_course',
  'taken_back',
  'unknown_agency',
  'unknown_member',
  'agency_missing',
  'evidence_half',
  'ends_before_start',
  'in_future',
  'shift_long',
  'shift_overlaps',
  'row_repeated',
  'said_twice',
  'kept_otherwise',
] as const
export type SheetCode = (typeof sheetCodes)[number]

/** What is wrong with a file, and where. */
export type SheetProblem = {
  /** As a spreadsheet numbers it, the header's being usually 1. */
  readonly row: number
  /** As the file calls it; null: the row as a whole. */
  readonly column: string | null
  readonly code: SheetCode
  /** What stands there, fit to be shown. */
  readonly given: string
  /** What the words need besides: another row, the choices, what the roster has. */
  readonly other: string
}

/** As many as are shown at once. */
export const problemsShown = 100

export function sheetProblem(
  row: number,
  column: string | null,
  code: SheetCode,
  given = '',
  other = '',
): SheetProblem {
  return { row, column: column === null ? null : legible(column), code, given: legible(given), other }
}
