import type { Reason, ReasonCode } from './reason.ts'

/** What rules a session out for now and not for good: once it has changed, the rules may propose one. */
const forNow: readonly ReasonCode[] = ['statements_first', 'not_while_going_on', 'facts_first']

/** Whether a group without a session may still get one. */
export function mayComeLater(because: readonly Reason[]): boolean {
  return because.some(({ code }) => forNow.includes(code))
}
