import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Discipline, Place } from '../region/index.ts'
import type { RankBand } from './rank.ts'
import type { MemberRole } from './role.ts'

export type Member = {
  readonly id: MemberId
  /** The agency that names them, and misses them while they are out. */
  readonly agencyId: AgencyId | null
  /** Where else in the region they serve: a second job, a volunteer company. Never the first one again. */
  readonly furtherAgencies: readonly AgencyId[]
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
