import { problemsOf } from '../platform/problem.ts'

const kinds = {
  not_allowed: 'forbidden',
  unknown_plan: 'missing',
  stood_aside: 'forbidden',
  not_approved_yet: 'conflict',
  session_ahead: 'conflict',
  nobody_seated: 'conflict',
  closed_already: 'conflict',
  changed_meanwhile: 'conflict',
  unknown_follow_up: 'missing',
  given_on: 'conflict',
  not_in_the_room: 'invalid',
  theirs_already: 'invalid',
  done_already: 'conflict',
  entered_already: 'conflict',
  day_past: 'invalid',
  unknown_referral: 'missing',
  listed_already: 'conflict',
  contradicts_itself: 'invalid',
  longer_than_since: 'invalid',
} as const

export type InterventionCode = keyof typeof kinds
export const problem = problemsOf<InterventionCode>(kinds)
