import { FieldFrame, type FieldProps, HintAndError, tied } from './field.tsx'
import type { Language } from './language.ts'
import { words } from './words.ts'

type Field = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'search' | 'file'
  readonly value?: string | undefined
  /** A token of the HTML autofill list: "name", "tel", "email", "one-time-code", "off". */
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'numeric' | 'tel' | 'email' | 'text' | undefined
  readonly maxlength?: number | undefined
  /** For `file`: ".csv". */
  readonly accept?: string | undefined
  /** Offered while somebody types; anything else may be typed as well. */
  readonly suggestions?: readonly string[] | undefined
}

export const Field = (props: Field) => (
  <FieldFrame field={props}>
    <input
      {...tied(props)}
      type={props.type ?? 'text'}
      value={props.value}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      accept={props.accept}
      list={props.suggestions === undefined ? undefined : `${props.name}-suggestions`}
    />
    {props.suggestions === undefined ? null : (
      <datalist id={`${props.name}-suggestions`}>
        {props.suggestions.map((value) => (
          <option value={value} key={value} />
        ))}
      </datalist>
    )}
  </FieldFrame>
)

type TextAreaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number
  /** Sentences, which wrap; otherwise lines kept as they are. */
  readonly prose?: boolean
}

/** Several lines. */
export const TextArea = (props: TextAreaProps) => (
  <FieldFrame field={props}>
    {/* The first line break after the tag is the browser's to drop, so that a text may begin with one. */}
    <textarea
      {...tied(props)}
      class={props.prose ? 'prose' : undefined}
      rows={props.rows ?? 6}
      wrap={props.prose ? 'soft' : 'off'}
      autocomplete="off"
    >
      {`\n${props.value ?? ''}`}
    </textarea>
  </FieldFrame>
)

type NumberFieldProps = FieldProps & {
  readonly value?: string | number | undefined
  readonly min?: number
  readonly max?: number
}

/**
 * Whole numbers. `inputmode` rather than type=number: a wheel or an arrow key must not change a count unseen, and
 * what was typed wrongly must come back as typed. The limits are checked where the form is parsed.
 */
export const NumberField = (props: NumberFieldProps) => (
  <FieldFrame field={props}>
    <input
      {...tied(props)}
      class="short"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      value={props.value === undefined ? undefined : String(props.value)}
      maxlength={props.max === undefined ? undefined : String(props.max).length + 1}
    />
  </FieldFrame>
)

type DateTimeFieldProps = FieldProps & {
  /** Local to the region, as the browser writes it: "2026-11-23T14:55". */
  readonly value?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  /** The region's zone as people say it: "Boston time". Shown with the field, for a browser never shows one. */
  readonly zone: string
}

export const DateTimeField = (props: DateTimeFieldProps) => (
  <FieldFrame field={props}>
    <span class="with-unit">
      <input {...tied(props)} type="datetime-local" value={props.value} min={props.min} max={props.max} />
      <span class="muted small">{props.zone}</span>
    </span>
  </FieldFrame>
)

type SelectProps = FieldProps & {
  /** `lang`: of a label in another language than the page. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: Language }[]
  readonly value?: string | undefined
  readonly lang: Language
}

/** Nothing is preselected: the first entry asks. */
export const Select = (props: SelectProps) => (
  <FieldFrame field={props}>
    <select {...tied(props)}>
      <option value="">{words[props.lang].choose}</option>
      {props.options.map((option) => (
        <option
          value={option.value}
          selected={option.value === props.value}
          lang={option.lang}
          key={option.value}
        >
          {option.label}
        </option>
      ))}
    </select>
  </FieldFrame>
)

type CheckboxProps = FieldProps & { readonly value?: string; readonly checked?: boolean }

/** One statement to agree with, its whole line a target. */
export const Checkbox = (props: CheckboxProps) => (
  <div class={props.error === undefined ? 'field' : 'field wrong'}>
    <label class="choice">
      <input {...tied(props)} type="checkbox" value={props.value ?? 'yes'} checked={props.checked ?? false} />
      <span>{props.label}</span>
    </label>
    <HintAndError {...props} />
  </div>
)
