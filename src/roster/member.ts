import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Discipline, Place } from '../region/index.ts'
import type { RankBand } from './rank.ts'
import type { MemberRole } from './role.ts'

export type Member = {
  readonly id: MemberId
  readonly agencyId: AgencyId | null
  /** First name and initial, as the team knows them. */
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly rankBand: RankBand
  readonly disciplines: readonly Discipline[]
  readonly languages: readonly string[]
  readonly town: string
  readonly place: Place | null
}
