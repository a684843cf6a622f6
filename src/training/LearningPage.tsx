import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { Meter } from '../ui/meter.tsx'
import { day } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Course } from './course.ts'
import { stands } from './enrolment.ts'
import type { LearningView, Offer } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { CodeField, CodeSummary, OfferCard, offerId } from './OfferCard.tsx'
import { trainingPaths } from './paths.ts'
import { minutesLeft } from './progress.ts'
import { StudyLinks } from './StudyLinks.tsx'

type Props = {
  readonly view: LearningView
  readonly lang: Language
  /** The course whose form came back, with what was typed. */
  readonly wrong: string | null
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

/** One's own courses. What waits comes first, then what is begun, then what else there is. */
export const LearningPage = ({ view, lang, wrong, typed, errors }: Props) => {
  const say = learnWords[lang]
  const waits = new Set(view.waiting.map(({ course }) => course.id))
  const running = view.taken.filter(
    ({ enrolment, course }) => stands(enrolment.state) && !waits.has(course.id),
  )
  const over = view.taken.filter(({ enrolment }) => !stands(enrolment.state))
  /** What was typed into the form of one course, and what was wrong with it. */
  const cameBack = (course: Course) => ({
    typed: wrong === course.id ? typed : {},
    fault: (name: string) => errors.find((error) => error.field === `${name}-${course.id}`)?.message,
  })
  const hrefOf = (id: string) => {
    const taken = running.find(({ course }) => course.id === id)
    if (taken !== undefined) return trainingPaths.enrolment(view.region.slug, taken.enrolment.id)
    const here = [...view.waiting, ...view.offered].some(({ course }) => course.id === id)
    return here ? `#${offerId(id)}` : null
  }
  const card = (offer: Offer) => (
    <OfferCard
      {...{ view, lang, offer, hrefOf }}
      waits={waits.has(offer.course.id)}
      {...cameBack(offer.course)}
    />
  )
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary errors={errors} lang={lang} />
      <StudyLinks region={view.region} lang={lang} current="learning" />
      {view.waiting.length === 0 ? null : (
        <Section title={say.waiting}>
          <p class="muted">{say.waitingLead}</p>
          <div class="tiles">{view.waiting.map(card)}</div>
        </Section>
      )}
      <Section title={say.yours}>
        {running.length === 0 ? (
          <EmptyState title={say.none} />
        ) : (
          <div class="tiles">
            {running.map((taken) => (
              <TakenCard key={taken.enrolment.id} {...{ taken, view, lang }} {...cameBack(taken.course)} />
            ))}
          </div>
        )}
      </Section>
      <Section title={say.offered}>
        {view.offered.length === 0 ? (
          <p class="muted">{say.offeredNone}</p>
        ) : (
          <div class="tiles">{view.offered.map(card)}</div>
        )}
      </Section>
      {over.length === 0 ? null : (
        <Section title={say.over}>
          <ul class="plain">
            {over.map(({ enrolment, course }) => (
              <li key={enrolment.id}>
                <a href={trainingPaths.enrolment(view.region.slug, enrolment.id)} lang="en">
                  {course.title}
                </a>{' '}
                <Tag tone={enrolment.state === 'finished' ? 'ok' : 'neutral'}>
                  {say.states[enrolment.state]}
                </Tag>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type TakenProps = Pick<Parameters<typeof OfferCard>[0], 'view' | 'lang' | 'typed' | 'fault'> & {
  taken: LearningView['taken'][number]
}

const TakenCard = ({ taken: { enrolment, course, progress }, view, lang, typed, fault }: TakenProps) => {
  const say = learnWords[lang]
  const { slug } = view.region
  const href =
    progress.next === null
      ? trainingPaths.enrolment(slug, enrolment.id)
      : trainingPaths.section(slug, enrolment.id, progress.next.lesson, progress.next.section)
  return (
    <Card>
      <h3 lang="en">
        <a href={trainingPaths.enrolment(slug, enrolment.id)}>{course.title}</a>
      </h3>
      {enrolment.state === 'asked' ? (
        <>
          <p>
            <Tag tone="amber">{say.states.asked}</Tag>
          </p>
          <p class="muted">{say.askedLead}</p>
          <details open={fault('code') !== undefined}>
            <CodeSummary {...{ course, lang }} />
            <form method="post" action={trainingPaths.begin(slug, course.id)} novalidate>
              <CodeField {...{ course, lang, typed, fault }} />
              <Actions>
                <Button>{say.begin}</Button>
              </Actions>
            </form>
          </details>
        </>
      ) : (
        <>
          <Meter
            label={say.sections(progress.sectionsRead, progress.sections)}
            value={progress.sectionsRead}
            of={progress.sections}
          />
          <p class="muted small">
            {say.left(minutesLeft(course, progress))} {say.finishBy(day(enrolment.finishBy, lang))}
          </p>
          <LinkButton href={href} look="primary">
            {progress.next === null ? say.toCourse : say.goOn}
          </LinkButton>
        </>
      )}
    </Card>
  )
}
