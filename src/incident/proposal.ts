import type { AgencyId, IncidentId } from '../platform/ids.ts'
import type { FurtherFacts } from './further.ts'
import type {
  AffectedRole,
  BesideTarget,
  BesideType,
  IncidentKind,
  InterventionType,
  SeatKind,
} from './kinds.ts'
import type { Reason } from './reason.ts'

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

type Team = readonly { readonly kind: SeatKind; readonly count: number }[]

/** The five T's: target, type, timing, theme, team. */
export type Proposal = {
  readonly target: AffectedGroup
  readonly type: InterventionType
  readonly timing: Window
  readonly theme: IncidentKind
  readonly team: Team
  readonly reasons: readonly Reason[]
  readonly alternatives: readonly InterventionType[]
  readonly contraindications: readonly Reason[]
  /** Group process after a line-of-duty death or a colleague's suicide: clinical director or deputy. */
  readonly needsClinicalSignOff: boolean
  /** More than one: the group is above the size, and meets in so many. */
  readonly sessions: number
  /** What is not for this group, and why: to have at hand on the phone. */
  readonly ruledOut: readonly { readonly type: InterventionType; readonly because: Reason }[]
}

/** Held beside what the groups get; whom it is for is an agency's families, or whoever wants it. */
export type BesideProposal = {
  readonly target: { readonly agencyId: AgencyId; readonly role: BesideTarget }
  readonly type: BesideType
  readonly timing: Window
  readonly theme: IncidentKind
  readonly team: Team
  readonly reasons: readonly Reason[]
  readonly contraindications: readonly Reason[]
}

export type Assessment = {
  /** `nothing`: a routine call, known to be one. `advice_only`: words for the call-back, and no team. */
  readonly outcome: 'plans' | 'advice_only' | 'nothing'
  readonly proposals: readonly Proposal[]
  readonly beside: readonly BesideProposal[]
  /** Groups without a plan, and why; one-to-one stays open to every one of them. */
  readonly withheld: readonly { readonly target: AffectedGroup; readonly because: readonly Reason[] }[]
  /** Advice that never becomes a row: one-to-one, referral, follow-up, the steps of a postvention plan. */
  readonly advice: readonly Reason[]
}

/** An incident as it is kept: facts, never a name or free text. */
export type CriticalIncident = IncidentFacts & {
  readonly id: IncidentId
  readonly number: string | null
  readonly town: string
  readonly source: 'form' | 'import'
}
