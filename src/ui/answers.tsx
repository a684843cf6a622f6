import { describedBy, type FieldProps, fieldId, HintAndError } from './field.tsx'

type AnswerRowProps = FieldProps & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
}

/** A short question with its answers in one row, for a page with many of them. */
export const AnswerRow = (props: AnswerRowProps) => (
  <fieldset
    class={props.error === undefined ? 'answer-row' : 'answer-row wrong'}
    aria-describedby={describedBy(props)}
  >
    <legend>{props.label}</legend>
    <HintAndError {...props} />
    <div class="answers">
      {props.options.map((option, index) => (
        <label key={option.value}>
          <input
            type="radio"
            id={index === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${option.value}`}
            name={props.name}
            value={option.value}
            checked={option.value === props.value}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
