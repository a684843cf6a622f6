import type { Sheet } from './sheet.ts'
import type { SheetCounts } from './sheetPlan.ts'
import type { SheetProblem } from './sheetProblem.ts'
import { sheetNames, sheetProblemWords } from './sheetWords.ts'

type Report = {
  readonly sheet: Sheet
  readonly counts: SheetCounts
  readonly problems: readonly SheetProblem[]
  readonly moreProblems: number
  readonly ignored: readonly string[]
}

/** The report in plain lines: counts, then every problem with its row, column and remedy. */
export function sheetReport(report: Report, dryRun: boolean): string {
  const { added, changed, unchanged } = report.counts
  const total = report.problems.length + report.moreProblems
  const ignored =
    report.ignored.length === 0 ? [] : [`Columns that are not read: ${report.ignored.join(', ')}.`]
  if (total > 0)
    return [
      `${sheetNames.en[report.sheet]}: ${total} ${total === 1 ? 'problem' : 'problems'}. Nothing was saved.`,
      ...report.problems.map(line),
      ...(report.moreProblems > 0 ? [`  and ${report.moreProblems} more.`] : []),
      ...ignored,
    ].join('\n')
  return [
    `${sheetNames.en[report.sheet]}: ${added} new, ${changed} changed, ${unchanged} as they are.`,
    ...ignored,
    dryRun ? 'Dry run: nothing was saved.' : 'All of it is saved.',
  ].join('\n')
}

function line({ row, column, code, given, other }: SheetProblem): string {
  const where = column === null ? `row ${row}` : `row ${row}, "${column}"`
  const stands = given === '' ? '' : ` "${given}".`
  return `  ${where}:${stands} ${sheetProblemWords.en[code](other)}`
}
