import type { Outcome } from './problem.ts'

/** The value of what must have gone well. */
export function doneWith<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

/** `done`, or why not, and about which field. */
export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : [outcome.code, outcome.field].filter((one) => one !== undefined).join(' ')
}
