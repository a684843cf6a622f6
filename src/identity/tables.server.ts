import type { Generated } from 'kysely'
import type { Role } from '../platform/actor.ts'
import type { AccountId, AgencyId, MemberId, RegionId } from '../platform/ids.ts'

export type IdentityTables = {
  'identity.grant': {
    region_id: RegionId
    account_id: AccountId
    role: Role
    member_id: MemberId | null
    agency_id: AgencyId | null
    granted_at: Generated<Temporal.Instant>
    granted_by: string | null
  }
}
