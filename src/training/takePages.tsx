import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { formOf } from '../platform/http.server.ts'
import { type Problem, type Status, statusOf } from '../platform/problem.ts'
import { Notice } from '../ui/notice.tsx'
import type { Attempt } from './attempt.ts'
import type { Course } from './course.ts'
import { EnrolmentPage } from './EnrolmentPage.tsx'
import type { CourseView, EnrolmentView } from './learnView.ts'
import type { LearnDeps, Opened, Taking } from './pageDeps.server.ts'
import { trainingPaths } from './paths.ts'
import { problem, type TrainingCode } from './problems.ts'
import { refusalSaid } from './refusalSaid.ts'
import { partsOf, TestPartPage, TestResultPage, TestReviewPage } from './TestPages.tsx'
import { attemptsOf, beginTest, handIn, saveAnswers } from './test.server.ts'

type Open<View extends CourseView> = (context: Context) => Promise<Opened<View> | Response>
/** Without looking at how far they are: a hundred people hand in at once. */
type Take = (context: Context) => Promise<Taking | Response>
type Draw = (
  context: Context,
  opened: Opened,
  content: Child,
  status?: Status,
) => Response | Promise<Response>

type Refusal = Problem<TrainingCode>

type Ways = {
  readonly open: Open<CourseView>
  readonly openWhole: Open<EnrolmentView>
  readonly take: Take
  readonly draw: Draw
}

/** The test of a course: begun, saved part by part, handed in. */
export function testRoutes({ db, packs }: LearnDeps, { open, openWhole, take, draw }: Ways): Hono {
  const app = new Hono()
  /** The page of the course, with why its test does not go on. */
  const drawRefused = (context: Context, opened: Opened<EnrolmentView>, why: Refusal) => {
    const { view, visit } = opened
    const page = (
      <>
        <Notice tone="bad" live title={refusalSaid(why.code, visit.lang)} />
        <EnrolmentPage view={view} lang={visit.lang} />
      </>
    )
    return draw(context, opened, page, statusOf[why.kind])
  }
  const refused = async (context: Context, why: Refusal) => {
    const opened = await openWhole(context)
    return opened instanceof Response ? opened : drawRefused(context, opened, why)
  }
  const attempts = ({ actor, view }: Opened): Promise<Attempt[]> =>
    db.read(actor, (reader) => attemptsOf(reader, view.enrolment.id))

  app.get('/:region/learning/:enrolment/test', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { view, visit } = opened
    const [last] = await attempts(opened)
    if (last !== undefined && stale(last, view.course))
      return await refused(context, problem('course_changed'))
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
    const opened = await openWhole(context)
    if (opened instanceof Response) return opened
    const { actor, view } = opened
    const { course, enrolment, region } = view
    const begun = await beginTest(db, packs, actor, course, enrolment.id)
    if (begun.ok) return context.redirect(trainingPaths.testPart(region.slug, enrolment.id, 1), 303)
    return drawRefused(context, opened, begun)
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
      stale(attempt, view.course) ||
      partsOf(attempt, view.course.bank)[part - 1] === undefined
    )
      return context.redirect(trainingPaths.test(view.region.slug, view.enrolment.id), 303)
    return draw(context, opened, <TestPartPage {...{ view, attempt, part }} lang={visit.lang} />)
  })

  app.post('/:region/learning/:enrolment/test/:part{[0-9]+}', async (context) => {
    const taking = await take(context)
    if (taking instanceof Response) return taking
    const { actor, course, enrolmentId, slug } = taking
    const typed = await formOf(context.req)
    const answers = new Map(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith('q-') ? [[name.slice(2), Number.parseInt(value, 10)] as const] : [],
      ),
    )
    const saved = await saveAnswers(db, actor, course, enrolmentId, answers)
    // When it was handed in meanwhile the next page says what became of it.
    if (!saved.ok && saved.code !== 'test_handed_in') return await refused(context, saved)
    const part = Number(context.req.param('part'))
    const more = saved.ok && partsOf(saved.value, course.bank)[part] !== undefined
    return context.redirect(
      more ? trainingPaths.testPart(slug, enrolmentId, part + 1) : trainingPaths.test(slug, enrolmentId),
      303,
    )
  })

  app.post('/:region/learning/:enrolment/test/hand-in', async (context) => {
    const taking = await take(context)
    if (taking instanceof Response) return taking
    const { actor, course, enrolmentId, slug } = taking
    const handed = await handIn(db, actor, course, enrolmentId)
    if (!handed.ok && handed.code !== 'test_handed_in') return await refused(context, handed)
    return context.redirect(trainingPaths.test(slug, enrolmentId), 303)
  })
  return app
}

/** Its questions changed while it was open: it is drawn anew on the page of the course. */
const stale = (attempt: Attempt, course: Course) =>
  attempt.handedInAt === null && attempt.fingerprint !== course.fingerprint
