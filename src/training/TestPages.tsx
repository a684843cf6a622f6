import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { RadioCards } from '../ui/choices.tsx'
import type { Language } from '../ui/language.ts'
import { Meter } from '../ui/meter.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Attempt } from './attempt.ts'
import type { Course } from './course.ts'
import { lessonsToRead, type Put, putQuestions } from './draw.ts'
import { stands } from './enrolment.ts'
import { InEnglish } from './InEnglish.tsx'
import type { CourseView } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'
import { passed, scorePercent } from './retest.ts'

/** Questions on one page: few enough for a phone, saved with each step. */
export const perPart = 5

/** The open test in parts; the one after the last asks whether to hand it in. */
export function partsOf(attempt: Pick<Attempt, 'drawn'>, bank: Course['bank']): Put[][] {
  const put = putQuestions(attempt.drawn, bank)
  return Array.from({ length: Math.ceil(put.length / perPart) }, (_, part) =>
    put.slice(part * perPart, (part + 1) * perPart),
  )
}

type Props = { readonly view: CourseView; readonly lang: Language; readonly attempt: Attempt }

/** Some questions of the open test. `part` counts from 1. */
export const TestPartPage = ({ view, lang, attempt, part }: Props & { part: number }) => {
  const say = learnWords[lang]
  const { course, enrolment, region } = view
  const parts = partsOf(attempt, course.bank)
  const here = trainingPaths.testPart(region.slug, enrolment.id, part)
  return (
    <div class="study stack">
      <PageHead title={course.title} titleLang="en" over={say.test} />
      <Meter label={say.testPart(part, parts.length)} value={part - 1} of={parts.length} />
      <form method="post" action={here}>
        {parts[part - 1]!.map((put, index) => (
          <RadioCards
            key={put.id}
            name={`q-${put.id}`}
            label={<InEnglish>{`${(part - 1) * perPart + index + 1}. ${put.ask}`}</InEnglish>}
            value={attempt.answers.has(put.id) ? String(attempt.answers.get(put.id)) : undefined}
            options={put.options.map(({ value, text }) => ({
              value: String(value),
              label: <InEnglish>{text}</InEnglish>,
            }))}
          />
        ))}
        <Actions>
          <Button look="primary">{say.testNext}</Button>
          {part === 1 ? null : (
            <LinkButton href={trainingPaths.testPart(region.slug, enrolment.id, part - 1)}>
              {say.testBack}
            </LinkButton>
          )}
        </Actions>
      </form>
    </div>
  )
}

/** Before it is handed in: what is not answered, and one button. */
export const TestReviewPage = ({ view, lang, attempt }: Props) => {
  const say = learnWords[lang]
  const { course, enrolment, region } = view
  const parts = partsOf(attempt, course.bank)
  const open = parts.flat().filter((put) => !attempt.answers.has(put.id)).length
  return (
    <div class="study stack">
      <PageHead title={course.title} titleLang="en" over={say.test} />
      <Card title={say.testReview}>
        <p>{say.testUnanswered(open)}</p>
        {open === 0 ? null : <p class="muted">{say.testUnansweredLead}</p>}
        <ul class="plain steps">
          {parts.map((questions, index) => (
            <li key={questions[0]!.id}>
              <a href={trainingPaths.testPart(region.slug, enrolment.id, index + 1)}>
                {say.testPart(index + 1, parts.length)}
              </a>
              <span class="muted small">
                {questions.filter((put) => attempt.answers.has(put.id)).length}/{questions.length}
              </span>
            </li>
          ))}
        </ul>
        <form method="post" action={trainingPaths.handIn(region.slug, enrolment.id)}>
          <Actions>
            <Button look="primary">{say.testHandIn}</Button>
          </Actions>
        </form>
      </Card>
    </div>
  )
}

/**
 * What became of the last test. Whoever passed reads every answer and why; whoever did not reads which lessons to read again, and
 * no answers: the same questions may be drawn once more.
 */
export const TestResultPage = ({ view, lang, attempt }: Props) => {
  const say = learnWords[lang]
  const { course, enrolment, region } = view
  const result = { right: attempt.right ?? 0, of: attempt.drawn.length, passPercent: attempt.passPercent }
  const won = passed(result)
  const percent = scorePercent(result)
  // Single answers go a while after the course is over. Who handed in an empty test meanwhile has every lesson to read.
  const gone = attempt.answers.size === 0 && !stands(enrolment.state)
  return (
    <div class="study stack">
      <PageHead title={course.title} titleLang="en" over={say.test} />
      <Notice
        tone={won ? 'ok' : 'amber'}
        live
        title={won ? say.testPassed(percent) : say.testFailed(percent)}
      />
      {gone ? <p class="muted">{say.answersGone}</p> : null}
      {won ? (
        <Answers {...{ course, attempt, lang, gone }} />
      ) : gone ? null : (
        <Card title={say.testRead}>
          <ul class="plain steps">
            {lessonsToRead(attempt.drawn, course, attempt.answers).map((id) => {
              const lesson = course.lessons.find((one) => one.id === id)!
              return (
                <li key={id}>
                  <a
                    lang="en"
                    href={trainingPaths.section(region.slug, enrolment.id, id, lesson.sections[0]!.id)}
                  >
                    {lesson.title}
                  </a>
                </li>
              )
            })}
          </ul>
        </Card>
      )}
      <Actions>
        <LinkButton look="primary" href={trainingPaths.enrolment(region.slug, enrolment.id)}>
          {say.toCourse}
        </LinkButton>
      </Actions>
    </div>
  )
}

type AnswersProps = { course: Course; attempt: Attempt; lang: Language; gone: boolean }

/** Every question of a test that was passed; `gone`: with the answer and why, and not with what was chosen. */
const Answers = ({ course, attempt, lang, gone }: AnswersProps) => {
  const say = learnWords[lang]
  return (
    <section class="stack">
      <h2>{gone ? say.answersWhy : say.testWhy}</h2>
      {putQuestions(attempt.drawn, course.bank).map((put) => {
        const question = course.bank.find((one) => one.id === put.id)!
        const chosen = question.options[attempt.answers.get(put.id) ?? -1]
        return (
          <Card key={put.id}>
            <h3 class="text-title" lang="en">
              {put.ask}
            </h3>
            {gone ? null : (
              <p>
                {say.yourAnswer}: {chosen === undefined ? say.noAnswer : <InEnglish>{chosen.text}</InEnglish>}
              </p>
            )}
            {chosen?.right === true ? null : (
              <p>
                {say.theAnswer}: <b lang="en">{question.options.find((one) => one.right)!.text}</b>
              </p>
            )}
            <p class="muted" lang="en">
              {question.why}
            </p>
          </Card>
        )
      })}
    </section>
  )
}
