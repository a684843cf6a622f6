import type { Channel } from '../messaging/index.ts'
import type { Agency, Region } from '../region/index.ts'
import type { Gate } from './checklist.ts'
import type { Deployability } from './deployable.ts'
import type { Member } from './member.ts'
import type { MemberFile } from './memberFile.ts'

/** What became of one drill's messages to one member. */
export type OwnDrill = {
  readonly on: Day
  readonly running: boolean
  readonly ways: readonly { readonly channel: Channel; readonly answered: boolean }[]
}

type Day = Temporal.PlainDate

/** What a member's page shows, in days of the region's calendar. */
export type MemberView = {
  readonly region: Region
  readonly member: Member
  readonly file: MemberFile
  readonly today: Day
  readonly gates: readonly Gate[]
  readonly deployability: Deployability
  readonly agencies: readonly Agency[]
  readonly confirmedOn: Day | null
  readonly confirmDue: boolean
  /** When the address in use was proven; null: not yet. */
  readonly mailProvenOn: Day | null
  /** Off call after the hardest since that day; null: not waiting. */
  readonly awaitsClearanceSince: Day | null
  /** The last drill reached them on no way. */
  readonly unreachable: boolean
  /** Their own lines of the newest drill; null: it did not ask them, or there was none. */
  readonly drill: OwnDrill | null
  /** Kinds of paper that policy asks of anybody. */
  readonly kindsAsked: readonly string[]
}
