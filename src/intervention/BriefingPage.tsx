import { bookedAs } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Columns, PageHead } from '../ui/pageHead.tsx'
import { BriefingFactsCard } from './BriefingFactsCard.tsx'
import { dressCodes, weaponRules } from './briefing.ts'
import type { BriefingFacts } from './briefingFacts.ts'
import { briefingWords, dressWords, weaponWords } from './briefingWords.ts'
import { interventionPaths } from './paths.ts'

type Props = {
  lang: Language
  facts: BriefingFacts
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** What the team reads, and where the coordinator writes the part that only they know. */
export const BriefingPage = ({ lang, facts, typed, errors }: Props) => {
  const say = briefingWords[lang]
  const { plan, region, briefing } = facts
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <>
      <PageHead over={say.over} title={incidentWords[lang].type[plan.type]} />
      <ErrorSummary lang={lang} errors={errors} />
      <Columns
        main={<BriefingFactsCard facts={facts} lang={lang} />}
        aside={
          <div class="stack screen-only">
            <Card title={say.edit}>
              <form
                method="post"
                action={interventionPaths.briefing(region.slug, plan.activationId, plan.id)}
                novalidate
              >
                <input type="hidden" name="seen" value={typed.seen ?? String(briefing?.version ?? 0)} />
                <Field
                  name="meetingPoint"
                  label={say.meeting}
                  hint={say.meetingHint}
                  required
                  maxlength={160}
                  value={typed.meetingPoint ?? briefing?.meetingPoint}
                  error={errorOf('meetingPoint')}
                />
                <Field
                  name="parking"
                  label={say.parking}
                  hint={say.parkingHint}
                  maxlength={160}
                  value={typed.parking ?? briefing?.parking}
                  error={errorOf('parking')}
                />
                <RadioCards
                  name="dress"
                  label={say.dress}
                  required
                  value={typed.dress ?? briefing?.dress}
                  error={errorOf('dress')}
                  options={dressCodes.map((value) => ({ value, label: dressWords[lang][value] }))}
                />
                <RadioCards
                  name="weapons"
                  label={say.weapons}
                  required
                  value={typed.weapons ?? briefing?.weapons}
                  error={errorOf('weapons')}
                  options={weaponRules.map((value) => ({ value, label: weaponWords[lang][value] }))}
                />
                <Button look="primary">{say.keep}</Button>
              </form>
            </Card>
            {bookedAs(plan) === null ? (
              <p>
                <a href={interventionPaths.checklist(region.slug, plan.activationId, plan.id)}>
                  {say.checklist}
                </a>
              </p>
            ) : null}
          </div>
        }
      />
    </>
  )
}
