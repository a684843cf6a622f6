import type { Child } from 'hono/jsx'

/** What every field takes. `hint` helps before, `error` says what to do after; typed text is kept in `value`. */
export type FieldProps = {
  readonly name: string
  readonly label: Child
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
}

/** The element that a field's error leads to. */
export const fieldId = (name: string): string => `f-${name}`
const hintId = (name: string) => `f-${name}-hint`
const errorId = (name: string) => `f-${name}-error`

/** The attributes that tie an input to its label, hint and error. */
export const tied = ({ name, hint, error, required }: FieldProps) => ({
  id: fieldId(name),
  name,
  required: required ?? false,
  'aria-invalid': error === undefined ? undefined : ('true' as const),
  'aria-describedby': describedBy({ name, hint, error }),
})

export const describedBy = ({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) =>
  [hint === undefined ? '' : hintId(name), error === undefined ? '' : errorId(name)]
    .filter(Boolean)
    .join(' ') || undefined

/** The star is for the eye; the input's `required` says it to everybody else. */
export const Star = ({ required }: { required?: boolean | undefined }) =>
  required ? (
    <span class="star" aria-hidden="true">
      {' '}
      *
    </span>
  ) : null

export const HintAndError = ({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) => (
  <>
    {hint === undefined ? null : (
      <p class="hint" id={hintId(name)}>
        {hint}
      </p>
    )}
    {error === undefined ? null : (
      <p class="error" id={errorId(name)}>
        {error}
      </p>
    )}
  </>
)

/** Label, hint, error, then the input itself. */
export const FieldFrame = ({ field, children }: { field: FieldProps; children?: Child }) => (
  <div class={field.error === undefined ? 'field' : 'field wrong'}>
    <label for={fieldId(field.name)}>
      {field.label}
      <Star required={field.required} />
    </label>
    <HintAndError {...field} />
    {children}
  </div>
)
