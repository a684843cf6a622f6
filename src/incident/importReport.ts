import { quoted, type RowNote, type RowProblem } from './rowProblem.ts'

export type ImportReport = {
  readonly dryRun: boolean
  /** Rows below the header. */
  readonly read: number
  /** Incidents the region does not have yet and that can be saved. */
  readonly new: number
  /** Incidents the region has already, told by their number: left as they are. */
  readonly known: number
  readonly mayQualify: number
  readonly adviceOnly: number
  readonly outside: readonly RowNote[]
  readonly broken: readonly RowProblem[]
  /** Incidents saved; 0 in a dry run. */
  readonly written: number
  /** What the file does not hold and the mapping supplied. */
  readonly assumed: readonly string[]
}

const shown = 50

/** The report in plain lines: counts first, then every problem with its row, column and remedy. */
export function importReport(report: ImportReport): string {
  const screened = report.mayQualify + report.adviceOnly > 0
  return [
    `${counted(report.read, 'row')} read.`,
    `${counted(report.new, 'incident')} new, ${report.known} known already (by number; left as they are).`,
    ...(screened ? [`Of the new: ${report.mayQualify} may qualify, ${report.adviceOnly} advice only.`] : []),
    ...outsideLines(report.outside),
    ...brokenLines(report.broken),
    ...(report.assumed.length === 0 ? [] : ['Assumed, since the file does not hold it:']),
    ...report.assumed.map((one) => `  ${one}`),
    report.dryRun
      ? 'Dry run: nothing was saved.'
      : `${counted(report.written, 'incident')} saved.${report.broken.length > 0 ? ' Correct the broken rows and import the file again: what is saved is recognized.' : ''}`,
  ].join('\n')
}

function outsideLines(outside: readonly RowNote[]): string[] {
  if (outside.length === 0) return []
  const places = [...Map.groupBy(outside, (note) => note.what)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return [
    `${counted(outside.length, 'row')} outside the region, not imported: ${places
      .map(([place, notes]) => `${quoted(place)} ${notes.length}`)
      .join(', ')}.`,
  ]
}

function brokenLines(broken: readonly RowProblem[]): string[] {
  if (broken.length === 0) return []
  const rows = new Set(broken.map((problem) => problem.row)).size
  const more = broken.length - shown
  return [
    `${counted(rows, 'broken row')}; no incident with a broken row is saved:`,
    ...broken.slice(0, shown).map(problemLine),
    ...(more > 0 ? [`  and ${counted(more, 'problem')} more.`] : []),
  ]
}

function problemLine(problem: RowProblem): string {
  const column = problem.column === null ? '' : `, ${quoted(problem.column)}`
  const others = problem.leavesOut
  const left =
    others.length === 0 ? '' : ` Leaves out row${others.length > 1 ? 's' : ''} ${others.join(', ')}.`
  return `  row ${problem.row}${column}: ${problem.what}. ${problem.remedy}${left}`
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
