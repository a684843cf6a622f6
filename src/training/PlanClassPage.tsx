import type { Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { Fieldset } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError, RequiredNote } from '../ui/errorSummary.tsx'
import { Field, NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { mostMeetings } from './classMeetings.ts'
import { classWords } from './classWords.ts'
import { limits } from './limits.ts'
import { trainingPaths } from './paths.ts'
import { typedField } from './typedField.ts'

type Named = { readonly value: string; readonly label: string; readonly lang?: Language }
type Props = {
  region: Pick<Region, 'slug'>
  lang: Language
  /** The class that this form plans, however often it is sent. */
  id: string
  courses: readonly Named[]
  /** Whom one may name; alone, it is not asked. */
  instructors: readonly Named[]
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** A class: its course, where, how many, by whom, and when it meets. */
export const PlanClassPage = (props: Props) => {
  const { region, lang, typed, errors, instructors } = props
  const say = classWords[lang]
  const at = typedField(typed, errors)
  const meeting = (number: number) => (
    <Fieldset legend={say.meeting(number)} key={number}>
      <Field {...at(`day_${number}`)} label={say.day} type="date" required={number === 1} />
      <Field {...at(`from_${number}`)} label={say.from} type="time" required={number === 1} />
      <Field {...at(`until_${number}`)} label={say.until} type="time" required={number === 1} />
    </Fieldset>
  )
  const further = Array.from({ length: mostMeetings - 1 }, (_, index) => index + 2)
  const typedFurther = further.some((number) =>
    ['day', 'from', 'until'].some((name) => (typed[`${name}_${number}`] ?? '') !== ''),
  )
  return (
    <>
      <PageHead title={say.newTitle} lead={say.newLead} />
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action={trainingPaths.newClass(region.slug)} novalidate>
        <RequiredNote lang={lang} />
        <input type="hidden" name="id" value={props.id} />
        <Select {...at('course')} label={say.course} required lang={lang} options={props.courses} />
        <Field {...at('place')} label={say.place} hint={say.placeHint} required maxlength={limits.place} />
        <NumberField {...at('seats')} label={say.seats} required min={1} max={limits.classSeats} />
        {instructors.length === 1 ? (
          <input type="hidden" name="instructor" value={instructors[0]!.value} />
        ) : (
          <Select {...at('instructor')} label={say.instructor} required lang={lang} options={instructors} />
        )}
        {meeting(1)}
        <details open={typedFurther}>
          <summary>{say.moreMeetings}</summary>
          <div class="stack">{further.map(meeting)}</div>
        </details>
        <p>
          <Button look="primary">{say.save}</Button>
        </p>
      </form>
    </>
  )
}

/** A field as the page names it: "Meeting 2, From". */
export function planLabel(field: string, lang: Language): string | undefined {
  const say = classWords[lang]
  const [name = '', number] = field.split('_')
  if (name === 'day' || name === 'from' || name === 'until')
    return `${say.meeting(Number(number))}, ${say[name]}`
  return name === 'course' || name === 'place' || name === 'seats' || name === 'instructor'
    ? say[name]
    : undefined
}
