import type { Child } from 'hono/jsx'
import { describedBy, type FieldProps, fieldId, HintAndError, Star } from './field.tsx'

type FieldsetProps = { legend: string; hint?: string | undefined; children?: Child }

/** Fields that ask one thing together. */
export const Fieldset = ({ legend, hint, children }: FieldsetProps) => (
  <fieldset class="card fieldset">
    <legend>{legend}</legend>
    {hint === undefined ? null : <p class="hint">{hint}</p>}
    {children}
  </fieldset>
)

export type Choice = { readonly value: string; readonly label: Child; readonly line?: string }

type RadioCardsProps = FieldProps & {
  readonly options: readonly Choice[]
  /** Undefined: nothing is preselected. */
  readonly value?: string | undefined
  /** Side by side, for two or three short answers; five of one digit each fit beside each other on a phone. */
  readonly inline?: boolean | 'digits'
}

/** A question whose answers are whole cards to tap. The first one carries the id that an error leads to. */
export const RadioCards = (props: RadioCardsProps) => (
  <fieldset class={props.error === undefined ? 'field' : 'field wrong'} aria-describedby={describedBy(props)}>
    <legend>
      {props.label}
      <Star required={props.required} />
    </legend>
    <HintAndError {...props} />
    <div class={props.inline === 'digits' ? 'choices digits' : props.inline ? 'choices inline' : 'choices'}>
      {props.options.map((option, index) => (
        <label class="choice" key={option.value}>
          <input
            type="radio"
            id={index === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${option.value}`}
            name={props.name}
            value={option.value}
            required={props.required ?? false}
            checked={option.value === props.value}
          />
          <span>
            {option.label}
            {option.line === undefined ? null : <span class="choice-line">{option.line}</span>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)
