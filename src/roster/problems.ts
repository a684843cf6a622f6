import { problemsOf } from '../platform/problem.ts'

const kinds = {
  not_allowed: 'forbidden',
  unknown_member: 'missing',
  unknown_agency: 'invalid',
  agency_missing: 'invalid',
  email_malformed: 'invalid',
  email_known: 'conflict',
  discipline_missing: 'invalid',
  language_missing: 'invalid',
  in_future: 'invalid',
  day_missing: 'invalid',
  text_missing: 'invalid',
  text_unreadable: 'invalid',
  not_a_choice: 'invalid',
  ends_before_start: 'invalid',
  credential_known: 'conflict',
  agreement_known: 'conflict',
  designated_already: 'conflict',
  not_designated: 'conflict',
  leave_overlaps: 'conflict',
  selected_already: 'conflict',
  not_selected: 'conflict',
  suspended_already: 'conflict',
  not_suspended: 'conflict',
  not_awaiting: 'conflict',
  shift_overlaps: 'conflict',
  place_taken: 'conflict',
  shift_over: 'invalid',
  shift_begun: 'conflict',
  clock_missing: 'invalid',
  weeks_wrong: 'invalid',
  unknown_coordinator: 'invalid',
} as const

export type RosterCode = keyof typeof kinds
export const problem = problemsOf<RosterCode>(kinds)
