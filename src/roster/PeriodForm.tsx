import { Button } from '../ui/button.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { Field, NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { coordinatorPlaces } from './coordinatorPlace.ts'
import { onCallWords } from './onCallWords.ts'

type Props = {
  lang: Language
  action: Path
  /** Several forms of a page ask the same things; each field carries its form's name, so that an error leads to the right one. */
  name: string
  title: string
  /** Hours of a day, once or weekly; or whole days. */
  asks: 'hours' | 'days'
  today: Temporal.PlainDate
  /** Whether this form came back; its fields are shown again as typed. */
  came: boolean
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  /** Whose time it is, where that is asked. */
  who?: 'coordinator' | 'member'
  people?: readonly { readonly value: string; readonly label: string }[]
}

/** Somebody's time, on call or away. Opens when asked for, and stays open while something in it is wrong. */
export const PeriodForm = (props: Props) => {
  const { lang, name, title, today, came, who } = props
  const say = onCallWords[lang]
  const at = (field: string) => ({
    name: `${name}_${field}`,
    error: props.errors.find((error) => error.field === `${name}_${field}`)?.message,
  })
  const value = (field: string) => (came ? props.typed[field] : undefined)
  const field = (code: string, label: string, type: 'date' | 'time', given: string, hint?: string) => (
    <Field {...at(code)} label={label} hint={hint} type={type} required value={value(code) ?? given} />
  )
  return (
    <details open={came}>
      <summary>{title}</summary>
      <form method="post" action={props.action} novalidate>
        {who === undefined ? null : (
          <Select
            {...at(who)}
            label={say[who]}
            required
            lang={lang}
            value={value(who)}
            options={props.people ?? []}
          />
        )}
        {who === 'coordinator' ? (
          <Select
            {...at('place')}
            label={say.place}
            required
            lang={lang}
            value={value('place')}
            options={coordinatorPlaces.map((code) => ({ value: code, label: say[code] }))}
          />
        ) : null}
        {field('day', say.day, 'date', today.toString())}
        {props.asks === 'days' ? (
          field('lastDay', say.lastDay, 'date', today.toString())
        ) : (
          <>
            {field('from', say.fromClock, 'time', '08:00')}
            {field('to', say.toClock, 'time', '20:00', say.toHint)}
            <NumberField {...at('weeks')} label={say.weeks} min={1} max={26} value={value('weeks') ?? '1'} />
          </>
        )}
        <p>
          <Button>{say.add}</Button>
        </p>
      </form>
    </details>
  )
}
