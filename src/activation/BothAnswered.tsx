import { exposedField, furtherChoices, incidentWords, type ToldFact, toldFacts } from '../incident/index.ts'
import { Fieldset, RadioCards } from '../ui/choices.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import type { FurtherView } from './furtherView.ts'
import { factWords, furtherWords } from './furtherWords.ts'
import { type Both, mineField } from './threeWays.ts'
import { languageName } from './toldList.ts'

type Props = {
  view: FurtherView
  lang: Language
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  both: readonly Both[]
  keptBy: string
}

/** What two people answered differently, side by side; nothing is chosen for whoever decides. */
export const BothAnswered = ({ view, lang, typed, errors, both, keptBy }: Props) => {
  const say = furtherWords[lang]
  if (both.length === 0) return null
  return (
    <Fieldset legend={say.both} hint={say.bothHint}>
      {both.map(({ field, kept, mine }) => (
        <>
          <input type="hidden" name={mineField(field)} value={mine} />
          <RadioCards
            key={field}
            name={field}
            label={furtherLabel(field, view, lang) ?? field}
            inline
            required
            value={typed[field]}
            error={errors.find((error) => error.field === field)?.message}
            options={[
              { value: kept || '0', label: say.kept(answerOf(field, kept, lang), keptBy) },
              { value: mine || '0', label: say.mine(answerOf(field, mine, lang)) },
            ]}
          />
        </>
      ))}
    </Fieldset>
  )
}

/** What a field of the second page asks. */
export function furtherLabel(
  field: string,
  { incident, agencies }: FurtherView,
  lang: Language,
): string | undefined {
  const say = furtherWords[lang]
  for (const group of incident.groups)
    for (const exposure of furtherChoices.exposure)
      if (exposedField(group, exposure) === field)
        return [incidentWords[lang].role[group.role], agencies.get(group.agencyId)?.name, say[exposure]].join(
          ', ',
        )
  if (toldFacts.some((fact) => fact === field)) return factWords[lang][field as ToldFact]
  return choices.find((one) => one === field) === undefined
    ? undefined
    : say[field as (typeof choices)[number]]
}

const choices = [
  'investigation',
  'shiftPattern',
  'earlierIncidents',
  'interpreterLanguage',
  'teamWish',
] as const

function answerOf(field: string, value: string, lang: Language): string {
  const say = furtherWords[lang]
  if (value === '') return say.noCount
  if (field === 'interpreterLanguage') return value === 'none' ? say.noInterpreter : languageName(value, lang)
  if (field === 'teamWish' && value === 'none') return say.noWish
  if (field === 'earlierIncidents' && value === 'none') return say.earlierNone
  return (say as unknown as Readonly<Record<string, string>>)[value] ?? value
}
