import type { Child } from 'hono/jsx'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { Around, InEnglish } from './InEnglish.tsx'
import type { TrainingView } from './keepView.ts'
import { keepWords } from './keepWords.ts'
import { trainingPaths } from './paths.ts'
import { reviewLine } from './ReviewLine.tsx'
import { entryWords } from './recordWords.ts'
import { StudyLinks } from './StudyLinks.tsx'

type Props = {
  view: TrainingView
  lang: Language
  /** Keeps training; whoever only reviews sees courses alone. */
  keeps: boolean
  mayRotate: boolean
  /** What else waits to be looked at, drawn by its own part. */
  waiting: Child
  errors: readonly FieldError[]
}

/** What waits for a decision first, then every course, then records. */
export const TrainingPage = (props: Props) => {
  const { view, lang, keeps, mayRotate, waiting, errors } = props
  const say = keepWords[lang]
  const { slug } = view.region
  return (
    <>
      <PageHead
        title={say.title}
        lead={keeps ? say.lead : say.reviewLead}
        aside={keeps ? <LinkButton href={trainingPaths.newClass(slug)}>{say.plan}</LinkButton> : undefined}
      />
      <StudyLinks region={view.region} lang={lang} current={null} />
      <ErrorSummary errors={errors} lang={lang} />
      {keeps ? (
        <>
          <Asked {...props} />
          {waiting}
        </>
      ) : null}
      <Courses {...props} />
      {keeps ? (
        <Section title={say.records}>
          <p class="muted">{say.transcriptsLead}</p>
          <Actions>
            <LinkButton href={trainingPaths.transcripts(slug)}>{say.transcripts}</LinkButton>
            {mayRotate ? <LinkButton href={trainingPaths.keys(slug)}>{say.keys}</LinkButton> : null}
          </Actions>
        </Section>
      ) : null}
    </>
  )
}

const Asked = ({ view, lang }: Pick<Props, 'view' | 'lang'>) => {
  const say = keepWords[lang]
  return (
    <Section title={say.waiting}>
      {view.asking.length === 0 ? <p class="muted">{say.waitingNone}</p> : null}
      <ul class="plain steps">
        {view.asking.map((one) => (
          <li key={one.enrolmentId}>
            <span class="grow">
              <b>{one.name}</b> · <InEnglish>{one.course}</InEnglish>{' '}
              <span class="muted small">{say.askedOn(day(one.askedOn, lang))}</span>
              {one.lacks.length === 0 ? null : (
                <>
                  {' '}
                  <Tag tone="amber">{say.lacks(one.lacks.join(', '))}</Tag>
                </>
              )}
            </span>
            <form method="post" action={trainingPaths.decision(view.region.slug, one.enrolmentId)}>
              <Actions>
                {(['approved', 'declined'] as const).map((verdict) => (
                  <Button name="verdict" value={verdict} look={verdict === 'declined' ? 'quiet' : 'plain'}>
                    {verdict === 'approved' ? say.yes : say.no}{' '}
                    <span class="unseen">
                      <Around say={(title) => say.forWhom(one.name, title)} english={one.course} />
                    </span>
                  </Button>
                ))}
              </Actions>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Courses = ({ view, lang, keeps }: Props) => {
  const say = keepWords[lang]
  const { region } = view
  const { slug } = region
  const kept = keeps
    ? [
        { label: say.learners, numeric: true },
        { label: say.finished, numeric: true },
      ]
    : []
  return (
    <Section title={say.courses}>
      <DataTable
        caption={say.courses}
        captionHidden
        columns={[
          { label: say.course },
          ...kept,
          ...(keeps ? [{ label: say.entry }] : []),
          { label: say.review },
          { label: say.preview },
        ]}
        rows={view.courses.map(({ course, reviewed, kept: of }) => ({
          key: course.id,
          cells: [
            of === null ? (
              <InEnglish>{course.title}</InEnglish>
            ) : (
              <a href={trainingPaths.keptCourse(slug, course.id)} lang="en">
                {course.title}
              </a>
            ),
            ...(of === null
              ? []
              : course.depth === 'outline'
                ? ['–', '–', '–']
                : [of.learners, of.finished, entryWords[lang][of.mode]]),
            course.depth === 'outline' ? <Tag>{say.planned}</Tag> : reviewLine({ reviewed, region, lang }),
            <a href={trainingPaths.preview(slug, course.id)}>
              {say.preview}{' '}
              <span class="unseen">
                <Around say={say.previewOf} english={course.title} />
              </span>
            </a>,
          ],
        }))}
      />
    </Section>
  )
}
