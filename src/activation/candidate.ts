import type { SeatKind } from '../incident/index.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Discipline } from '../region/index.ts'
import type { Gender, MemberRole } from '../roster/index.ts'

/** Why somebody can't be asked, hardest first. The first that holds is shown. */
export const blockReasons = [
  'not_deployable',
  'affected_agency',
  'conflict',
  'already_answered',
  'committed',
  'unavailable',
  'not_asked_for',
  'resting',
  'at_load_limit',
  'awaits_clearance',
  'refused_by_agency',
] as const
export type BlockReason = (typeof blockReasons)[number]

export type Candidate = {
  readonly memberId: MemberId
  /** It counts how many of its people come: they are missing there. */
  readonly agencyId: AgencyId | null
  /** What hits one of these keeps them at home as well. */
  readonly furtherAgencies: readonly AgencyId[]
  readonly role: MemberRole
  readonly disciplines: readonly Discipline[]
  readonly languages: readonly string[]
  /** As they say themselves; null: they don't say. */
  readonly gender: Gender | null
  readonly travelMinutes: number
  readonly onCall: boolean
  readonly canLead: boolean
  /** Whole days since the last session, at most 365. */
  readonly restedDays: number
  readonly sessionsThisYear: number
  readonly sessionsEver: number
  /** Facts found while loading; `affected_agency` is the rule's to add. */
  readonly blocks: readonly BlockReason[]
  /** Assumed chance of a yes, 0 to 1, see likelihood.ts. Never taken from what somebody answered before. */
  readonly likelihood: number
}

/** Seats this person may take, whatever else holds. */
export function seatsOpenTo(candidate: Candidate): readonly SeatKind[] {
  if (candidate.role === 'peer') return candidate.canLead ? ['lead', 'peer'] : ['peer']
  return [candidate.role]
}
