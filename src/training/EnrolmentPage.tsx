import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { Columns, PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { stands } from './enrolment.ts'
import type { EnrolmentView } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'
import { minutesLeft } from './progress.ts'
import { StudyLinks } from './StudyLinks.tsx'
import { TestCard } from './TestCard.tsx'

type Props = { readonly view: EnrolmentView; readonly lang: Language }

/** One course as its learner sees it: where to go on, and what is left to the certificate. */
export const EnrolmentPage = ({ view, lang }: Props) => {
  const { region, course, enrolment, progress } = view
  const say = learnWords[lang]
  const { slug } = region
  if (enrolment.state === 'asked' || enrolment.state === 'declined')
    return (
      <>
        <PageHead title={course.title} titleLang="en" over={say.title} />
        <Notice tone={enrolment.state === 'asked' ? 'amber' : 'info'} title={say.states[enrolment.state]}>
          {enrolment.state === 'asked' ? <p>{say.askedLead}</p> : null}
        </Notice>
        <StudyLinks region={region} lang={lang} current={null} />
        {enrolment.state === 'asked' ? (
          <Leave view={view} says={say.withdraw} lead={say.withdrawLead} />
        ) : null}
      </>
    )
  const running = enrolment.state === 'open'
  return (
    <>
      <PageHead
        title={course.title}
        titleLang="en"
        lead={
          <>
            {say.left(minutesLeft(course, progress))}{' '}
            {running ? say.finishBy(day(enrolment.finishBy, lang)) : say.states[enrolment.state]}
          </>
        }
      />
      <StudyLinks region={region} lang={lang} current={null} />
      {lang === 'en' ? null : <p class="muted">{say.english}</p>}
      {running && progress.next !== null ? (
        <Actions>
          <LinkButton
            look="primary"
            href={trainingPaths.section(slug, enrolment.id, progress.next.lesson, progress.next.section)}
          >
            {say.goOn}
          </LinkButton>
        </Actions>
      ) : null}
      <Columns
        main={
          <>
            <Lessons view={view} lang={lang} />
            <Practices view={view} lang={lang} />
            <TestCard view={view} lang={lang} />
          </>
        }
        aside={
          <>
            <Steps view={view} lang={lang} />
            <Card title={say.room}>
              <p class="muted">{say.roomLead}</p>
              <a href={trainingPaths.classes(slug)}>{say.classes}</a>
            </Card>
            {stands(enrolment.state) ? <Leave view={view} says={say.leave} lead={say.leaveLead} /> : null}
          </>
        }
      />
    </>
  )
}

type LeaveProps = Pick<Props, 'view'> & { says: string; lead: string }

const Leave = ({ view, says, lead }: LeaveProps) => (
  <details>
    <summary>{says}</summary>
    <form method="post" action={trainingPaths.leave(view.region.slug, view.enrolment.id)}>
      <p class="muted">{lead}</p>
      <Actions>
        <Button look="danger">{says}</Button>
      </Actions>
    </form>
  </details>
)

const Lessons = ({ view, lang }: Props) => {
  const { course, enrolment, progress, region } = view
  const say = learnWords[lang]
  return (
    <Card title={say.lessons}>
      <ol class="plain steps">
        {course.lessons.map((lesson, index) => {
          const { read, of, next } = progress.lessons[index]!
          return (
            <li key={lesson.id}>
              <a
                class="grow"
                lang="en"
                href={trainingPaths.section(region.slug, enrolment.id, lesson.id, next)}
              >
                {lesson.title}
              </a>
              <span class="muted small">{say.minutes(lesson.minutes)}</span>
              {read === of ? (
                <Tag tone="ok">{say.read}</Tag>
              ) : (
                <Tag>
                  {read}/{of}
                </Tag>
              )}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

const Practices = ({ view, lang }: Props) => {
  const { course, enrolment, done, region } = view
  const say = learnWords[lang]
  if (course.practice.length === 0) return null
  return (
    <Card title={say.practice}>
      <p class="muted">{say.practiceLead}</p>
      <ul class="plain steps">
        {course.practice.map((one) => (
          <li key={one.id}>
            <a class="grow" lang="en" href={trainingPaths.practice(region.slug, enrolment.id, one.id)}>
              {one.title}
            </a>
            <span class="muted small">{say.minutes(one.minutes)}</span>
            {done.practised.has(one.id) ? <Tag tone="ok">{say.practised}</Tag> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What is left to the certificate, and the certificate itself. */
const Steps = ({ view, lang }: Props) => {
  const { steps, certificate, region } = view
  const say = learnWords[lang]
  return (
    <Card title={say.toCertificate}>
      <ul class="plain steps">
        {steps.map(({ code, done, have, of }) => (
          <li key={code}>
            <span class="grow">
              {say.steps[code]} <span class="muted small">{say.stepOf(code, have, of)}</span>
            </span>
            <Tag tone={done ? 'ok' : 'neutral'}>{done ? say.stepDone : say.stepOpen}</Tag>
          </li>
        ))}
      </ul>
      <ContinuedOpen view={view} lang={lang} />
      {steps.some((step) => step.code === 'review' && !step.done) ? (
        <p class="muted small">{say.reviewOpen}</p>
      ) : null}
      {certificate !== null ? (
        <LinkButton look="primary" href={trainingPaths.certificate(region.slug, certificate.id)}>
          {say.certificateOpen}
        </LinkButton>
      ) : steps.every((step) => step.done) ? (
        <Notice tone="ok">{say.certificateSoon}</Notice>
      ) : null}
    </Card>
  )
}

/** Why hours of each year are asked of a renewal, while some are missing. */
const ContinuedOpen = ({ view, lang }: Props) => {
  const missing = view.steps.some(
    ({ code, done }) => !done && (code === 'continued_training' || code === 'continued_on_the_job'),
  )
  if (!missing) return null
  const say = learnWords[lang]
  const sources = view.asked.texts.filter((text) => text.yearly !== null).map((text) => text.source)
  return (
    <p class="muted small">
      {say.continuedOpen} (<span lang="en">{sources.join('; ')}</span>){' '}
      <a href={trainingPaths.continued(view.region.slug)}>{say.ledger}</a>
    </p>
  )
}
