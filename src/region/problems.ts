import { problemsOf } from '../platform/problem.ts'

const kinds = {
  not_allowed: 'forbidden',
  changed_meanwhile: 'conflict',
  nothing_changed: 'invalid',
  value_refused: 'invalid',
  contradicts_itself: 'invalid',
  phone_malformed: 'invalid',
  unknown_agency: 'missing',
  domain_malformed: 'invalid',
  domain_own: 'conflict',
} as const

export type RegionCode = keyof typeof kinds
export const problem = problemsOf<RegionCode>(kinds)
