import type { CsvRead, CsvRow } from './csvRows.ts'
import { type AffectedRole, affectedRoles } from './kinds.ts'
import type { GroupMapping } from './mapping.ts'
import type { IncidentsRead, ParsedIncident } from './parsedIncident.ts'
import {
  commonFacts,
  complain,
  listed,
  people,
  type RowFacts,
  type RowReader,
  reader,
  text,
} from './rowFacts.ts'
import { leavingOut, quoted, type RowNote, type RowProblem } from './rowProblem.ts'

type GroupRow = {
  readonly to: RowReader
  readonly facts: RowFacts
  readonly agency: string | null
  readonly role: AffectedRole | null
  readonly count: number | null
}

/** One row per affected group: rows of one number are one incident and must agree on everything but the group. */
export function readGroups(csv: CsvRead, mapping: GroupMapping): Omit<IncidentsRead, 'rows'> {
  const outside: RowNote[] = []
  const broken: RowProblem[] = []
  const incidents: ParsedIncident[] = []
  const ours = csv.rows.filter((row) => {
    const town = mapping.town.column === undefined ? '' : row.cell(mapping.town.column)
    if (!mapping.outsideTowns.includes(town)) return true
    outside.push({ row: row.row, what: town })
    return false
  })
  const byNumber = Map.groupBy(
    ours.map((row) => read(row, mapping)),
    (row) => row.facts.number,
  )

  for (const [number, rows] of byNumber) {
    if (number === null) {
      for (const row of rows) broken.push(...row.to.problems)
      continue
    }
    const once = withoutRepeats(rows)
    agree(once, mapping)
    const lines = rows.map((row) => row.facts.row)
    const problems = once.flatMap((row) => row.to.problems)
    // One by one: a file may break in more places than a call takes arguments.
    for (const problem of leavingOut(problems, lines)) broken.push(problem)
    if (problems.length === 0) incidents.push(incidentOf(number, once, lines))
  }
  return { incidents, outside, broken }
}

function read(row: CsvRow, mapping: GroupMapping): GroupRow {
  const to = reader(row)
  return {
    to,
    facts: commonFacts(to, mapping),
    agency: text(to, mapping.agency, 'agency'),
    role: listed(to, mapping.role, 'role', affectedRoles),
    count: people(to, mapping.count),
  }
}

/** A row that repeats an earlier one cell by cell says nothing new: exports get pasted together. */
function withoutRepeats(rows: readonly GroupRow[]): GroupRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const cells = JSON.stringify(row.to.source.cells)
    return !seen.has(cells) && seen.add(cells)
  })
}

function agree(rows: readonly GroupRow[], mapping: GroupMapping): void {
  const sound = rows.filter((row) => row.to.problems.length === 0)
  const first = sound[0]
  if (first === undefined) return
  const facts = [
    ['kind', mapping.kind.column],
    ['occurredAt', mapping.occurredAt.column],
    ['overAt', mapping.overAt.column],
    ['town', mapping.town.column],
  ] as const
  const groups = new Map<string, number>()
  for (const row of sound) {
    for (const [fact, column] of facts)
      if (row.to.problems.length === 0 && String(row.facts[fact]) !== String(first.facts[fact]))
        complain(
          row.to,
          column ?? null,
          `differs from row ${first.facts.row}, which has the same number ${quoted(row.facts.number ?? '')}`,
          'Make both rows agree, or give them different numbers.',
        )
    const group = JSON.stringify([row.agency, row.role])
    const earlier = groups.get(group)
    if (earlier === undefined) groups.set(group, row.facts.row)
    else if (row.to.problems.length === 0)
      complain(
        row.to,
        mapping.count.column ?? null,
        `counts the same role at the same agency as row ${earlier}`,
        'Keep one of the two rows.',
      )
  }
}

/** Only for rows without a problem: nothing in them is null but `overAt`. */
function incidentOf(number: string, rows: readonly GroupRow[], lines: readonly number[]): ParsedIncident {
  const { kind, occurredAt, overAt, town } = rows[0]!.facts
  return {
    number,
    rows: lines,
    kind: kind!,
    occurredAt: occurredAt!,
    overAt,
    town: town!,
    groups: rows.map((row) => ({ agency: row.agency!, role: row.role!, count: row.count! })),
    screening: null,
    services: 0,
    assumed: [...new Set(rows.flatMap((row) => [...row.to.assumed]))],
  }
}
