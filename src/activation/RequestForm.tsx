import { affectedRoles, incidentKinds, incidentWords } from '../incident/index.ts'
import type { Agency } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { Fieldset, RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, RequiredNote } from '../ui/errorSummary.tsx'
import { HelpList } from '../ui/helpBar.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import { DateTimeField, Field, NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import type { Path } from '../ui/path.ts'
import { countField, type Fields, type FormError } from './requestForm.ts'
import { requestWords } from './words.ts'

type Props = {
  lang: Language
  action: Path
  timeZone: string
  agencies: readonly Agency[]
  help: readonly HelpLine[]
  typed: Fields
  errors: readonly FormError[]
  /** A coordinator writes it down: they are asked the one question too. */
  entry?: boolean
}

/** The eight facts. No free text, nothing preselected, no script; keeps what was typed. */
export const RequestForm = (props: Props) => {
  const { lang, agencies, typed, errors } = props
  const words = requestWords[lang]
  const incident = incidentWords[lang]
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
      {errors.some((error) => error.field === 'danger') ? (
        <Notice tone="bad" title={words.dangerFirst} live>
          <HelpList help={props.help} lang={lang} />
        </Notice>
      ) : null}
      <form method="post" action={props.action} novalidate>
        <input type="hidden" name="key" value={typed.key} />
        <Notice tone="info">{words.noNames}</Notice>
        <RequiredNote lang={lang} />
        <RadioCards
          name="danger"
          label={words.danger}
          inline
          value={typed.danger}
          error={errorOf('danger')}
          options={[
            { value: 'no', label: words.dangerNo },
            { value: 'yes', label: words.dangerYes },
            { value: 'helped', label: words.dangerHelped },
          ]}
        />
        <Fieldset legend={words.legendWhat}>
          <Select
            name="kind"
            label={words.kind}
            required
            lang={lang}
            value={typed.kind}
            error={errorOf('kind')}
            options={incidentKinds.map((kind) => ({ value: kind, label: incident.kind[kind] }))}
          />
          <DateTimeField
            name="occurredAt"
            label={words.occurredAt}
            required
            value={typed.occurredAt}
            zone={zoneName(props.timeZone)}
            error={errorOf('occurredAt')}
          />
          <Field
            name="town"
            label={words.town}
            required
            maxlength={80}
            value={typed.town}
            error={errorOf('town')}
          />
          <RadioCards
            name="over"
            label={words.over}
            required
            inline
            value={typed.over}
            error={errorOf('over')}
            options={[
              { value: 'yes', label: words.overYes },
              { value: 'no', label: words.overNo },
            ]}
          />
          <DateTimeField
            name="overAt"
            label={words.overAt}
            hint={words.overAtHint}
            value={typed.overAt}
            zone={zoneName(props.timeZone)}
            error={errorOf('overAt')}
          />
        </Fieldset>
        <Fieldset legend={words.legendWho} hint={words.countHint}>
          <Select
            name="agency"
            label={words.agency}
            required
            lang={lang}
            value={typed.agency}
            error={errorOf('agency')}
            options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
          />
          <div class="counts">
            {affectedRoles.map((role) => (
              <NumberField
                key={role}
                name={countField(role)}
                label={incident.role[role]}
                min={1}
                max={5000}
                value={typed[countField(role)]}
                error={errorOf(countField(role))}
              />
            ))}
          </div>
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
        {props.entry ? (
          <RadioCards
            name="conflict"
            label={words.conflict}
            inline
            value={typed.conflict}
            error={errorOf('conflict')}
            options={[
              { value: 'no', label: words.conflictNo },
              { value: 'yes', label: words.conflictYes },
            ]}
          />
        ) : null}
        <Button look="primary" wide>
          {props.entry ? words.sendEntry : words.send}
        </Button>
      </form>
    </>
  )
}

function zoneName(timeZone: string): string {
  return timeZone.split('/').at(-1)!.replaceAll('_', ' ')
}
