import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Db, Reader } from '../platform/db.server.ts'
import { loadRegion, regionIdBySlug } from '../region/index.server.ts'
import type { Region, StatePack } from '../region/index.ts'
import { type Language, languageOf } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { requiredBefore } from './before.server.ts'
import { blocksFor } from './blocksFor.tsx'
import { CoursePage, type CourseProps } from './CoursePage.tsx'
import { CoursesPage } from './CoursesPage.tsx'
import type { Library, Section } from './course.ts'
import { courseWords } from './courseWords.ts'
import { HandoutPage } from './HandoutPage.tsx'
import { LessonPage } from './LessonPage.tsx'
import { trainingPaths } from './paths.ts'
import { type PublicDeps, publicFrame } from './publicFrame.tsx'
import { reviewsOf } from './review.server.ts'
import type { Reviewed } from './review.ts'

type Deps = PublicDeps & {
  readonly db: Db
  readonly library: Library
  readonly packs: ReadonlyMap<string, StatePack>
}

type Entered = { readonly region: Region; readonly lang: Language }
type OfCourse = Entered & CourseProps & { readonly reviewed: Reviewed; readonly required: readonly string[] }
type Drawn = {
  readonly title: string
  readonly here: Path
  readonly content: Child
  readonly texts?: readonly Section[]
}

/** What anybody reads of the courses, from memory; only the region and its reviews are asked of the database. */
export function courseRoutes(deps: Deps): Hono {
  const app = new Hono()

  const enter = async <T,>(
    context: Context,
    load: (reader: Reader) => Promise<T>,
  ): Promise<(Entered & T) | null> => {
    const regionId = await regionIdBySlug(deps.db, context.req.param('region') ?? '')
    if (regionId === null) return null
    const lang = languageOf(context.req.query('lang'))
    return await deps.db.read({ kind: 'visitor', regionId }, async (reader) => ({
      region: await loadRegion(reader),
      lang,
      ...(await load(reader)),
    }))
  }
  const show = (context: Context, { region, lang }: Entered, { title, here, content, texts }: Drawn) => {
    const stylesheet = deps.chrome.courseStylesheet
    const helpBelow = !(texts ?? []).some(({ blocks }) => blocks.some(({ kind }) => kind === 'help-lines'))
    return context.html(publicFrame(deps, { region, lang, title, here, stylesheet, helpBelow }, content))
  }

  app.get('/:region/courses', async (context) => {
    const { courses } = deps.library
    const entered = await enter(context, async (reader) => ({ reviewed: await reviewsOf(reader, courses) }))
    if (entered === null) return context.notFound()
    const here = trainingPaths.courses(entered.region.slug)
    return show(context, entered, {
      title: courseWords[entered.lang].title,
      here,
      content: <CoursesPage courses={courses} {...entered} />,
    })
  })

  /** A page of one course; what it doesn't have is not found. */
  const page = (
    path:
      | '/:region/courses/:course'
      | '/:region/courses/:course/lessons/:lesson'
      | '/:region/courses/:course/handouts/:handout',
    draw: (of: OfCourse, id: string) => Drawn | null,
  ) =>
    app.get(path, async (context) => {
      const params = context.req.param() as Record<string, string>
      const course = deps.library.courses.find(({ id }) => id === params.course)
      if (course === undefined) return context.notFound()
      const entered = await enter(context, async (reader) => ({
        reviewed: (await reviewsOf(reader, [course])).get(course.id)!,
        required: await requiredBefore(reader, deps.library, course),
      }))
      if (entered === null) return context.notFound()
      const { library, packs, chrome } = deps
      const blocks = blocksFor({ ...entered, course, packs, help: chrome.help })
      const drawn = draw({ ...entered, library, course, blocks }, params.lesson ?? params.handout ?? '')
      return drawn === null ? context.notFound() : show(context, entered, drawn)
    })

  page('/:region/courses/:course', (of) => {
    const here = trainingPaths.course(of.region.slug, of.course.id)
    const content = <CoursePage {...of} />
    return { title: of.course.title, here, content, texts: of.course.intro }
  })
  page('/:region/courses/:course/lessons/:lesson', (of, id) => {
    const lesson = of.course.lessons.find((one) => one.id === id)
    if (lesson === undefined) return null
    const here = trainingPaths.lesson(of.region.slug, of.course.id, id)
    const content = <LessonPage {...of} lesson={lesson} />
    return { title: lesson.title, here, content, texts: lesson.sections }
  })
  page('/:region/courses/:course/handouts/:handout', (of, id) => {
    const handout = of.course.handouts.find((one) => one.id === id)
    if (handout === undefined) return null
    const here = trainingPaths.handout(of.region.slug, of.course.id, id, 'en')
    const { title } = (of.lang === 'es' ? handout.es : null) ?? handout
    const content = <HandoutPage {...of} handout={handout} />
    return { title, here, content, texts: handout.sections }
  })
  return app
}
