import type { Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { beginsAt } from './class.ts'
import type { ShownClass } from './classesView.ts'
import { classWords } from './classWords.ts'
import { evaluationQuestions } from './evaluation.ts'
import { Around } from './InEnglish.tsx'
import { trainingPaths } from './paths.ts'

type Props = {
  region: Region
  lang: Language
  one: ShownClass
  /** Their answers are counted. */
  done: boolean
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** Four questions about a class, to whoever had a seat. */
export const EvaluationPage = ({ region, lang, one, done, typed, errors }: Props) => {
  const say = classWords[lang]
  const on = day(beginsAt(one).toZonedDateTimeISO(region.timeZone).toPlainDate(), lang)
  return (
    <>
      <PageHead
        title={say.evaluation}
        over={<Around say={(title) => say.evaluationFor(title, on)} english={one.title} />}
        lead={say.evaluationLead}
      />
      <ErrorSummary lang={lang} errors={errors} />
      {done ? (
        <Notice tone="ok">{say.evaluationDone}</Notice>
      ) : (
        <form method="post" action={trainingPaths.evaluation(region.slug, one.id)} novalidate>
          <p class="hint">{say.scale}</p>
          {evaluationQuestions.map((question) => (
            <RadioCards
              key={question}
              name={question}
              label={say.questions[question]}
              error={errors.find((error) => error.field === question)?.message}
              required
              inline="digits"
              value={typed[question]}
              options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
            />
          ))}
          <p>
            <Button look="primary">{say.send}</Button>
          </p>
        </form>
      )}
    </>
  )
}
