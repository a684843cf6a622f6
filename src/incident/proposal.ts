import type { AgencyId, IncidentId } from '../platform/ids.ts'
import type { FurtherFacts } from './further.ts'
import type { AffectedRole, IncidentKind, InterventionType, SeatKind } from './kinds.ts'

/** One homogeneous group: one role at one agency. Counts, never names. */
export type AffectedGroup = {
  readonly agencyId: AgencyId
  readonly role: AffectedRole
  readonly count: number
}

export type IncidentFacts = {
  readonly kind: IncidentKind
  readonly occurredAt: Temporal.Instant
  /** When it was over for the people concerned; null while it goes on. */
  readonly overAt: Temporal.Instant | null
  readonly groups: readonly AffectedGroup[]
  readonly further: FurtherFacts
}

/** Instants, half-open: opens ≤ t < closes. */
export type Window = {
  readonly opens: Temporal.Instant
  readonly idealUntil: Temporal.Instant
  readonly closes: Temporal.Instant
}

export const reasonCodes = [
  'still_going_on',
  'command_apart',
  'large_release',
  'same_day',
  'window_ahead',
  'same_day_passed',
  'rumours_and_facts',
  'cumulative',
  'statements_first',
  'sign_off_first',
  'routine_only',
  'not_while_going_on',
  'small_group_one_to_one',
  'one_to_one_for_all',
  'split_group',
  'windows_missed',
  'follow_up',
  'dispatchers_apart',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** A code with the public source it rests on; the words live in words.ts. */
export type Reason = { readonly code: ReasonCode; readonly source: string }

/** The five T's: target, type, timing, theme, team. */
export type Proposal = {
  readonly target: AffectedGroup
  readonly type: InterventionType
  readonly timing: Window
  readonly theme: IncidentKind
  readonly team: readonly { readonly kind: SeatKind; readonly count: number }[]
  readonly reasons: readonly Reason[]
  readonly alternatives: readonly InterventionType[]
  readonly contraindications: readonly Reason[]
  /** Group process after a line-of-duty death or a colleague's suicide: clinical director or deputy. */
  readonly needsClinicalSignOff: boolean
}

export type Assessment = {
  readonly proposals: readonly Proposal[]
  /** Advice that never becomes a row: one-to-one, rest, split a large group. */
  readonly advice: readonly Reason[]
}

/** An incident as it is kept: facts, never a name or free text. */
export type CriticalIncident = IncidentFacts & {
  readonly id: IncidentId
  readonly number: string | null
  readonly town: string
  readonly source: 'form' | 'import'
}
