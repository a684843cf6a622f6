import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import type { Course } from './course.ts'
import type { EntryMode } from './enrolment.ts'
import type { LearningView } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'

type Props = {
  view: LearningView
  lang: Language
  course: Course
  mode: EntryMode
  typed: Readonly<Record<string, string>>
  /** What is wrong with a field of its form. */
  fault: (name: 'name' | 'code') => string | undefined
}

/** A course to enrol in, or one that waits for whoever looks. */
export const OfferCard = ({ view, lang, course, mode, typed, fault }: Props) => {
  const say = learnWords[lang]
  const waits = view.waiting.includes(course)
  return (
    <Card>
      <h3 lang="en">{course.title}</h3>
      <p lang="en">{course.summary}</p>
      <p class="muted small">{say.hours(course.hours.online, course.hours.inPerson)}</p>
      <form method="post" action={trainingPaths.begin(view.region.slug, course.id)} novalidate>
        {view.name !== null ? null : (
          <Field
            name={`name-${course.id}`}
            label={say.name}
            value={typed[`name-${course.id}`]}
            error={fault('name')}
            autocomplete="name"
            maxlength={80}
            required
          />
        )}
        {waits ? null : (
          <>
            {mode === 'open' ? null : <p class="hint">{mode === 'approval' ? say.askFirst : say.closed}</p>}
            <details open={mode === 'closed' || fault('code') !== undefined}>
              <summary>{say.code}</summary>
              <CodeField {...{ course, lang, typed, fault }} />
            </details>
          </>
        )}
        <Actions>
          <Button look={waits ? 'primary' : 'plain'}>{waits ? say.begin : say.enrol}</Button>
        </Actions>
      </form>
    </Card>
  )
}

export const CodeField = ({
  course,
  lang,
  typed,
  fault,
}: Pick<Props, 'course' | 'lang' | 'typed' | 'fault'>) => (
  <Field
    name={`code-${course.id}`}
    label={learnWords[lang].code}
    value={typed[`code-${course.id}`]}
    error={fault('code')}
    autocomplete="off"
    maxlength={12}
  />
)
