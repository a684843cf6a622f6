import { bookingKinds } from '../incident/index.ts'
import type { Agency } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { Fieldset, RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, RequiredNote } from '../ui/errorSummary.tsx'
import { DateTimeField, Field, NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { zoneName } from '../ui/moment.ts'
import type { Path } from '../ui/path.ts'
import type { BookingError } from './bookingForm.ts'
import { bookingKindWords, bookingWords } from './bookingWords.ts'
import type { Fields } from './requestForm.ts'

type Props = {
  lang: Language
  action: Path
  timeZone: string
  now: Temporal.Instant
  agencies: readonly Agency[]
  typed: Fields
  errors: readonly BookingError[]
}

/** What, when, for how many, and whom to call. No free text but the place, nothing preselected, no script. */
export const BookingForm = ({ lang, action, timeZone, now, agencies, typed, errors }: Props) => {
  const words = bookingWords[lang]
  const zone = zoneName(now, timeZone, lang)
  const errorOf = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found === undefined ? undefined : words[found.word]
  }
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={errors.map((error) => ({ field: error.field, message: words[error.word] }))}
      />
      <form method="post" action={action} novalidate>
        <input type="hidden" name="key" value={typed.key} />
        <RequiredNote lang={lang} />
        <Fieldset legend={words.legendWhat}>
          <RadioCards
            name="kind"
            label={words.kind}
            required
            value={typed.kind}
            error={errorOf('kind')}
            options={bookingKinds.map((kind) => ({ value: kind, label: bookingKindWords[lang][kind] }))}
          />
          <Select
            name="agency"
            label={words.agency}
            required
            lang={lang}
            value={typed.agency}
            error={errorOf('agency')}
            options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
          />
          <NumberField
            name="people"
            label={words.people}
            hint={words.peopleHint}
            required
            min={1}
            max={5000}
            value={typed.people}
            error={errorOf('people')}
          />
          <Field
            name="place"
            label={words.place}
            hint={words.placeHint}
            required
            maxlength={80}
            value={typed.place}
            error={errorOf('place')}
          />
        </Fieldset>
        <Fieldset legend={words.legendWhen}>
          <DateTimeField
            name="wishedAt"
            label={words.wishedAt}
            required
            zone={zone}
            value={typed.wishedAt}
            error={errorOf('wishedAt')}
          />
          <DateTimeField
            name="wishedElse"
            label={words.wishedElse}
            hint={words.wishedElseHint}
            zone={zone}
            value={typed.wishedElse}
            error={errorOf('wishedElse')}
          />
        </Fieldset>
        <Fieldset legend={words.legendYou}>
          <Field
            name="requesterName"
            label={words.requesterName}
            required
            autocomplete="name"
            maxlength={80}
            value={typed.requesterName}
            error={errorOf('requesterName')}
          />
          <Field
            name="callbackPhone"
            label={words.callbackPhone}
            required
            type="tel"
            autocomplete="tel"
            inputmode="tel"
            value={typed.callbackPhone}
            error={errorOf('callbackPhone')}
          />
        </Fieldset>
        <Button look="primary" wide>
          {words.send}
        </Button>
      </form>
    </>
  )
}
