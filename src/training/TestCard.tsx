import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import type { EnrolmentView } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'
import { scorePercent } from './retest.ts'

type Props = { readonly view: EnrolmentView; readonly lang: Language }

/** The test of a course: closed, open, passed, or when it may be taken again. */
export const TestCard = ({ view, lang }: Props) => {
  const { course, enrolment, progress, done, asked, mayTest, region } = view
  if (course.test === null) return null
  const say = learnWords[lang]
  const last = done.tests.at(-1)
  const ready = progress.next === null && progress.practised === progress.practices
  const href = trainingPaths.test(region.slug, enrolment.id)
  return (
    <Card title={say.test}>
      {progress.passedWith !== null ? (
        <p>
          <Tag tone="ok">{say.testPassed(progress.passedWith)}</Tag> <a href={href}>{say.testWhy}</a>
        </p>
      ) : (
        <>
          <p class="muted">{say.testLead(course.test.questions, asked.passPercent)}</p>
          {last === undefined ? null : (
            <p>
              <Tag tone="amber">{say.testFailed(scorePercent(last))}</Tag> <a href={href}>{say.testRead}</a>
            </p>
          )}
          {enrolment.state !== 'open' ? null : !ready ? (
            <p>{say.testLocked}</p>
          ) : mayTest.may ? (
            <form method="post" action={href}>
              <Actions>
                <Button look="primary">{view.testOpen ? say.testGoOn : say.testBegin}</Button>
              </Actions>
            </form>
          ) : mayTest.why === 'early' ? (
            <p>{say.testEarly(day(mayTest.from, lang))}</p>
          ) : mayTest.why === 'over' ? (
            <p>{say.testOver}</p>
          ) : null}
        </>
      )}
    </Card>
  )
}
