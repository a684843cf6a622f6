import type { AgencyId, MemberId, RegionId } from '../platform/ids.ts'
import type { Discipline } from '../region/index.ts'
import type { MemberRole } from './role.ts'

type OfMember = { region_id: RegionId; id: string; member_id: MemberId }
type Span = { starts_at: Temporal.Instant; ends_at: Temporal.Instant }

export type RosterTables = {
  'roster.member': {
    region_id: RegionId
    id: MemberId
    agency_id: AgencyId | null
    name: string
    email: string
    role: MemberRole
    disciplines: Discipline[]
    languages: string[]
    town: string
    latitude: number | null
    longitude: number | null
  }
  'roster.credential': OfMember & {
    kind: string
    issuer: string
    number: string
    issued_on: Temporal.PlainDate
    expires_on: Temporal.PlainDate
  }
  'roster.agreement': OfMember & { signed_on: Temporal.PlainDate; renew_by: Temporal.PlainDate }
  'roster.designation': OfMember & {
    document: string
    designated_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
  }
  'roster.suspension': OfMember & {
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant | null
    decided_by: string | null
  }
  'roster.on_call_shift': OfMember & Span
  'roster.unavailability': OfMember & Span
  'roster.commitment': OfMember & { during: string; kind: string; weight: number }
}
