import { hasUnseen } from '../platform/unseen.ts'
import type { CsvRow } from './csvRows.ts'
import { readTime, timeLooks } from './fileTime.ts'
import type { IncidentKind } from './kinds.ts'
import { incidentKinds } from './kinds.ts'
import type { Mapping, Source } from './mapping.ts'
import { quoted, type RowProblem } from './rowProblem.ts'

/** What every row tells of its incident; null where the row is broken and a problem says why. */
export type RowFacts = {
  readonly row: number
  readonly number: string | null
  readonly kind: IncidentKind | null
  readonly occurredAt: Temporal.Instant | null
  /** Null also while it goes on. */
  readonly overAt: Temporal.Instant | null
  readonly town: string | null
}

/** Notes what is wrong with one row and what had to be assumed to read it. */
export type RowReader = {
  readonly source: CsvRow
  readonly problems: RowProblem[]
  readonly assumed: Set<string>
}

export function reader(source: CsvRow): RowReader {
  return { source, problems: source.misshapen === null ? [] : [source.misshapen], assumed: new Set() }
}

export function complain(to: RowReader, column: string | null, what: string, remedy: string): null {
  // Cells of a misshapen row may stand under the wrong heading: complaints about them would mislead.
  if (to.source.misshapen === null)
    to.problems.push({ row: to.source.row, column, what, remedy, leavesOut: [] })
  return null
}

/** A required text of at most 80 characters, as a cell or as translated. Markup and formulas are only text. */
export function text(to: RowReader, from: Source, name: string): string | null {
  if (from.column === undefined) {
    to.assumed.add(`${name} "${from.always}" for every row`)
    return from.always ?? null
  }
  const cell = to.source.cell(from.column)
  const value = from.values !== undefined && Object.hasOwn(from.values, cell) ? from.values[cell]! : cell
  if (value === '') return complain(to, from.column, 'is empty', `Give the ${name}.`)
  if (hasUnseen(value) || value.length > 80)
    return complain(
      to,
      from.column,
      `${quoted(value)} is longer than 80 characters or holds control characters`,
      `Shorten or clean the ${name}.`,
    )
  return value
}

export function listed<Value extends string>(
  to: RowReader,
  from: Source,
  name: string,
  list: readonly Value[],
): Value | null {
  const value = text(to, from, name)
  if (value === null) return null
  const known = list.find((one) => one === value)
  return (
    known ??
    complain(
      to,
      from.column ?? null,
      `${quoted(value)} is no ${name} we know`,
      `Translate it under "${name}.values" in the mapping, to one of: ${list.join(', ')}.`,
    )
  )
}

/** People, not names: a whole number from 1 to 5000. */
export function people(to: RowReader, from: Source): number | null {
  const value = text(to, from, 'count')
  if (value === null) return null
  const count = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (count >= 1 && count <= 5000) return count
  return complain(
    to,
    from.column ?? null,
    `${quoted(value)} is no number of people`,
    'Give a whole number from 1 to 5000.',
  )
}

export function commonFacts(to: RowReader, mapping: Mapping): RowFacts {
  const occurredAt = time(to, mapping, mapping.occurredAt.column)
  const town = text(to, mapping.town, 'town')
  return {
    row: to.source.row,
    number: text(to, mapping.number, 'number'),
    kind: listed(to, mapping.kind, 'kind', incidentKinds),
    occurredAt,
    overAt: over(to, mapping, occurredAt),
    town: town !== null && mapping.townTitleCase ? titleCase(town) : town,
  }
}

function over(to: RowReader, mapping: Mapping, occurredAt: Temporal.Instant | null): Temporal.Instant | null {
  const { column, assumedMinutes } = mapping.overAt
  if (column === undefined) {
    to.assumed.add(`over ${assumedMinutes} minutes after it began`)
    return occurredAt?.add({ minutes: assumedMinutes ?? 0 }) ?? null
  }
  if (to.source.cell(column) === '') return null
  const overAt = time(to, mapping, column)
  if (overAt !== null && occurredAt !== null && Temporal.Instant.compare(overAt, occurredAt) < 0)
    return complain(to, column, 'is before it happened', 'Check both times, and the order of day and month.')
  return overAt
}

function time(to: RowReader, mapping: Mapping, column: string): Temporal.Instant | null {
  const cell = to.source.cell(column)
  const read = readTime(cell, mapping.times, mapping.zone)
  if (!read.ok)
    return complain(
      to,
      column,
      cell === '' ? 'is empty' : `${quoted(cell)} ${read.what}`,
      `Write day and time like "${timeLooks[mapping.times]}".`,
    )
  if (read.twice) to.assumed.add('the earlier of two when clocks went back')
  return read.instant
}

function titleCase(town: string): string {
  return town.toLowerCase().replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
