import type { Typed } from '../platform/typedForm.ts'
import type { FieldError } from '../ui/errorSummary.tsx'

/** A field of a form that may have come back: what was typed into it, and what is wrong about that. */
export const typedField = (typed: Typed, errors: readonly FieldError[]) => (name: string) => ({
  name,
  value: typed[name],
  error: errors.find((error) => error.field === name)?.message,
})
