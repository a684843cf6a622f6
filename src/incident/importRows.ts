import { readCalls } from './callRows.ts'
import { readCsv } from './csvRows.ts'
import { readGroups } from './groupRows.ts'
import { columnsOf, type Mapping } from './mapping.ts'
import type { IncidentsRead } from './parsedIncident.ts'

/** A file's incidents by its mapping. Whatever is wrong comes back as rows and words; never throws. */
export function readIncidents(csvText: string, mapping: Mapping): IncidentsRead {
  const csv = readCsv(csvText, mapping.delimiter, columnsOf(mapping))
  const read = mapping.rows === 'group' ? readGroups(csv, mapping) : readCalls(csv, mapping)
  return {
    rows: csv.rows.length,
    incidents: read.incidents.toSorted((one, other) => one.rows[0]! - other.rows[0]!),
    outside: read.outside,
    broken: [...csv.unreadable, ...read.broken].toSorted((one, other) => one.row - other.row),
  }
}
