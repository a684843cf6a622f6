import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { formOf } from '../platform/http.server.ts'
import { statusOf } from '../platform/problem.ts'
import { Notice } from '../ui/notice.tsx'
import type { Attempt } from './attempt.ts'
import { EnrolmentPage } from './EnrolmentPage.tsx'
import type { LearnDeps, Opened, Status } from './learnPages.tsx'
import { trainingPaths } from './paths.ts'
import { refusalSaid } from './refusalSaid.ts'
import { partsOf, TestPartPage, TestResultPage, TestReviewPage } from './TestPages.tsx'
import { attemptsOf, beginTest, handIn, saveAnswers } from './test.server.ts'

type Open = (context: Context) => Promise<Opened | Response>
type Draw = (
  context: Context,
  opened: Opened,
  content: Child,
  status?: Status,
) => Response | Promise<Response>

/** The test of a course: begun, saved part by part, handed in. */
export function testRoutes({ db, packs }: LearnDeps, open: Open, draw: Draw): Hono {
  const app = new Hono()
  const attempts = ({ actor, view }: Opened): Promise<Attempt[]> =>
    db.read(actor, (reader) => attemptsOf(reader, view.enrolment.id))

  app.get('/:region/learning/:enrolment/test', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { view, visit } = opened
    const [last] = await attempts(opened)
    if (last === undefined)
      return context.redirect(trainingPaths.enrolment(view.region.slug, view.enrolment.id), 303)
    const props = { view, lang: visit.lang, attempt: last }
    return draw(
      context,
      opened,
      last.handedInAt === null ? <TestReviewPage {...props} /> : <TestResultPage {...props} />,
    )
  })

  app.post('/:region/learning/:enrolment/test', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { actor, view, visit } = opened
    const { course, enrolment, region } = view
    const begun = await beginTest(db, packs, actor, course, enrolment.id)
    if (begun.ok) return context.redirect(trainingPaths.testPart(region.slug, enrolment.id, 1), 303)
    const page = (
      <>
        <Notice tone="bad" live title={refusalSaid(begun.code, visit.lang)} />
        <EnrolmentPage view={view} lang={visit.lang} />
      </>
    )
    return draw(context, opened, page, statusOf[begun.kind])
  })

  app.get('/:region/learning/:enrolment/test/:part{[0-9]+}', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { view, visit } = opened
    const [attempt] = await attempts(opened)
    const part = Number(context.req.param('part'))
    if (
      attempt === undefined ||
      attempt.handedInAt !== null ||
      partsOf(attempt, view.course.bank)[part - 1] === undefined
    )
      return context.redirect(trainingPaths.test(view.region.slug, view.enrolment.id), 303)
    return draw(context, opened, <TestPartPage {...{ view, attempt, part }} lang={visit.lang} />)
  })

  app.post('/:region/learning/:enrolment/test/:part{[0-9]+}', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { actor, view } = opened
    const { course, enrolment, region } = view
    const typed = await formOf(context.req)
    const answers = new Map(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith('q-') ? [[name.slice(2), Number.parseInt(value, 10)] as const] : [],
      ),
    )
    await saveAnswers(db, actor, course, enrolment.id, answers)
    // Also when it was handed in meanwhile: the next page says what became of it.
    const part = Number(context.req.param('part'))
    const [attempt] = await attempts(opened)
    const more =
      attempt !== undefined &&
      attempt.handedInAt === null &&
      partsOf(attempt, course.bank)[part] !== undefined
    return context.redirect(
      more
        ? trainingPaths.testPart(region.slug, enrolment.id, part + 1)
        : trainingPaths.test(region.slug, enrolment.id),
      303,
    )
  })

  app.post('/:region/learning/:enrolment/test/hand-in', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { actor, view } = opened
    await handIn(db, actor, view.course, view.enrolment.id)
    return context.redirect(trainingPaths.test(view.region.slug, view.enrolment.id), 303)
  })
  return app
}
