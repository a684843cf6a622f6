import type { Child } from 'hono/jsx'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { Meter } from '../ui/meter.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Check, Lesson, Section, Source } from './course.ts'
import { courseWords } from './courseWords.ts'
import { whyNotLearn } from './enrolment.ts'
import { InEnglish } from './InEnglish.tsx'
import type { CourseView } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'
import { type Place, placeAfter } from './progress.ts'
import { SourceList } from './SourceList.tsx'

type Props = {
  readonly view: CourseView
  readonly lang: Language
  readonly lesson: Lesson
  readonly section: Section
  /** Check → option that was chosen last. */
  readonly answers: ReadonlyMap<string, number>
  readonly errors: readonly FieldError[]
  /** The section's own text, with each check drawn by the function given. */
  readonly sources: ReadonlyMap<string, Source>
  readonly body: (renderCheck: (check: Check) => Child) => Child
}

/** One section of a lesson: a few minutes of reading, a question to think about, and one step on. */
export const SectionPage = ({ view, lang, lesson, section, answers, errors, sources, body }: Props) => {
  const say = learnWords[lang]
  const { course, enrolment, region } = view
  const { slug } = region
  const number = course.lessons.indexOf(lesson) + 1
  const part = lesson.sections.indexOf(section)
  const before = lesson.sections[part - 1]
  const at = (place: Place) => trainingPaths.section(slug, enrolment.id, place.lesson, place.section)
  const here = at({ lesson: lesson.id, section: section.id })
  const next = placeAfter(course, { lesson: lesson.id, section: section.id })
  const open = whyNotLearn(enrolment.state) === null
  const onwards = next === null ? trainingPaths.enrolment(slug, enrolment.id) : at(next)
  const check = (one: Check) => {
    const chosen = answers.get(one.id)
    const error = errors.find((fault) => fault.field === `check-${one.id}`)?.message
    return <CheckCard {...{ check: one, chosen, error, lang, here }} open={open} />
  }
  return (
    <div class="study stack">
      <p>
        <a href={trainingPaths.enrolment(slug, enrolment.id)}>
          ← <InEnglish>{course.title}</InEnglish>
        </a>
      </p>
      <PageHead
        title={section.title === '' ? lesson.title : section.title}
        titleLang="en"
        over={<InEnglish>{`${number}. ${lesson.title}`}</InEnglish>}
      />
      <Meter
        label={`${say.lessonOf(number, course.lessons.length)} · ${say.partOf(part + 1, lesson.sections.length)}`}
        value={part}
        of={lesson.sections.length}
      />
      <ErrorSummary errors={errors} lang={lang} />
      {body(check)}
      <form method="post" action={here}>
        <Actions>
          {open ? (
            <Button look="primary" name="read" value="yes">
              {next === null ? say.nextLast : say.next}
            </Button>
          ) : (
            <LinkButton look="primary" href={onwards}>
              {next === null ? say.toCourse : say.onwards}
            </LinkButton>
          )}
          {before === undefined ? null : (
            <LinkButton href={at({ lesson: lesson.id, section: before.id })}>{say.previous}</LinkButton>
          )}
        </Actions>
      </form>
      {lesson.sources.length === 0 ? null : (
        <details>
          <summary>{courseWords[lang].sources}</summary>
          <SourceList keys={lesson.sources} sources={sources} lang={lang} />
        </details>
      )}
    </div>
  )
}

type CardProps = {
  check: Check
  chosen: number | undefined
  error: string | undefined
  lang: Language
  here: ReturnType<typeof trainingPaths.section>
  open: boolean
}

/** A question inside a lesson. What is said about an answer stands there once it was given. */
const CheckCard = ({ check, chosen, error, lang, here, open }: CardProps) => {
  const say = learnWords[lang]
  const option = chosen === undefined ? undefined : check.options[chosen]
  return (
    <section class="card" id={`check-${check.id}`}>
      <h2>{say.checkTitle}</h2>
      <form method="post" action={here}>
        <input type="hidden" name="check" value={check.id} />
        <RadioCards
          name={`check-${check.id}`}
          label={<InEnglish>{check.ask}</InEnglish>}
          error={error}
          value={chosen === undefined ? undefined : String(chosen)}
          options={check.options.map(({ text }, index) => ({
            value: String(index),
            label: <InEnglish>{text}</InEnglish>,
          }))}
        />
        {option === undefined ? null : (
          <div class={`notice ${option.right ? 'ok' : 'amber'}`} role="status">
            <div>
              <b>{option.right ? say.right : say.wrong}</b>
              <p lang="en">{option.say}</p>
            </div>
          </div>
        )}
        {open ? (
          <Actions>
            <Button unchecked>{option === undefined ? say.checkAnswer : say.checkAgain}</Button>
          </Actions>
        ) : null}
      </form>
    </section>
  )
}
