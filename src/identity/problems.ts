import { problemsOf } from '../platform/problem.ts'

const kinds = {
  not_allowed: 'forbidden',
  roles_apart: 'conflict',
  email_malformed: 'invalid',
  invitation_not_open: 'missing',
  unknown_account: 'missing',
  recovery_not_open: 'missing',
  recovery_own: 'conflict',
  recovery_same: 'conflict',
  recovery_alone: 'conflict',
  recovery_too_soon: 'conflict',
  role_not_held: 'missing',
  last_administrator: 'conflict',
} as const

export type IdentityCode = keyof typeof kinds
export const problem = problemsOf<IdentityCode>(kinds)
