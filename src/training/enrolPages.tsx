import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { emailFrom } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion, regionIdBySlug } from '../region/index.server.ts'
import type { Region, StatePack } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { type Language, languageOf } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { requiredBefore } from './before.server.ts'
import type { Course, Library } from './course.ts'
import { EnrolAskedPage, EnrolPage } from './EnrolPage.tsx'
import type { EntryMode } from './enrolment.ts'
import { enrolWords, namedWords } from './enrolWords.ts'
import { entryOf } from './entry.server.ts'
import { type Fault, faultsSaid } from './faultsSaid.ts'
import { askToEnrol } from './naming.server.ts'
import { spoken, trainingPaths } from './paths.ts'
import { type PublicDeps, publicFrame } from './publicFrame.tsx'

type Deps = PublicDeps & {
  readonly db: Db
  readonly secrets: Secrets
  readonly library: Library
  readonly packs: ReadonlyMap<string, StatePack>
  readonly teamUrl: URL
}
type Entered = {
  readonly regionId: RegionId
  readonly region: Region
  readonly course: Course
  /** Whose certificates it asks for today. */
  readonly before: readonly Course[]
  readonly mode: EntryMode
  readonly lang: Language
}

/** Enrolling without an account: no script, no cookie, and one answer to every address. */
export function enrolRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Entered | null> => {
    const regionId = await regionIdBySlug(deps.db, context.req.param('region') ?? '')
    const course = deps.library.courses.find(({ id }) => id === context.req.param('course'))
    if (regionId === null || course === undefined) return null
    return await deps.db.read({ kind: 'visitor', regionId }, async (reader) => {
      const required = await requiredBefore(reader, deps.library, course)
      return {
        ...{ regionId, course },
        before: deps.library.courses.filter(({ id }) => required.includes(id)),
        region: await loadRegion(reader),
        mode: await entryOf(reader, course.id),
        lang: languageOf(context.req.query('lang')),
      }
    })
  }
  const draw = (
    context: Context,
    { region, lang }: Entered,
    here: Path,
    title: string,
    content: Child,
    status: Status = 200,
  ) => {
    const stylesheet = deps.chrome.publicStylesheet
    return context.html(publicFrame(deps, { region, lang, title, here, stylesheet }, content), status)
  }
  const showForm = (
    context: Context,
    entered: Entered,
    typed: Readonly<Record<string, string>> = {},
    errors: readonly FieldError[] = [],
    status: Status = 200,
  ) => {
    const { slug } = entered.region
    const learning = new URL(trainingPaths.learning(slug), deps.teamUrl).href as Path
    const page = <EnrolPage {...{ ...entered, learning, typed, errors }} />
    const here = trainingPaths.enrol(slug, entered.course.id)
    return draw(context, entered, here, enrolWords[entered.lang].pageTitle, page, status)
  }

  app.get('/:region/courses/:course/enrolment', async (context) => {
    const entered = await enter(context)
    return entered === null ? context.notFound() : showForm(context, entered)
  })

  app.post('/:region/courses/:course/enrolment', async (context) => {
    const entered = await enter(context)
    if (entered === null) return context.notFound()
    const { regionId, region, course, lang } = entered
    const typed = await formOf(context.req)
    const { name = '', email = '', code = '' } = typed
    const asked = await askToEnrol(deps, regionId, course, { name, email, code })
    if (asked.ok) return context.redirect(spoken(trainingPaths.enrolAsked(region.slug, course.id), lang), 303)
    // Closed to whoever brings no code: that is the field to fill.
    const field = asked.code === 'course_closed' ? 'code' : asked.field
    const faults: Fault[] = [{ code: asked.code, field }]
    // Whoever left both empty is told of both at once.
    if (asked.code === 'name_missing' && emailFrom(email) === null)
      faults.push({ code: 'email_malformed', field: 'email' })
    const errors = faultsSaid(namedWords, faults, lang, (of) =>
      of === 'code' || of === 'name' || of === 'email' ? enrolWords[lang][of] : undefined,
    )
    return showForm(context, entered, typed, errors, statusOf[asked.kind])
  })

  app.get('/:region/courses/:course/enrolment/asked', async (context) => {
    const entered = await enter(context)
    if (entered === null) return context.notFound()
    const here = trainingPaths.enrolAsked(entered.region.slug, entered.course.id)
    return draw(context, entered, here, enrolWords[entered.lang].askedTitle, <EnrolAskedPage {...entered} />)
  })
  return app
}
