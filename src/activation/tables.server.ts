import type { ColumnType, Generated } from 'kysely'
import type { BookingKind, IncidentKind, PlanTarget, PlanType, SeatKind } from '../incident/index.ts'
import type {
  AccountId,
  ActivationId,
  AgencyId,
  AidRequestId,
  BookingId,
  IncidentId,
  MemberId,
  OfferId,
  PlanId,
  RegionId,
  SeatId,
} from '../platform/ids.ts'
import type { Discipline } from '../region/index.ts'
import type { OutcomeCode } from './activationRecord.ts'
import type { AlertStep } from './alertLadder.ts'
import type { Allowable, AllowanceReason } from './allowance.ts'
import type { AnswerCode, AnswerWay, MoveReason, StoredAnswer } from './planState.ts'
import type { PostventionStep } from './postvention.ts'
import type { StandDownReason } from './standDownReason.ts'

export type ActivationTables = {
  'activation.activation': {
    region_id: RegionId
    id: ActivationId
    number: number
    incident_id: IncidentId | null
    booking_id: Generated<BookingId | null>
    policy_version: number
    version: Generated<number>
    opened_at: Generated<Temporal.Instant>
  }
  'activation.booking': {
    region_id: RegionId
    id: BookingId
    agency_id: AgencyId
    kind: BookingKind
    people: number
    wished_at: Temporal.Instant
    wished_else: Temporal.Instant | null
    place: string
  }
  'activation.request': {
    region_id: RegionId
    activation_id: ActivationId
    agency_id: AgencyId
    requester_name: string
    callback_phone: string
    form_digest: Generated<string | null>
    entered_by: Generated<AccountId | null>
    received_at: Generated<Temporal.Instant>
  }
  'activation.agency_contact': {
    region_id: RegionId
    activation_id: ActivationId
    spoken_at: Temporal.Instant
    role: string
    recorded_at: Generated<Temporal.Instant>
    recorded_by: string
  }
  'activation.outcome': {
    region_id: RegionId
    activation_id: ActivationId
    code: OutcomeCode
    decided_at: Generated<Temporal.Instant>
    decided_by: string | null
  }
  'activation.alert': {
    region_id: RegionId
    activation_id: ActivationId
    round: Generated<number>
    due_at: Temporal.Instant | null
    joins: Generated<boolean>
  }
  'activation.ring': {
    region_id: RegionId
    activation_id: ActivationId
    account_id: AccountId
    round: number
    step: AlertStep
    rung_at: Generated<Temporal.Instant>
    passed_on_at: Generated<Temporal.Instant | null>
  }
  'activation.taking': {
    region_id: RegionId
    id: string
    activation_id: ActivationId
    account_id: AccountId
    taken_at: Generated<Temporal.Instant>
    handed_on_at: Generated<Temporal.Instant | null>
  }
  'activation.stood_aside': {
    region_id: RegionId
    activation_id: ActivationId
    account_id: AccountId
    stood_aside_at: Generated<Temporal.Instant>
  }
  'activation.plan': {
    region_id: RegionId
    id: PlanId
    activation_id: ActivationId
    agency_id: AgencyId
    role: PlanTarget
    /** Null: families and whoever wants a chaplain are not counted. */
    count: number | null
    type: PlanType
    theme: IncidentKind | BookingKind
    opens_at: Temporal.Instant
    ideal_until: Temporal.Instant
    closes_at: Temporal.Instant
    reasons: unknown
    alternatives: unknown
    contraindications: unknown
    needs_clinical_sign_off: boolean
    proposed_at: Generated<Temporal.Instant>
  }
  'activation.refusal': {
    region_id: RegionId
    plan_id: PlanId
    member_id: MemberId
    refused_at: Generated<Temporal.Instant>
    recorded_by: AccountId
  }
  'activation.allowance': {
    region_id: RegionId
    plan_id: PlanId
    what: Allowable
    reason: AllowanceReason | null
    allowed_at: Generated<Temporal.Instant>
    allowed_by: AccountId
  }
  'activation.aid_request': {
    region_id: RegionId
    id: AidRequestId
    plan_id: PlanId
    asked_region: RegionId
    from_region: string
    kind: SeatKind
    type: PlanType
    discipline: Discipline
    language: string | null
    town: string
    weight: number
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant
    asked_at: Generated<Temporal.Instant>
    asked_by: AccountId
    closed_at: Generated<Temporal.Instant | null>
    accepted: Generated<boolean>
  }
  'activation.aid_answer': {
    region_id: RegionId
    id: string
    asking_region: RegionId
    request_id: AidRequestId
    code: 'offered' | 'not_this_time'
    from_region: string
    member_id: MemberId | null
    commitment_id: string | null
    name: string | null
    agency: string | null
    answered_at: Generated<Temporal.Instant>
    answered_by: AccountId
  }
  'activation.guest': {
    region_id: RegionId
    id: string
    plan_id: PlanId
    seat_id: SeatId
    request_id: AidRequestId
    name: string
    agency: string | null
    from_region: string
    accepted_at: Generated<Temporal.Instant>
    accepted_by: AccountId
    left_at: Generated<Temporal.Instant | null>
  }
  'activation.postvention_step': {
    region_id: RegionId
    activation_id: ActivationId
    step: PostventionStep
    done_at: Generated<Temporal.Instant>
    done_by: AccountId
  }
  'activation.approval': {
    region_id: RegionId
    plan_id: PlanId
    session_starts_at: Temporal.Instant
    session_ends_at: Temporal.Instant
    place: string
    sign_off_role: string | null
    approved_at: Generated<Temporal.Instant>
    approved_by: string
  }
  'activation.session_move': {
    region_id: RegionId
    plan_id: PlanId
    number: number
    was_starts_at: Temporal.Instant
    was_place: string
    reason: MoveReason
    moved_at: Generated<Temporal.Instant>
    moved_by: AccountId
  }
  'activation.watching': {
    region_id: RegionId
    activation_id: ActivationId
    account_id: AccountId
    seen_at: Generated<Temporal.Instant>
  }
  'activation.seat': { region_id: RegionId; id: SeatId; plan_id: PlanId; kind: SeatKind; ordinal: number }
  'activation.wave': {
    region_id: RegionId
    plan_id: PlanId
    number: number
    sent_at: Generated<Temporal.Instant>
    due_at: Temporal.Instant
  }
  'activation.offer': {
    region_id: RegionId
    id: OfferId
    plan_id: PlanId
    member_id: MemberId
    wave: number
    kind: SeatKind
    reasons: unknown
    travel_minutes: number
    made_at: Generated<Temporal.Instant>
    answer_by: Temporal.Instant
    telephone_at: Generated<Temporal.Instant | null>
  }
  'activation.answer': {
    region_id: RegionId
    offer_id: OfferId
    /** `not_available` is read and never written. */
    code: ColumnType<StoredAnswer, AnswerCode, never>
    from_at: Temporal.Instant | null
    answered_at: Generated<Temporal.Instant>
    way: Generated<AnswerWay>
    recorded_by: Generated<AccountId | null>
  }
  'activation.answer_before': {
    region_id: RegionId
    offer_id: OfferId
    number: number
    code: StoredAnswer
    from_at: Temporal.Instant | null
    answered_at: Temporal.Instant
    way: AnswerWay
    recorded_by: AccountId | null
  }
  'activation.acceptance': {
    region_id: RegionId
    id: string
    seat_id: SeatId
    offer_id: OfferId
    commitment_id: string
    accepted_at: Generated<Temporal.Instant>
    withdrawn_at: Generated<Temporal.Instant | null>
    held_until: Generated<Temporal.Instant | null>
    released_at: Generated<Temporal.Instant | null>
  }
  'activation.stand_down': {
    region_id: RegionId
    offer_id: OfferId
    reason: StandDownReason
    stood_down_at: Generated<Temporal.Instant>
  }
  'activation.plan_end': {
    region_id: RegionId
    plan_id: PlanId
    code: PlanEnd
    ended_at: Generated<Temporal.Instant>
    ended_by: string | null
  }
}

export type PlanEnd = 'closed' | 'cancelled' | 'window_closed'
