import type { AffectedRole, IncidentKind } from './kinds.ts'
import type { RowNote, RowProblem } from './rowProblem.ts'

/** An incident as a file tells it: agencies still by the name the file gives, counts and never names of people. */
export type ParsedIncident = {
  /** Of several calls that are one incident: the first one's. */
  readonly number: string
  readonly rows: readonly number[]
  readonly kind: IncidentKind
  readonly occurredAt: Temporal.Instant
  readonly overAt: Temporal.Instant | null
  readonly town: string
  readonly groups: readonly { readonly agency: string; readonly role: AffectedRole; readonly count: number }[]
  /** What a mapping of calls makes of the nature; null where the file itself tells incidents. */
  readonly screening: 'may_qualify' | 'advice_only' | null
  /** How many different services went; 0 where the file does not hold calls. */
  readonly services: number
  /** What the file does not hold and the mapping supplied, in words. */
  readonly assumed: readonly string[]
}

export type IncidentsRead = {
  /** Rows below the header. */
  readonly rows: number
  readonly incidents: readonly ParsedIncident[]
  readonly outside: readonly RowNote[]
  readonly broken: readonly RowProblem[]
}
