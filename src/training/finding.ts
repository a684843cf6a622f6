import { type ContentProblem, located } from './contentProblem.ts'

/** An error must be mended, a warning weighed by a person; a note only counts. */
export type Severity = 'error' | 'warning' | 'note'
export type Finding = ContentProblem & { readonly severity: Severity }

export type Report = (severity: Severity, file: string, line: number, says: string) => void

export function findingLine(finding: Finding): string {
  const { severity, says } = finding
  return located({ ...finding, says: `${severity}: ${says}` })
}
