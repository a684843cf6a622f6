import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { StatePack } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Course, Library } from './course.ts'
import { enter, type TeamDeps } from './enter.server.ts'
import { faultsSaid } from './faultsSaid.ts'
import type { Finding } from './finding.ts'
import { may } from './may.ts'
import { PreviewPage } from './PreviewPage.tsx'
import { trainingPaths } from './paths.ts'
import { previewWords, reviewProblemWords } from './previewWords.ts'
import { reviewCourse, reviewsOf } from './review.server.ts'

type Deps = TeamDeps & {
  readonly help: readonly HelpLine[]
  readonly library: Library
  readonly packs: ReadonlyMap<string, StatePack>
  /** What the check finds in a course. */
  findings(course: string): readonly Finding[]
}
type Fields = Readonly<Record<string, string>>

/** A course with all its answers, and where it is marked as reviewed. */
export function previewRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enterCourse = async (
    context: Context,
    act: 'preview' | 'review_course',
  ): Promise<{ visit: Visit; course: Course } | Response> => {
    const visit = await enter(deps, context, (actor) => may(actor, act))
    if (visit instanceof Response) return visit
    const course = deps.library.courses.find(({ id }) => id === context.req.param('course'))
    return course === undefined ? context.notFound() : { visit, course }
  }
  const show = async (
    context: Context,
    { visit, course }: { visit: Visit; course: Course },
    typed: Fields = {},
    errors: readonly FieldError[] = [],
    status: Status = 200,
  ) => {
    const { region, reviewed } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      reviewed: (await reviewsOf(reader, [course])).get(course.id)!,
    }))
    const pack = deps.packs.get(region.state) ?? null
    const page = (
      <PreviewPage
        {...{ region, course, reviewed, typed, errors, lang: visit.lang, library: deps.library }}
        mayReview={may(visit.actor, 'review_course')}
        findings={deps.findings(course.id)}
        blocks={{ state: region.state, pack, help: deps.help }}
      />
    )
    const at = { ...visit, here: trainingPaths.preview(region.slug, course.id) }
    return context.html(<>{deps.frame(at, region, course.title, 'training', page)}</>, status)
  }

  app.get('/:region/training/courses/:course/preview', async (context) => {
    const entered = await enterCourse(context, 'preview')
    return entered instanceof Response ? entered : await show(context, entered)
  })

  app.post('/:region/training/courses/:course/review', async (context) => {
    const entered = await enterCourse(context, 'review_course')
    if (entered instanceof Response) return entered
    const { visit, course } = entered
    const { reviewer = '', licence = '', fingerprint = '' } = await formOf(context.req)
    const outcome = await reviewCourse(deps.db, visit.actor, course, { reviewer, licence, fingerprint })
    if (outcome.ok)
      return context.redirect(trainingPaths.preview(context.req.param('region'), course.id), 303)
    if (outcome.kind === 'missing' || outcome.kind === 'forbidden') return context.notFound()
    const say = previewWords[visit.lang]
    const errors = faultsSaid(reviewProblemWords, [outcome], visit.lang, (field) =>
      field === 'reviewer' || field === 'licence' ? say[field] : undefined,
    )
    return await show(context, entered, { reviewer, licence }, errors, statusOf[outcome.kind])
  })
  return app
}
