import { problemsOf } from '../platform/problem.ts'

const kinds = {
  not_allowed: 'forbidden',
  unknown_plan: 'missing',
  not_approved_yet: 'conflict',
  session_ahead: 'conflict',
  nobody_seated: 'conflict',
  closed_already: 'conflict',
  changed_meanwhile: 'conflict',
  contradicts_itself: 'invalid',
} as const

export type InterventionCode = keyof typeof kinds
export const problem = problemsOf<InterventionCode>(kinds)
