/** A closed set: every module's codes map to one of these, and the web maps these to a status. */
export type ProblemKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'missing' | 'conflict' | 'limit'

/** An expected outcome that is not success. A value, not an exception: bugs throw, problems are returned. */
export type Problem<Code extends string = string> = {
  readonly ok: false
  readonly kind: ProblemKind
  readonly code: Code
  /** The field it belongs to, when one field is to blame. */
  readonly field?: string
}

export type Done<Value> = { readonly ok: true; readonly value: Value }
export type Outcome<Value, Code extends string = string> = Done<Value> | Problem<Code>

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

/** Makes a module's `problem(code)` from its table of codes; a code missing in the table doesn't compile. */
export function problemsOf<Code extends string>(kinds: Readonly<Record<Code, ProblemKind>>) {
  return (code: Code, field?: string): Problem<Code> =>
    field === undefined
      ? { ok: false, kind: kinds[code], code }
      : { ok: false, kind: kinds[code], code, field }
}

export const statusOf: Record<ProblemKind, 400 | 401 | 403 | 404 | 409 | 429> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limit: 429,
}

/** What a page answers with when it is shown, and when it is shown again with what was refused. */
export type Status = 200 | (typeof statusOf)[ProblemKind]
