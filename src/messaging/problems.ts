import { problemsOf } from '../platform/problem.ts'

const kinds = {
  phone_malformed: 'invalid',
  phone_stopped: 'conflict',
  proof_too_often: 'limit',
  proof_over: 'conflict',
  code_wrong: 'invalid',
  browser_unknown: 'invalid',
} as const

export type MessagingCode = keyof typeof kinds
export const problem = problemsOf<MessagingCode>(kinds)
