import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Db } from '../platform/db.server.ts'
import { loadRegion, regionIdBySlug } from '../region/index.server.ts'
import type { Region, StatePack } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import { type Language, languageOf } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { PublicPage } from '../ui/publicPage.tsx'
import { blocksFor } from './blocksFor.tsx'
import { CoursePage, type CourseProps } from './CoursePage.tsx'
import { CoursesPage } from './CoursesPage.tsx'
import type { Course, Library, Section } from './course.ts'
import { courseWords } from './courseWords.ts'
import { HandoutPage } from './HandoutPage.tsx'
import { LessonPage } from './LessonPage.tsx'
import { spoken, trainingPaths } from './paths.ts'
import { reviewsOf } from './review.server.ts'
import type { Reviewed } from './review.ts'

type Deps = {
  readonly db: Db
  readonly chrome: Chrome
  readonly leaveHref: Path
  readonly library: Library
  readonly packs: ReadonlyMap<string, StatePack>
  /** The region's own front door. */
  readonly home: (region: Region, lang: Language) => Path
}

type Entered = {
  readonly region: Region
  readonly lang: Language
  readonly reviewed: ReadonlyMap<string, Reviewed>
}
type Drawn = {
  readonly title: string
  readonly here: Path
  readonly other: Path
  readonly content: Child
  readonly texts?: readonly Section[]
}

/** What anybody reads of the courses, from memory; only the region and its reviews are asked of the database. */
export function courseRoutes(deps: Deps): Hono {
  const app = new Hono()

  const enter = async (context: Context, courses: readonly Course[]): Promise<Entered | null> => {
    const regionId = await regionIdBySlug(deps.db, context.req.param('region') ?? '')
    if (regionId === null) return null
    const lang = languageOf(context.req.query('lang'))
    return await deps.db.read({ kind: 'visitor', regionId }, async (reader) => ({
      region: await loadRegion(reader),
      reviewed: await reviewsOf(reader, courses),
      lang,
    }))
  }
  const show = (context: Context, { region, lang }: Entered, { title, here, other, content, texts }: Drawn) =>
    context.html(
      <PublicPage
        title={title}
        lang={lang}
        region={region.name}
        home={deps.home(region, lang)}
        stylesheet={deps.chrome.courseStylesheet}
        help={deps.chrome.help}
        leaveHref={deps.leaveHref}
        helpBelow={!(texts ?? []).some(({ blocks }) => blocks.some(({ kind }) => kind === 'help-lines'))}
        languageSwitch={lang === 'en' ? { href: other, label: 'Español' } : { href: here, label: 'English' }}
      >
        {content}
      </PublicPage>,
    )

  app.get('/:region/courses', async (context) => {
    const { courses } = deps.library
    const entered = await enter(context, courses)
    if (entered === null) return context.notFound()
    const here = trainingPaths.courses(entered.region.slug)
    return show(context, entered, {
      title: courseWords[entered.lang].title,
      ...{ here, other: spoken(here, 'es') },
      content: <CoursesPage courses={courses} {...entered} />,
    })
  })

  /** A page of one course; what it doesn't have is not found. */
  const page = (
    path:
      | '/:region/courses/:course'
      | '/:region/courses/:course/lessons/:lesson'
      | '/:region/courses/:course/handouts/:handout',
    draw: (of: CourseProps & Entered, id: string) => Drawn | null,
  ) =>
    app.get(path, async (context) => {
      const params = context.req.param() as Record<string, string>
      const course = deps.library.courses.find(({ id }) => id === params.course)
      if (course === undefined) return context.notFound()
      const entered = await enter(context, [course])
      if (entered === null) return context.notFound()
      const { library, packs, chrome } = deps
      const blocks = blocksFor({ ...entered, course, packs, help: chrome.help })
      const drawn = draw({ ...entered, library, course, blocks }, params.lesson ?? params.handout ?? '')
      return drawn === null ? context.notFound() : show(context, entered, drawn)
    })

  page('/:region/courses/:course', (of) => {
    const here = trainingPaths.course(of.region.slug, of.course.id)
    const content = <CoursePage {...of} reviewed={of.reviewed.get(of.course.id)!} />
    return { title: of.course.title, here, other: spoken(here, 'es'), content, texts: of.course.intro }
  })
  page('/:region/courses/:course/lessons/:lesson', (of, id) => {
    const lesson = of.course.lessons.find((one) => one.id === id)
    if (lesson === undefined) return null
    const here = trainingPaths.lesson(of.region.slug, of.course.id, id)
    const content = <LessonPage {...of} lesson={lesson} />
    return { title: lesson.title, here, other: spoken(here, 'es'), content, texts: lesson.sections }
  })
  page('/:region/courses/:course/handouts/:handout', (of, id) => {
    const handout = of.course.handouts.find((one) => one.id === id)
    if (handout === undefined) return null
    const at = (lang: Language) => trainingPaths.handout(of.region.slug, of.course.id, id, lang)
    const { title } = (of.lang === 'es' ? handout.es : null) ?? handout
    const content = <HandoutPage {...of} handout={handout} />
    return { title, here: at('en'), other: at('es'), content, texts: handout.sections }
  })
  return app
}
