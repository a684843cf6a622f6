import {
  exposedField,
  type FurtherFacts,
  furtherChoices,
  incidentWords,
  type ToldFact,
} from '../incident/index.ts'
import { AnswerRow } from '../ui/answers.tsx'
import { Button } from '../ui/button.tsx'
import { Fieldset } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { NumberField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import type { FurtherView } from './furtherView.ts'
import { factWords, furtherWords } from './furtherWords.ts'
import { activationPaths } from './paths.ts'

type Props = {
  view: FurtherView
  lang: Language
  /** As typed, when something was wrong; otherwise what is known. */
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** What the coordinator fills in on the phone: counts, and yes, no or not known. No field takes a sentence. */
export const FurtherPage = (props: Props) => {
  const { view, lang, typed, errors } = props
  const { region, activation, incident, recordedAt, now } = view
  const say = furtherWords[lang]
  const words = incidentWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <>
      <PageHead
        over={`${words.kind[incident.kind]} · ${incident.town}`}
        title={say.title}
        lead={`${say.lead} ${say.never}`}
      />
      {recordedAt === null ? null : (
        <p class="muted small">{say.opened(near(recordedAt, now, region.timeZone, lang))}</p>
      )}
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action={activationPaths.further(region.slug, activation.id)} novalidate>
        <input type="hidden" name="seen" value={typed.seen ?? ''} />
        <Fieldset legend={say.what}>
          <Answers facts={happened} {...props} />
        </Fieldset>
        <Fieldset legend={say.howClose} hint={say.howCloseHint}>
          {incident.groups.map((group) => (
            <fieldset class="field" key={`${group.agencyId}${group.role}`}>
              <legend>
                {words.role[group.role]}, {view.agencies.get(group.agencyId)?.name}
              </legend>
              <div class="counts">
                {furtherChoices.exposure.map((exposure) => {
                  const field = exposedField(group, exposure)
                  return (
                    <NumberField
                      key={exposure}
                      name={field}
                      label={say[exposure]}
                      min={1}
                      max={5000}
                      value={typed[field]}
                      error={errorOf(field)}
                    />
                  )
                })}
              </div>
            </fieldset>
          ))}
        </Fieldset>
        <Fieldset legend={say.duty}>
          <Answers facts={duty} {...props} />
          <Select
            name="investigation"
            label={say.investigation}
            lang={lang}
            value={typed.investigation ?? 'unknown'}
            error={errorOf('investigation')}
            options={furtherChoices.investigation.map((value) => ({ value, label: say[value] }))}
          />
        </Fieldset>
        <Fieldset legend={say.crew}>
          <Answers facts={crew} {...props} />
          <Select
            name="shiftPattern"
            label={say.shiftPattern}
            lang={lang}
            value={typed.shiftPattern ?? 'unknown'}
            error={errorOf('shiftPattern')}
            options={furtherChoices.shiftPattern.map((value) => ({ value, label: say[value] }))}
          />
          <Select
            name="earlierIncidents"
            label={say.earlierIncidents}
            lang={lang}
            value={typed.earlierIncidents ?? 'unknown'}
            error={errorOf('earlierIncidents')}
            options={furtherChoices.earlierIncidents.map((value) => ({
              value,
              label: value === 'none' ? say.earlierNone : say[value],
            }))}
          />
          <Select
            name="interpreterLanguage"
            label={say.interpreterLanguage}
            lang={lang}
            value={typed.interpreterLanguage ?? 'none'}
            error={errorOf('interpreterLanguage')}
            options={[
              { value: 'none', label: say.noInterpreter },
              ...furtherChoices.interpreterLanguage.map((value) => ({
                value,
                label: languageName(value, lang),
              })),
            ]}
          />
        </Fieldset>
        <Fieldset legend={say.around}>
          <Answers facts={around} {...props} />
        </Fieldset>
        <div class="actions">
          <Button look="primary">{say.save}</Button>
          <a href={activationPaths.activation(region.slug, activation.id)}>{say.back}</a>
        </div>
      </form>
    </>
  )
}

const happened: readonly ToldFact[] = [
  'fatalities',
  'childInvolved',
  'memberInjured',
  'memberKilled',
  'firearmDischarged',
  'mediaAttention',
]
const duty: readonly ToldFact[] = ['statementsCompleted', 'counselAgreesToGroup']
const crew: readonly ToldFact[] = ['goingStraightBack', 'restedEnough', 'supervisorsInvolved']
const around: readonly ToldFact[] = [
  'familiesAffected',
  'chaplainWanted',
  'communityAffected',
  'otherTeamContacted',
]

const Answers = ({ facts, lang, typed, errors }: Props & { facts: readonly ToldFact[] }) => (
  <div>
    {facts.map((fact) => (
      <AnswerRow
        key={fact}
        name={fact}
        label={factWords[lang][fact]}
        value={typed[fact] ?? 'unknown'}
        error={errors.find((error) => error.field === fact)?.message}
        options={furtherChoices.told.map((value) => ({ value, label: furtherWords[lang][value] }))}
      />
    ))}
  </div>
)

/** A language by its own name in the reader's; first letter large, as a choice stands alone. */
export function languageName(code: string, lang: Language): string {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
  return `${name.charAt(0).toLocaleUpperCase(lang)}${name.slice(1)}`
}

/** What is known, as the form's fields hold it. */
export function typedFrom(facts: FurtherFacts): Record<string, string> {
  const { exposed, interpreterLanguage, ...answers } = facts
  return {
    ...answers,
    interpreterLanguage: interpreterLanguage ?? 'none',
    ...Object.fromEntries(exposed.map((one) => [exposedField(one, one.exposure), String(one.count)])),
  }
}
