import type { CsvRead, CsvRow } from './csvRows.ts'
import type { CallMapping } from './mapping.ts'
import type { IncidentsRead, ParsedIncident } from './parsedIncident.ts'
import { commonFacts, complain, type RowFacts, type RowReader, reader, text } from './rowFacts.ts'
import { leavingOut, quoted, type RowNote, type RowProblem } from './rowProblem.ts'

type Service = CallMapping['services'][number]
type CallRow = {
  readonly to: RowReader
  readonly facts: RowFacts
  readonly nature: string | null
  readonly service: Service | null
}

/**
 * One row per dispatched call: calls of one kind, nature and town within some minutes of the first are one
 * incident with a group for each service. That it is one incident is an inference, and so is each crew's size.
 */
export function readCalls(csv: CsvRead, mapping: CallMapping): Omit<IncidentsRead, 'rows'> {
  const outside: RowNote[] = []
  const broken: RowProblem[] = []
  const incidents: ParsedIncident[] = []
  const seen = new Map<string, CsvRow>()
  const calls: CallRow[] = []
  for (const row of csv.rows) {
    const town = mapping.town.column === undefined ? '' : row.cell(mapping.town.column)
    if (mapping.outsideTowns.includes(town)) {
      outside.push({ row: row.row, what: town })
      continue
    }
    const call = read(row, mapping)
    const earlier = call.facts.number === null ? undefined : seen.get(call.facts.number)
    if (earlier !== undefined) {
      // A repeated line says nothing new: exports get pasted together.
      if (JSON.stringify(earlier.cells) === JSON.stringify(row.cells)) continue
      complain(
        call.to,
        mapping.number.column,
        `has the number ${quoted(call.facts.number ?? '')} of row ${earlier.row} and says something else`,
        'Keep one of the two rows, or correct the number.',
      )
    } else if (call.facts.number !== null) seen.set(call.facts.number, row)
    calls.push(call)
  }

  for (const together of cluster(calls, mapping.sameIncidentMinutes)) {
    const problems = together.flatMap((call) => call.to.problems)
    const rows = together.map((call) => call.facts.row)
    // One by one: a file may break in more places than a call takes arguments.
    for (const problem of leavingOut(problems, rows)) broken.push(problem)
    if (problems.length === 0) incidents.push(incidentOf(together, mapping))
  }
  return { incidents, outside, broken }
}

function read(row: CsvRow, mapping: CallMapping): CallRow {
  const to = reader(row)
  const facts = commonFacts(to, mapping)
  const given = text(to, mapping.nature, 'nature')
  const column = mapping.serviceColumn ?? mapping.nature.column
  const told = row.cell(column).toUpperCase()
  const service = mapping.services.find((one) => told.startsWith(one.startsWith.toUpperCase())) ?? null
  if (service === null && given !== null)
    complain(
      to,
      column,
      `${quoted(row.cell(column))} begins with no service of the mapping`,
      'Add how it begins under "services".',
    )
  const prefix = mapping.serviceColumn === undefined ? (service?.startsWith.length ?? 0) : 0
  return { to, facts, service, nature: given === null ? null : tidy(given.slice(prefix)) }
}

/** `VEHICLE ACCIDENT -` and `Vehicle  accident` are one nature. */
function tidy(nature: string): string {
  return nature
    .toUpperCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[ -]+$/, '')
    .trim()
}

/** Counted from the first call, so that a busy hour does not grow into one incident. */
function cluster(calls: readonly CallRow[], minutes: number): CallRow[][] {
  const found: CallRow[][] = []
  const open = new Map<string, CallRow[]>()
  for (const call of calls.toSorted(byTime)) {
    const { occurredAt, kind, town } = call.facts
    const key = JSON.stringify([kind, call.nature, town])
    const last = open.get(key)
    const until = last?.[0]?.facts.occurredAt?.add({ minutes })
    if (occurredAt !== null && until !== undefined && Temporal.Instant.compare(occurredAt, until) <= 0) {
      last!.push(call)
      continue
    }
    const fresh = [call]
    found.push(fresh)
    if (occurredAt !== null) open.set(key, fresh)
  }
  return found
}

function byTime(one: CallRow, other: CallRow): number {
  const [a, b] = [one.facts.occurredAt, other.facts.occurredAt]
  if (a === null || b === null)
    return Number(b === null) - Number(a === null) || one.facts.row - other.facts.row
  return Temporal.Instant.compare(a, b) || one.facts.row - other.facts.row
}

/** Only for calls without a problem: nothing in them is null but `overAt`. */
function incidentOf(calls: readonly CallRow[], mapping: CallMapping): ParsedIncident {
  const { number, kind, occurredAt, town } = calls[0]!.facts
  const ends = calls.map((call) => call.facts.overAt)
  const services = [...new Set(calls.map((call) => call.service!))].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )
  const qualifying = mapping.mayQualify.map(tidy).includes(calls[0]!.nature!)
  return {
    number: number!,
    rows: calls.map((call) => call.facts.row).sort((one, other) => one - other),
    kind: kind!,
    occurredAt: occurredAt!,
    overAt: mapping.overAt.column === undefined ? ends[0]! : latest(ends),
    town: town!,
    groups: groupsOf(town!, services, mapping),
    screening: qualifying ? 'may_qualify' : 'advice_only',
    services: new Set(services.map((service) => service.name)).size,
    assumed: [
      ...new Set([
        ...calls.flatMap((call) => [...call.to.assumed]),
        ...services.map((service) => `${service.name}: a crew of ${service.assumedCrew}`),
        `calls alike in one town within ${mapping.sameIncidentMinutes} minutes are one incident`,
      ]),
    ],
  }
}

/** One group for each agency and role, also when two services of the mapping share a name. */
function groupsOf(
  town: string,
  services: readonly Service[],
  mapping: CallMapping,
): ParsedIncident['groups'] {
  const groups = new Map<string, ParsedIncident['groups'][number]>()
  for (const service of services) {
    const agency = mapping.agencyName.replaceAll(/\{(town|service)\}/g, (_brace, which) =>
      which === 'town' ? town : service.name,
    )
    const key = JSON.stringify([agency, service.role])
    if (!groups.has(key)) groups.set(key, { agency, role: service.role, count: service.assumedCrew })
  }
  return [...groups.values()]
}

/** Over when it is over for the last of them; null while it goes on for anybody. */
function latest(ends: readonly (Temporal.Instant | null)[]): Temporal.Instant | null {
  return ends.reduce((one, other) =>
    one === null || other === null ? null : Temporal.Instant.compare(one, other) >= 0 ? one : other,
  )
}
