import { activationPaths, bookedAs, type PlanState } from '../activation/index.ts'
import type { Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { type CloseOut, durationBands, heldCodes, participantBands, withoutCounts } from './closeOut.ts'
import {
  closeOutTitles,
  closeOutWords,
  durationWords,
  followUpWords,
  heldWords,
  participantWords,
} from './words.ts'

type Props = {
  lang: Language
  region: Region
  plan: PlanState
  errors: readonly FieldError[]
  typed: Readonly<Record<string, string>>
}

/** The four questions, each with the words of its coded answers. */
const questionsIn = (lang: Language) => [
  { name: 'held' as const, answers: heldCodes, words: heldWords[lang] },
  { name: 'participants' as const, answers: participantBands, words: participantWords[lang] },
  { name: 'duration' as const, answers: durationBands, words: durationWords[lang] },
  { name: 'followUpOffered' as const, answers: ['yes', 'no'] as const, words: followUpWords[lang] },
]

/** Nothing follows a talk, so nobody is asked whether follow-up was offered; a small group is not counted. */
const questionsFor = (plan: PlanState, lang: Language) =>
  questionsIn(lang).filter(
    ({ name }) =>
      (name !== 'followUpOffered' || bookedAs(plan) === null) &&
      (name !== 'participants' || !withoutCounts(plan)),
  )

/** Four taps, coded, no name and no sentence anywhere. */
export const CloseOutPage = ({ lang, region, plan, errors, typed }: Props) => {
  const say = closeOutWords[lang]
  return (
    <>
      <PageHead
        over={say.over}
        title={closeOutTitles[lang][plan.type]}
        lead={withoutCounts(plan) ? say.smallGroup : undefined}
      />
      <ErrorSummary lang={lang} errors={errors} />
      <form
        method="post"
        action={activationPaths.closeOut(region.slug, plan.activationId, plan.id)}
        novalidate
      >
        {questionsFor(plan, lang).map(({ name, answers, words }) => (
          <RadioCards
            key={name}
            name={name}
            label={say[name]}
            required
            inline
            value={typed[name]}
            error={errors.find((error) => error.field === name)?.message}
            options={answers.map((value) => ({
              value,
              label: (words as Readonly<Record<string, string>>)[value]!,
            }))}
          />
        ))}
        <Button look="primary" wide>
          {say.done}
        </Button>
      </form>
    </>
  )
}

type ClosedProps = Pick<Props, 'lang' | 'region' | 'plan'> & { closeOut: CloseOut }

/** What stands after the close-out, for whoever may close. */
export const ClosedPage = ({ lang, region, plan, closeOut }: ClosedProps) => {
  const say = closeOutWords[lang]
  return (
    <>
      <PageHead over={say.recorded} title={closeOutTitles[lang][plan.type]} />
      <DefinitionList
        facts={questionsFor(plan, lang).map(({ name, words }) => ({
          term: say[name],
          detail: (words as Readonly<Record<string, string>>)[closeOut[name]]!,
        }))}
      />
      <p>
        <a href={activationPaths.activation(region.slug, plan.activationId)}>{say.back}</a>
      </p>
    </>
  )
}
