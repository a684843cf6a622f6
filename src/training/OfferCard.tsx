import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import type { Course } from './course.ts'
import { InEnglish } from './InEnglish.tsx'
import type { LearningView, Offer } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { limits } from './limits.ts'
import { trainingPaths } from './paths.ts'

type Props = {
  view: LearningView
  lang: Language
  offer: Offer
  waits: boolean
  /** Where, on this page or behind it, a course that comes before is found. */
  hrefOf: (course: string) => string | null
  typed: Readonly<Record<string, string>>
  /** What is wrong with a field of its form. */
  fault: (name: 'name' | 'code') => string | undefined
}

/** A course to enrol in, or one that waits for whoever looks. */
export const OfferCard = ({ view, lang, offer, waits, hrefOf, typed, fault }: Props) => {
  const say = learnWords[lang]
  const { course, mode, lacks } = offer
  const asks = mode === 'approval'
  return (
    <Card>
      <h3 lang="en" id={offerId(course.id)}>
        {course.title}
      </h3>
      <p lang="en">{course.summary}</p>
      <p class="muted small">{say.hours(course.hours.online, course.hours.inPerson)}</p>
      {lacks.length === 0 ? null : (
        <Lacks {...{ lacks, hrefOf }} says={asks ? say.takeFirstAsk : say.takeFirst} />
      )}
      {lacks.length > 0 && !asks ? null : <EnrolForm {...{ view, lang, offer, waits, typed, fault }} />}
    </Card>
  )
}

/** Where on the page the card of a course stands. */
export const offerId = (course: string) => `course-${course}`

const Lacks = ({ lacks, hrefOf, says }: Pick<Props, 'hrefOf'> & Pick<Offer, 'lacks'> & { says: string }) => (
  <>
    <p>{says}</p>
    <ul lang="en">
      {lacks.map(({ id, title }) => {
        const href = hrefOf(id)
        return <li key={id}>{href === null ? title : <a href={href}>{title}</a>}</li>
      })}
    </ul>
  </>
)

const EnrolForm = ({ view, lang, offer, waits, typed, fault }: Omit<Props, 'hrefOf'>) => {
  const say = learnWords[lang]
  const { course, mode } = offer
  return (
    <form method="post" action={trainingPaths.begin(view.region.slug, course.id)} novalidate>
      {view.name !== null ? null : (
        <Field
          name={`name-${course.id}`}
          label={say.name}
          value={typed[`name-${course.id}`] ?? view.givenName ?? undefined}
          error={fault('name')}
          autocomplete="name"
          maxlength={limits.name}
          required
        />
      )}
      {waits ? null : (
        <>
          {mode === 'open' ? null : <p class="hint">{mode === 'approval' ? say.askFirst : say.closed}</p>}
          <details open={mode === 'closed' || fault('code') !== undefined}>
            <CodeSummary {...{ course, lang }} />
            <CodeField {...{ course, lang, typed, fault }} />
          </details>
        </>
      )}
      <Actions>
        <Button look={waits ? 'primary' : 'plain'}>{waits ? say.begin : say.enrol}</Button>
      </Actions>
    </form>
  )
}

/** Of many on a page, a list of what opens tells them apart. */
export const CodeSummary = ({ course, lang }: Pick<Props, 'lang'> & { course: Course }) => (
  <summary>
    {learnWords[lang].code}
    <span class="unseen">
      : <InEnglish>{course.title}</InEnglish>
    </span>
  </summary>
)

export const CodeField = ({
  course,
  lang,
  typed,
  fault,
}: Pick<Props, 'lang' | 'typed' | 'fault'> & { course: Course }) => (
  <Field
    name={`code-${course.id}`}
    label={learnWords[lang].code}
    value={typed[`code-${course.id}`]}
    error={fault('code')}
    autocomplete="off"
    maxlength={limits.code}
  />
)
