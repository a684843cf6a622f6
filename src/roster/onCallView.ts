import type { AccountId, MemberId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import type { Member } from './member.ts'
import type { Span } from './shiftHours.ts'

type Period = Span & { readonly id: string; readonly memberId: MemberId }

/** The next two weeks of duty. */
export type OnCallView = {
  readonly region: Region
  readonly now: Temporal.Instant
  readonly gapWarningDays: number
  readonly gaps: readonly Span[]
  readonly members: readonly Member[]
  readonly shifts: readonly Period[]
  readonly away: readonly Period[]
  readonly coordinators: readonly (Span & {
    readonly id: string
    readonly accountId: AccountId
    readonly place: 'on_call' | 'backup'
  })[]
  /** Who may coordinate, and how they are known. */
  readonly accounts: readonly { readonly id: AccountId; readonly name: string }[]
}
