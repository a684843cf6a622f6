import type { Generated } from 'kysely'
import type { AccountId, MemberId, PlanId, RegionId } from '../platform/ids.ts'
import type { FollowUpKind } from './followUp.ts'

export type FollowUpTables = {
  'intervention.follow_up': {
    region_id: RegionId
    id: string
    plan_id: PlanId
    kind: FollowUpKind
    owner_id: MemberId | null
    about_id: MemberId | null
    due_at: Temporal.Instant
    late_at: Temporal.Instant
    made_at: Generated<Temporal.Instant>
  }
  'intervention.follow_up_step': {
    region_id: RegionId
    id: string
    follow_up_id: string
    what: 'done' | 'moved' | 'given'
    stepped_at: Generated<Temporal.Instant>
    stepped_by: AccountId
  }
}
