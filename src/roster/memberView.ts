import type { Agency, Region } from '../region/index.ts'
import type { Gate } from './checklist.ts'
import type { Deployability } from './deployable.ts'
import type { Member } from './member.ts'
import type { MemberFile } from './memberFile.ts'

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
  /** Kinds of paper that policy asks of anybody. */
  readonly kindsAsked: readonly string[]
}
