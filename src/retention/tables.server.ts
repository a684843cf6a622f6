import type { RegionId } from '../platform/ids.ts'
import type { HoldReason } from './hold.ts'

export type RetentionTables = {
  'retention.hold': {
    region_id: RegionId
    id: string
    reason: HoldReason
    set_at: Temporal.Instant
    lifted_at: Temporal.Instant | null
  }
}
