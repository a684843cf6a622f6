import type { PlanType, SeatKind } from '../incident/index.ts'
import type { AccountId, AidRequestId, MemberId, PlanId, RegionId } from '../platform/ids.ts'
import type { Discipline } from '../region/index.ts'

/** What a neighbouring team hears: never the agency, the facts, or who is affected. */
export type AidRequest = {
  readonly id: AidRequestId
  readonly region: RegionId
  readonly planId: PlanId
  readonly askedRegion: RegionId
  /** The asking region as people know it. */
  readonly from: string
  readonly kind: SeatKind
  readonly type: PlanType
  readonly discipline: Discipline
  readonly language: string | null
  readonly town: string
  /** As the roster counts a commitment: 3 is the hardest. */
  readonly weight: number
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly askedAt: Temporal.Instant
  readonly askedBy: AccountId
  /** Somebody comes, or nobody is needed any more. */
  readonly closed: boolean
  readonly accepted: boolean
  readonly answer: AidAnswer | null
}

export type AidAnswer = {
  readonly code: 'offered' | 'not_this_time'
  readonly from: string
  readonly name: string | null
  readonly agency: string | null
  /** Of the neighbour's own roster; null for everybody else. */
  readonly memberId: MemberId | null
  readonly at: Temporal.Instant
}
