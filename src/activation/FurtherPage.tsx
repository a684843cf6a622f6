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
import { BothAnswered } from './BothAnswered.tsx'
import type { FurtherView } from './furtherView.ts'
import { factWords, furtherWords } from './furtherWords.ts'
import { activationPaths } from './paths.ts'
import type { Both } from './threeWays.ts'
import { languageName } from './toldList.ts'

type Props = {
  view: FurtherView
  lang: Language
  /** As typed, when something was wrong; otherwise what is known. */
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  /** What two people answered differently, to be chosen. */
  both: readonly Both[]
  /** Whoever kept it last, beside whose answer the other one stands. */
  keptBy: string
}

/** What the coordinator fills in on the phone: counts, and yes, no or not known. No field takes a sentence. */
export const FurtherPage = (props: Props) => {
  const { view, lang, typed, errors } = props
  const { region, activation, incident, versions, now } = view
  const recordedAt = versions[0]?.recordedAt ?? null
  const chosen = new Set(props.both.map(({ field }) => field))
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
        <BothAnswered {...props} />
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
                  return chosen.has(field) ? null : (
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
          <Choice
            {...props}
            name="investigation"
            codes={furtherChoices.investigation}
            label={(code) => say[code]}
          />
        </Fieldset>
        <Fieldset legend={say.crew}>
          <Answers facts={crew} {...props} />
          <Choice
            {...props}
            name="shiftPattern"
            codes={furtherChoices.shiftPattern}
            label={(code) => say[code]}
          />
          <Choice
            {...props}
            name="earlierIncidents"
            codes={furtherChoices.earlierIncidents}
            label={(code) => (code === 'none' ? say.earlierNone : say[code])}
          />
          <Choice
            {...props}
            name="interpreterLanguage"
            codes={['none', ...furtherChoices.interpreterLanguage]}
            label={(code) => (code === 'none' ? say.noInterpreter : languageName(code, lang))}
          />
          <Choice
            {...props}
            name="teamWish"
            codes={['none', ...furtherChoices.teamWish]}
            label={(code) => (code === 'none' ? say.noWish : say[code])}
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

type ChoiceName = 'investigation' | 'shiftPattern' | 'earlierIncidents' | 'interpreterLanguage' | 'teamWish'

const Choice = <Code extends string>({
  name,
  codes,
  label,
  lang,
  typed,
  errors,
  both,
}: Props & { name: ChoiceName; codes: readonly Code[]; label: (code: Code) => string }) =>
  both.some((one) => one.field === name) ? null : (
    <Select
      name={name}
      label={furtherWords[lang][name]}
      lang={lang}
      value={typed[name] ?? (name === 'interpreterLanguage' || name === 'teamWish' ? 'none' : 'unknown')}
      error={errors.find((error) => error.field === name)?.message}
      options={codes.map((code) => ({ value: code, label: label(code) }))}
    />
  )

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

const Answers = ({ facts, lang, typed, errors, both }: Props & { facts: readonly ToldFact[] }) => (
  <div>
    {facts
      .filter((fact) => both.every((one) => one.field !== fact))
      .map((fact) => (
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

/** What is known, as the form's fields hold it. */
export function typedFrom(facts: FurtherFacts): Record<string, string> {
  const { exposed, interpreterLanguage, teamWish, ...answers } = facts
  return {
    ...answers,
    interpreterLanguage: interpreterLanguage ?? 'none',
    teamWish: teamWish ?? 'none',
    ...Object.fromEntries(exposed.map((one) => [exposedField(one, one.exposure), String(one.count)])),
  }
}
