import type { Generated } from 'kysely'
import type { AccountId, AgencyId, RegionId } from '../platform/ids.ts'
import type { Discipline } from './discipline.ts'

export type RegionTables = {
  'region.region': {
    region_id: RegionId
    slug: string
    name: string
    state: string
    time_zone: string
    team_phone: string
  }
  'region.policy': {
    region_id: RegionId
    version: number
    settings: unknown
    /** Null: laid down with the region. */
    decided_by: AccountId | null
    decided_at: Generated<Temporal.Instant>
  }
  'region.agency': {
    region_id: RegionId
    id: AgencyId
    name: string
    town: string
    state: string
    discipline: Discipline
    latitude: number | null
    longitude: number | null
    phone: Generated<string | null>
    mail_domains: Generated<string[]>
  }
}
