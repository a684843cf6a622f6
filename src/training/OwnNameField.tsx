import { Field } from '../ui/inputs.tsx'
import { limits } from './limits.ts'
import type { typedField } from './typedField.ts'

type Props = {
  /** `name`: as it stands on certificates, null where it was never asked; `suggested`: how the roster calls them. */
  view: { readonly name: string | null; readonly suggested: string | null }
  at: ReturnType<typeof typedField>
  label: string
}

/** The name for certificates, which is asked once. */
export const OwnNameField = ({ view: { name, suggested }, at, label }: Props) => {
  if (name !== null) return null
  const field = at('name')
  return (
    <Field
      {...field}
      value={field.value ?? suggested ?? undefined}
      label={label}
      autocomplete="name"
      maxlength={limits.name}
      required
    />
  )
}
