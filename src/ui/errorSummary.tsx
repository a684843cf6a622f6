import { fieldId } from './field.tsx'
import type { Language } from './language.ts'
import { words } from './words.ts'

export type FieldError = {
  /** The field's name, or null when it concerns the whole form. */
  readonly field: string | null
  readonly message: string
  /** The field as the page calls it, where the message alone could mean several. */
  readonly label?: string | undefined
}

type Props = { errors: readonly FieldError[]; lang: Language; title?: string | undefined }

/** On top of a form that came back: each message leads to its field. Nothing at all without errors. */
export const ErrorSummary = ({ errors, lang, title }: Props) =>
  errors.length === 0 ? null : (
    <div class="notice bad summary" role="alert" tabindex={-1} id="errors">
      <div>
        <h2>{title ?? words[lang].errorTitle}</h2>
        <ul>
          {errors.map((error) => (
            <li key={`${error.field}${error.message}`}>
              {error.field === null ? (
                error.message
              ) : (
                <a href={`#${fieldId(error.field)}`}>
                  {error.label === undefined ? error.message : `${error.label}: ${error.message}`}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )

export const RequiredNote = ({ lang }: { lang: Language }) => <p class="hint">{words[lang].requiredNote}</p>
