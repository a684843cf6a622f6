import type { AccountId, MemberId } from '../platform/ids.ts'
import type { CoordinatorPlace } from './coordinatorPlace.ts'
import type { Span } from './shiftHours.ts'

/** Members are on call by their row on the roster, coordinators by their account. */
export type Whose =
  | { readonly kind: 'member'; readonly memberId: MemberId }
  | { readonly kind: 'coordinator'; readonly accountId: AccountId; readonly place: CoordinatorPlace }

export type DutyShift = Span & { readonly id: string; readonly whose: Whose }

/** A stand-in asked for; null: nobody has taken it and nobody withdrew it. */
export type StandIn = DutyShift & {
  /** Of the request; `shiftId` is the shift it asks about. */
  readonly shiftId: string
  readonly askedAt: Temporal.Instant
  readonly end: null | 'withdrawn' | { readonly takenBy: MemberId | AccountId }
  /** Still to be had: not ended, not begun, and the shift is there. */
  readonly open: boolean
}
