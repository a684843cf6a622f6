import { audit } from '../audit/index.server.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { AgencyId, RegionId } from '../platform/ids.ts'
import { loadAgencies } from '../region/index.server.ts'
import type { ImportReport } from './importReport.ts'
import { readIncidents } from './importRows.ts'
import type { Mapping } from './mapping.ts'
import type { IncidentsRead, ParsedIncident } from './parsedIncident.ts'
import { quoted, type RowProblem } from './rowProblem.ts'
import { addIncident, incidentsNumbered, type NewIncident, screen } from './store.server.ts'

/** Two imports of one file at once meet at `incident_number_once`; the second then finds the numbers known. */
const attempts = 3

type Sorted = {
  readonly fresh: readonly { readonly parsed: ParsedIncident; readonly incident: NewIncident }[]
  readonly known: number
  readonly broken: readonly RowProblem[]
}

/**
 * A file's incidents into the region, in one transaction: every sound incident that is not there yet, or, when
 * the database fails, none. Broken rows are reported and leave their incident out. A dry run writes nothing and
 * reports the same. Throws when the actor may not import: only the system (command line), a duty coordinator
 * and an administrator do, each in their own region.
 */
export async function importIncidents(
  db: Db,
  actor: Actor,
  regionId: RegionId,
  csv: string,
  mapping: Mapping,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ImportReport> {
  if (!mayImport(actor, regionId)) throw new Error('this actor may not import incidents into this region')
  const read = readIncidents(csv, mapping)
  if (dryRun) return reportOf(read, await db.read(actor, (reader) => sort(reader, read, mapping)), true)
  for (let attempt = 1; ; attempt++) {
    const sorted = await refusedBy<Sorted, 'again'>({ incident_number_once: 'again' }, () =>
      db.write(actor, async (tx) => {
        const found = await sort(tx, read, mapping)
        await save(tx, found)
        await audit(tx, {
          act: 'incidents_imported',
          subject: 'region',
          detail: { rows: found.fresh.length },
        })
        return found
      }),
    )
    if (sorted !== 'again') return reportOf(read, sorted, false)
    if (attempt === attempts) throw new Error('another import of the same numbers is running; try again')
  }
}

function mayImport(actor: Actor, regionId: RegionId): boolean {
  if (actor.regionId !== regionId) return false
  return actor.kind === 'system' || hasRole(actor, 'duty_coordinator', 'administrator')
}

/** Known already, new, or of an agency this region does not have. */
async function sort(reader: Reader, read: IncidentsRead, mapping: Mapping): Promise<Sorted> {
  const known = await incidentsNumbered(
    reader,
    read.incidents.map((incident) => incident.number),
  )
  const agencies = new Map((await loadAgencies(reader)).map((agency) => [agency.name, agency.id]))
  const fresh: { parsed: ParsedIncident; incident: NewIncident }[] = []
  const broken: RowProblem[] = []
  for (const parsed of read.incidents) {
    if (known.has(parsed.number)) continue
    const unknown = parsed.groups.filter((group) => !agencies.has(group.agency)).map((group) => group.agency)
    if (isAhead(parsed, reader.now)) broken.push(ahead(parsed, mapping))
    else if (unknown.length > 0) broken.push(unknownAgency(parsed, unknown, mapping))
    else fresh.push({ parsed, incident: incidentOf(parsed, agencies) })
  }
  return { fresh, known: known.size, broken }
}

/** Clocks differ by minutes, never by an hour. */
function isAhead({ occurredAt, overAt }: ParsedIncident, now: Temporal.Instant): boolean {
  const latest = overAt !== null && Temporal.Instant.compare(overAt, occurredAt) > 0 ? overAt : occurredAt
  return Temporal.Instant.compare(latest, now.add({ hours: 1 })) > 0
}

function ahead(parsed: ParsedIncident, mapping: Mapping): RowProblem {
  const [first, ...others] = parsed.rows
  return {
    row: first!,
    column: mapping.occurredAt.column,
    what: 'this lies in the future',
    remedy: 'Correct the time, or "zone" and "times" in the mapping.',
    leavesOut: others,
  }
}

function unknownAgency(parsed: ParsedIncident, names: readonly string[], mapping: Mapping): RowProblem {
  const [first, ...others] = parsed.rows
  return {
    row: first!,
    column: mapping.rows === 'group' ? (mapping.agency.column ?? null) : null,
    what: `this region has no agency called ${[...new Set(names)].map(quoted).join(' or ')}`,
    remedy:
      mapping.rows === 'group'
        ? 'Add the agency to the region, or translate the name under "agency.values" in the mapping.'
        : 'Add the agency to the region, correct "agencyName" in the mapping, or list the town under "outsideTowns".',
    leavesOut: others,
  }
}

function incidentOf(parsed: ParsedIncident, agencies: ReadonlyMap<string, AgencyId>): NewIncident {
  return {
    number: parsed.number,
    source: 'import',
    kind: parsed.kind,
    occurredAt: parsed.occurredAt,
    overAt: parsed.overAt,
    town: parsed.town,
    groups: parsed.groups.map((group) => ({
      agencyId: agencies.get(group.agency)!,
      role: group.role,
      count: group.count,
    })),
  }
}

async function save(tx: Tx, sorted: Sorted): Promise<void> {
  for (const { parsed, incident } of sorted.fresh) {
    const id = await addIncident(tx, incident)
    if (parsed.screening !== null) await screen(tx, id, parsed.screening)
  }
}

function reportOf(read: IncidentsRead, sorted: Sorted, dryRun: boolean): ImportReport {
  const screened = (outcome: ParsedIncident['screening']) =>
    sorted.fresh.filter((one) => one.parsed.screening === outcome).length
  return {
    dryRun,
    read: read.rows,
    new: sorted.fresh.length,
    known: sorted.known,
    mayQualify: screened('may_qualify'),
    adviceOnly: screened('advice_only'),
    outside: read.outside,
    broken: [...read.broken, ...sorted.broken].toSorted((one, other) => one.row - other.row),
    written: dryRun ? 0 : sorted.fresh.length,
    assumed: [...new Set(sorted.fresh.flatMap((one) => one.parsed.assumed))],
  }
}
