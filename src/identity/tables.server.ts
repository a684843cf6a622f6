import type { Generated } from 'kysely'
import type { Role } from '../platform/actor.ts'
import type { AccountId, AgencyId, MemberId, RegionId } from '../platform/ids.ts'

export type IdentityTables = {
  'identity.account_recovery': {
    region_id: RegionId
    id: string
    account_id: AccountId
    started_by: AccountId
    started_at: Generated<Temporal.Instant>
    expires_at: Temporal.Instant
    objection_hash: Buffer
    confirmed_by: Generated<AccountId | null>
    confirmed_at: Generated<Temporal.Instant | null>
    cancelled_by: Generated<AccountId | null>
    cancelled_at: Generated<Temporal.Instant | null>
  }
  'identity.grant': {
    region_id: RegionId
    account_id: AccountId
    role: Role
    member_id: MemberId | null
    agency_id: AgencyId | null
    hears: Generated<boolean>
    granted_at: Generated<Temporal.Instant>
    granted_by: string | null
  }
  'identity.invitation': {
    region_id: RegionId
    id: string
    /** Null for the first administrator, whom the page asks. */
    email: string | null
    roles: Role[]
    member_id: MemberId | null
    agency_id: AgencyId | null
    token_hash: Buffer
    made_at: Generated<Temporal.Instant>
    made_by: string | null
    expires_at: Temporal.Instant
    used_at: Generated<Temporal.Instant | null>
    used_by: Generated<string | null>
  }
}
