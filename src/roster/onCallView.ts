import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import type { StandIn } from './dutyShift.ts'
import type { HandOverNote } from './handOver.ts'
import type { Member } from './member.ts'
import type { Span } from './shiftHours.ts'
import type { WeekDay } from './week.ts'

type Period = Span & { readonly id: string; readonly memberId: MemberId }

/** The next two weeks of duty. */
export type OnCallView = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly gapWarningDays: number
  readonly gaps: readonly Span[]
  readonly week: readonly WeekDay[]
  /** Whoever has duty in these two weeks and is not reached: members and accounts, each once. */
  readonly notCover: readonly string[]
  readonly maySeeDrills: boolean
  readonly members: readonly Member[]
  readonly shifts: readonly Period[]
  readonly away: readonly Period[]
  readonly coordinators: readonly (Span & {
    readonly id: string
    readonly accountId: AccountId
    readonly place: 'on_call' | 'backup'
  })[]
  /** Asked for and still to be had, with what the reader may do about it. */
  readonly standIns: readonly (StandIn & { readonly mayTake: boolean; readonly mayWithdraw: boolean })[]
  /** Shifts for which a stand-in is asked, and those for which the reader could ask. */
  readonly asked: ReadonlySet<string>
  readonly mayOffer: ReadonlySet<string>
  /** What coordinators left the next ones; only they see it. */
  readonly notes: readonly (HandOverNote & { readonly writtenBy: AccountId })[]
  readonly mayHandOver: boolean
  /** Has shifts of their own to subscribe to. */
  readonly mayKeepCalendar: boolean
  /** Who may coordinate, and how they are known. */
  readonly accounts: readonly { readonly id: AccountId; readonly name: string }[]
}
