import type { Generated } from 'kysely'
import type { AccountId, AgencyId, MemberId, RegionId } from '../platform/ids.ts'
import type { EnrolmentHow } from './enrolment.ts'
import type { Shows } from './showing.ts'

type OfRegion = { region_id: RegionId }
type Row = OfRegion & { id: string }
type OfEnrolment = OfRegion & { enrolment_id: string }
type Moment = Temporal.Instant
type Day = Temporal.PlainDate
type Now = Generated<Moment>

export type TrainingTables = {
  'training.review': Row & {
    course: string
    fingerprint: string
    reviewer: string
    licence: string
    reviewed_at: Now
    recorded_by: AccountId | null
  }
  'training.entry': OfRegion & {
    course: string
    mode: 'open' | 'approval' | 'closed'
    set_at: Now
    set_by: AccountId | null
  }
  'training.code': Row & {
    course: string
    word: string
    uses: number
    expires_on: Day
    agency_id: AgencyId | null
    made_at: Now
    made_by: AccountId | null
    ended_at: Moment | null
    ended_by: AccountId | null
  }
  'training.agency_seats': OfRegion & {
    agency_id: AgencyId
    course: string
    seats: number
    set_at: Now
    set_by: AccountId | null
  }
  'training.invited': Row & {
    course: string
    email: string
    name: string
    how: EnrolmentHow
    agency_id: AgencyId | null
    code_id: string | null
    asked_at: Now
    asked_by: AccountId | null
  }
  'training.learner': OfRegion & { account_id: AccountId; name: string }
  'training.enrolment': Row & {
    account_id: AccountId
    course: string
    how: EnrolmentHow
    agency_id: AgencyId | null
    code_id: string | null
    needs_approval: boolean
    enrolled_at: Now
    finish_by: Day
  }
  'training.decision': OfEnrolment & {
    verdict: 'approved' | 'declined'
    decided_at: Now
    decided_by: AccountId | null
  }
  'training.enrolment_end': OfEnrolment & { why: 'left' | 'finished'; ended_at: Now }
  'training.section_read': OfEnrolment & { lesson: string; section: string }
  'training.check_answer': OfEnrolment & {
    lesson: string
    check_id: string
    choice: number
    answered_at: Generated<Temporal.Instant>
  }
  'training.practice': OfEnrolment & { practice: string; ended_at: Moment }
  'training.practice_way': OfEnrolment & {
    practice: string
    path: number[]
    walked_at: Generated<Temporal.Instant>
  }
  'training.attempt': Row & {
    enrolment_id: string
    fingerprint: string
    drawn: string[]
    pass_percent: number
    handed_in_at: Moment | null
    right_answers: number | null
  }
  'training.attempt_answer': OfRegion & { attempt_id: string; question: string; choice: number }
  'training.class': Row & {
    course: string
    place: string
    seats: number
    instructor: AccountId
    made_at: Now
    made_by: AccountId | null
    cancelled_at: Moment | null
    cancelled_by: AccountId | null
  }
  'training.class_meeting': Row & { class_id: string; starts_at: Moment; ends_at: Moment }
  'training.class_place': OfEnrolment & { class_id: string; asked_at: Now; seated_at: Moment | null }
  'training.attendance': OfEnrolment & {
    meeting_id: string
    minutes: number
    recorded_at: Now
    recorded_by: AccountId | null
  }
  'training.sign_off': Row & {
    enrolment_id: string
    class_id: string
    skill: string
    verdict: 'shown' | 'not_yet'
    observed_on: Day
    recorded_at: Now
    recorded_by: AccountId | null
  }
  'training.evaluation': OfRegion & { class_id: string; question: string; answer: number; count: number }
  'training.evaluated': OfEnrolment & { class_id: string }
  'training.issuer_key': OfRegion & {
    kid: string
    public_jwk: Readonly<Record<string, string>>
    sealed: Buffer
    made_at: Now
    made_by: AccountId | null
    retired_at: Moment | null
    lost_at: Moment | null
  }
  'training.certificate': Row & {
    enrolment_id: string
    account_id: AccountId
    name: string
    course: string
    title: string
    fingerprint: string
    online_minutes: number
    in_person_minutes: number
    score_percent: number
    issued_on: Day
    expires_on: Day
    issued_at: Now
    status_index: number
    filed_for: Generated<MemberId | null>
  }
  'training.revocation': OfRegion & {
    certificate_id: string
    ground: 'issued_in_error' | 'test_not_own' | 'own_wish'
    revoked_at: Now
    revoked_by: AccountId | null
  }
  'training.showing': Row & {
    certificate_id: string
    code_hash: Buffer
    shows: Shows[]
    made_on: Day
    ended_on: Day | null
  }
  'training.claim': Row & {
    account_id: AccountId
    kind: string
    issuer: string
    number: string
    issued_on: Day
    expires_on: Day
    evidence_kind: 'certificate' | 'letter' | 'card' | 'register_entry'
    evidence_kept: string
    claimed_at: Now
    filed_for: Generated<MemberId | null>
    collided_on: Generated<Day | null>
  }
  'training.claim_check': OfRegion & {
    claim_id: string
    verdict: 'seen' | 'not_accepted'
    why: 'not_readable' | 'not_theirs' | 'wrong_dates' | 'unknown_issuer' | null
    checked_at: Now
    checked_by: AccountId | null
  }
  'training.claim_withdrawal': OfRegion & {
    claim_id: string
    why: 'not_readable' | 'not_theirs' | 'wrong_dates' | 'unknown_issuer'
    withdrawn_at: Now
    withdrawn_by: AccountId | null
  }
  'training.continued': Row & {
    account_id: AccountId
    kind: 'training' | 'on_the_job' | 'meeting'
    what: string
    minutes: number
    done_on: Day
    evidence_kept: string
    entered_at: Now
    verdict: Generated<'seen' | 'not_accepted' | null>
    checked_at: Generated<Moment | null>
    checked_by: Generated<AccountId | null>
  }
  'training.papers_looked': OfRegion & { looked_on: Day }
  'training.lapse_told': OfRegion & {
    account_id: AccountId
    paper: string
    ends_on: Day
    days: number
  }
}
