import { problemsOf } from '../platform/problem.ts'

const kinds = {
  unknown_region: 'missing',
  unknown_activation: 'missing',
  unknown_plan: 'missing',
  unknown_member: 'invalid',
  unknown_offer: 'missing',
  not_allowed: 'forbidden',
  not_spoken_yet: 'conflict',
  spoken_already: 'conflict',
  spoken_in_future: 'invalid',
  before_it_happened: 'invalid',
  over_in_future: 'invalid',
  approved_already: 'conflict',
  not_approved_yet: 'conflict',
  needs_sign_off: 'invalid',
  session_outside_window: 'invalid',
  session_in_past: 'invalid',
  ended_already: 'conflict',
  changed_meanwhile: 'conflict',
  answered_already: 'conflict',
  stood_down: 'conflict',
  seat_taken: 'conflict',
  bound_elsewhere: 'conflict',
  agency_at_limit: 'conflict',
  conflict_unanswered: 'invalid',
  from_time_missing: 'invalid',
  from_time_past: 'invalid',
  not_on_the_team: 'conflict',
  unknown_agency: 'invalid',
  told_meanwhile: 'conflict',
  affected_agency_blocked: 'conflict',
  reason_missing: 'invalid',
} as const

export type ActivationCode = keyof typeof kinds
export const problem = problemsOf<ActivationCode>(kinds)
