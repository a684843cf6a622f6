import type { RegionId } from '../platform/ids.ts'

export type AuditTables = {
  'audit.entry': {
    region_id: RegionId
    number: number
    at: Temporal.Instant
    actor_kind: string
    actor_id: string | null
    roles: string[]
    act: string
    subject_kind: string
    subject_id: string | null
    detail: Readonly<Record<string, string | number>>
    previous: Buffer
    hash: Buffer
  }
  'audit.head': {
    region_id: RegionId
    number: number
    hash: Buffer
    retired: number
    retired_hash: Buffer
  }
}
