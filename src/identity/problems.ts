import { problemsOf } from '../platform/problem.ts'

const kinds = {
  not_allowed: 'forbidden',
  roles_apart: 'conflict',
  email_malformed: 'invalid',
  invitation_not_open: 'missing',
} as const

export type IdentityCode = keyof typeof kinds
export const problem = problemsOf<IdentityCode>(kinds)
