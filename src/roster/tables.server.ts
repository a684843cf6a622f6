import type { Generated } from 'kysely'
import type { Channel } from '../messaging/index.ts'
import type { AccountId, AgencyId, MemberId, RegionId } from '../platform/ids.ts'
import type { Discipline, StatePack } from '../region/index.ts'
import type { AskedFor } from './askedFor.ts'
import type { CoordinatorPlace } from './coordinatorPlace.ts'
import type { DrillAnswer } from './drill.ts'
import type { Gender } from './gender.ts'
import type { DeselectionGround, Recorded, ReinstatementGround, SuspensionGround } from './grounds.ts'
import type { Evidence } from './memberFile.ts'
import type { Heaviness } from './ownLoad.ts'
import type { RankBand } from './rank.ts'
import type { MemberRole } from './role.ts'

type OfMember = { region_id: RegionId; id: string; member_id: MemberId }
type Span = { starts_at: Temporal.Instant; ends_at: Temporal.Instant }
type Entered = { recorded_at: Generated<Temporal.Instant>; recorded_by: AccountId | null }
/** Brought in with a roster, without who entered it. */
type Partly<Row> = {
  [Key in keyof Row]: Row[Key] extends Generated<unknown> ? Row[Key] : Generated<Row[Key]>
}
type Decided = { recorded_at: Generated<Temporal.Instant>; decided_by: AccountId | null }

export type RosterTables = {
  'roster.member': {
    region_id: RegionId
    id: MemberId
    agency_id: AgencyId | null
    name: string
    email: string
    role: MemberRole
    rank_band: RankBand
    disciplines: Discipline[]
    languages: string[]
    gender: Generated<Gender | null>
    town: string
    latitude: number | null
    longitude: number | null
    recorded_by: AccountId | null
  }
  'roster.credential': OfMember &
    Entered & {
      kind: string
      issuer: string
      number: string
      issued_on: Temporal.PlainDate
      expires_on: Temporal.PlainDate
      evidence_kind: Evidence['kind'] | null
      evidence_kept: string | null
      ended_on: Generated<Temporal.PlainDate | null>
      ended_by: Generated<AccountId | null>
    }
  'roster.agreement': OfMember & Entered & { signed_on: Temporal.PlainDate; renew_by: Temporal.PlainDate }
  'roster.designation': OfMember & Entered & { document: string; designated_on: Temporal.PlainDate }
  'roster.further_agency': Entered & { region_id: RegionId; member_id: MemberId; agency_id: AgencyId }
  'roster.not_asked_for': {
    region_id: RegionId
    member_id: MemberId
    agency_id: AgencyId
    what: AskedFor
    chosen_at: Generated<Temporal.Instant>
  }
  'roster.designation_end': Entered & {
    region_id: RegionId
    designation_id: string
    ended_on: Temporal.PlainDate
  }
  'roster.selection': OfMember & Decided & { selected_on: Temporal.PlainDate }
  'roster.deselection': Decided & {
    region_id: RegionId
    selection_id: string
    ground: DeselectionGround
    deselected_on: Temporal.PlainDate
  }
  'roster.suspension': OfMember &
    Decided & { ground: Recorded<SuspensionGround>; starts_at: Temporal.Instant }
  'roster.reinstatement': {
    region_id: RegionId
    suspension_id: string
    ground: Recorded<ReinstatementGround>
    reinstated_at: Generated<Temporal.Instant>
    decided_by: AccountId | null
  }
  'roster.leave_of_absence': OfMember &
    Entered & {
      starts_on: Temporal.PlainDate
      ends_on: Temporal.PlainDate
      planned_until: Generated<Temporal.PlainDate | null>
      ended_at: Generated<Temporal.Instant | null>
      ended_by: Generated<AccountId | null>
    }
  'roster.details_confirmation': OfMember & {
    confirmed_at: Generated<Temporal.Instant>
    recorded_by: AccountId | null
  }
  'roster.contact_change': OfMember & {
    kind: 'mail'
    changed_at: Generated<Temporal.Instant>
    recorded_by: AccountId | null
  }
  'roster.contact_verification': OfMember & { kind: 'mail'; verified_at: Generated<Temporal.Instant> }
  'roster.clearance': {
    region_id: RegionId
    id: string
    member_id: MemberId
    cleared_at: Generated<Temporal.Instant>
    cleared_by: AccountId | null
  }
  'roster.state_law': {
    region_id: RegionId
    version: number
    citation: string
    certified_by: string[] | null
    designated_before: StatePack['supporter']['designatedBefore']
    names: Discipline[] | null
    adopted_at: Generated<Temporal.Instant>
  }
  'roster.on_call_shift': OfMember & Span & Partly<Entered>
  'roster.unavailability': OfMember & Span & Partly<Entered>
  'roster.coordinator_shift': Entered &
    Span & { region_id: RegionId; id: string; account_id: AccountId; place: CoordinatorPlace }
  'roster.stand_in_request': Span & {
    region_id: RegionId
    id: string
    shift_id: string
    round: number
    member_id: MemberId | null
    account_id: AccountId | null
    place: CoordinatorPlace | null
    asked_at: Generated<Temporal.Instant>
    asked_by: AccountId | null
  }
  'roster.stand_in_end': {
    region_id: RegionId
    request_id: string
    how: 'taken' | 'withdrawn'
    member_id: MemberId | null
    account_id: AccountId | null
    ended_at: Generated<Temporal.Instant>
    recorded_by: AccountId | null
  }
  'roster.calendar_feed': {
    region_id: RegionId
    account_id: AccountId
    token_hash: Buffer
    made_at: Generated<Temporal.Instant>
  }
  'roster.hand_over_note': {
    region_id: RegionId
    id: string
    note: string
    written_at: Generated<Temporal.Instant>
    written_by: AccountId
  }
  'roster.drill': {
    region_id: RegionId
    id: string
    began_at: Generated<Temporal.Instant>
    began_by: AccountId | null
    due_at: Temporal.Instant
  }
  'roster.drill_line': {
    region_id: RegionId
    id: string
    drill_id: string
    member_id: MemberId | null
    account_id: AccountId | null
    channel: Channel
    answered_at: Generated<Temporal.Instant | null>
    answered_by: Generated<DrillAnswer | null>
  }
  'roster.heard_from': { region_id: RegionId; person_id: string; heard_at: Generated<Temporal.Instant> }
  'roster.drill_schedule': { region_id: RegionId; counted_from: Generated<Temporal.Instant> }
  /** `account_id` is whoever writes, by the database's own default; nobody else reads a row. */
  'roster.own_load': {
    region_id: RegionId
    account_id: Generated<AccountId>
    noted_on: Temporal.PlainDate
    heaviness: Heaviness
  }
  'roster.commitment': OfMember & { during: string; kind: string; weight: number }
}
