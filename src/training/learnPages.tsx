import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Reader } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Path } from '../ui/path.ts'
import { notTaken } from './before.server.ts'
import type { Course } from './course.ts'
import { EnrolmentPage } from './EnrolmentPage.tsx'
import { beginCourse, leaveCourse } from './enrol.server.ts'
import { whyNotLearn } from './enrolment.ts'
import { ownEnrolment } from './enrolments.server.ts'
import { enterPapers } from './enterPapers.server.ts'
import { LearningPage } from './LearningPage.tsx'
import { answerCheck, checkAnswers, practicePath, readSection, walkPractice } from './learn.server.ts'
import { loadCourseView, loadEnrolmentView, loadLearning, titled } from './learnView.server.ts'
import type { CourseView } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { sourceId } from './links.ts'
import { PracticePage } from './PracticePage.tsx'
import type { Account, LearnDeps, Opened, Taking } from './pageDeps.server.ts'
import { trainingPaths } from './paths.ts'
import { isEnd, turnAt } from './practiceWalk.ts'
import { placeAfter } from './progress.ts'
import { refusalSaid } from './refusalSaid.ts'
import { SectionBlocks } from './SectionBlocks.tsx'
import { SectionPage } from './SectionPage.tsx'
import { testRoutes } from './takePages.tsx'

/** One's own courses: enrolling, reading, practising. All of it works without script. */
export function learnRoutes(deps: LearnDeps): Hono {
  const app = new Hono()
  const { db } = deps
  const enter = (context: Context) => enterPapers(deps, context)
  const opened =
    <View extends CourseView>(
      load: (reader: Reader, account: AccountId, enrolment: string) => Promise<View | null>,
    ) =>
    async (context: Context): Promise<Opened<View> | Response> => {
      const visit = await enter(context)
      if (visit instanceof Response) return visit
      const { actor } = visit
      const id = parseId(context.req.param('enrolment') ?? '')
      if (id === null) return context.notFound()
      const view = await db.read(actor, (reader) => load(reader, actor.accountId, id))
      return view === null ? context.notFound() : { visit, actor, view }
    }
  /** With how far somebody is: the page of the course. */
  const openWhole = opened((reader, account, id) => loadEnrolmentView(reader, deps, account, id))
  const open = opened((reader, account, id) => loadCourseView(reader, deps.library, account, id))
  const take = async (context: Context): Promise<Taking | Response> => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const { actor } = visit
    const id = parseId(context.req.param('enrolment') ?? '')
    const enrolment =
      id === null ? null : await db.read(actor, (reader) => ownEnrolment(reader, actor.accountId, id))
    const course = deps.library.courses.find((one) => one.id === enrolment?.course)
    if (id === null || course === undefined) return context.notFound()
    return { actor, course, enrolmentId: id, slug: context.req.param('region') ?? '' }
  }
  const draw = (context: Context, { visit, view }: Opened, content: Child, status: Status = 200) =>
    context.html(<>{deps.frame(visit, view.region, view.course.title, 'learning', content)}</>, status)

  const showLearning = async (
    context: Context,
    visit: Visit & { actor: Account },
    wrong: string | null = null,
    typed: Readonly<Record<string, string>> = {},
    errors: readonly FieldError[] = [],
    status: Status = 200,
  ) => {
    const email = (await deps.emailOf(visit.actor.accountId)) ?? ''
    const view = await db.read(visit.actor, (reader) =>
      loadLearning(reader, deps.library, visit.actor.accountId, email),
    )
    const page = <LearningPage {...{ view, wrong, typed, errors }} lang={visit.lang} />
    // A form that came back stands at the address of the list.
    const at = { ...visit, here: trainingPaths.learning(view.region.slug) }
    const title = learnWords[visit.lang].title
    return context.html(<>{deps.frame(at, view.region, title, 'learning', page)}</>, status)
  }

  /** Titles of what somebody has to take before a course. */
  const before = async ({ actor }: { readonly actor: Account }, course: Course) => {
    const ids = await db.read(actor, (reader) => notTaken(reader, deps.library, course, actor.accountId))
    return titled(deps.library, ids)
      .map(({ title }) => title)
      .join(', ')
  }

  app.get('/:region/learning', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await showLearning(context, visit)
  })

  app.post('/:region/learning/courses/:course', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const course = deps.library.courses.find((one) => one.id === context.req.param('course'))
    if (course === undefined) return context.notFound()
    const typed = await formOf(context.req)
    const begun = await beginCourse(deps, visit.actor, {
      course,
      email: (await deps.emailOf(visit.actor.accountId)) ?? '',
      name: typed[`name-${course.id}`] ?? null,
      code: typed[`code-${course.id}`] ?? '',
    })
    const slug = context.req.param('region')
    if (begun.ok) return context.redirect(trainingPaths.enrolment(slug, begun.value.enrolmentId), 303)
    const field = begun.field === undefined ? null : `${begun.field}-${course.id}`
    const lacks = begun.code === 'take_before' ? await before(visit, course) : ''
    const message =
      lacks === '' ? refusalSaid(begun.code, visit.lang) : learnWords[visit.lang].errorBefore(lacks)
    const errors = [{ field, message }]
    return await showLearning(context, visit, course.id, typed, errors, statusOf[begun.kind])
  })

  app.get('/:region/learning/:enrolment', async (context) => {
    const opened = await openWhole(context)
    if (opened instanceof Response) return opened
    return draw(context, opened, <EnrolmentPage view={opened.view} lang={opened.visit.lang} />)
  })

  app.post('/:region/learning/:enrolment/leave', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    await leaveCourse(db, opened.actor, opened.view.enrolment.id)
    return context.redirect(trainingPaths.learning(opened.view.region.slug), 303)
  })

  const showSection = async (
    context: Context,
    opened: Opened,
    errors: readonly FieldError[] = [],
    status: Status = 200,
  ) => {
    const { visit, view, actor } = opened
    const { course, enrolment, region } = view
    const place = placeIn(course, context)
    if (place === null || whyNotLearn(enrolment.state) === 'not_approved') return context.notFound()
    const answers = await db.read(actor, (reader) => checkAnswers(reader, enrolment.id, place.lesson.id))
    const { lang } = visit
    const page = (
      <SectionPage
        {...{ view, lang, answers, errors, ...place }}
        sources={deps.library.sources}
        body={(renderCheck) => (
          <SectionBlocks
            section={place.section}
            level={2}
            lang={lang}
            state={region.state}
            pack={deps.packs.get(region.state) ?? null}
            help={deps.help}
            linkFor={(link) => {
              if (link.to === 'source') return `#${sourceId(link.number)}` as Path
              if (link.to === 'lesson')
                return trainingPaths.section(region.slug, enrolment.id, link.id, firstOf(course, link.id))
              // Hand-outs are anybody's: they stand on the public host.
              const handout = trainingPaths.handout(region.slug, course.id, link.id, lang)
              return new URL(handout, deps.publicUrl).href as Path
            }}
            renderCheck={renderCheck}
          />
        )}
      />
    )
    return draw(context, opened, page, status)
  }

  app.get('/:region/learning/:enrolment/lessons/:lesson/:section', async (context) => {
    const opened = await open(context)
    return opened instanceof Response ? opened : await showSection(context, opened)
  })

  app.post('/:region/learning/:enrolment/lessons/:lesson/:section', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { actor, view, visit } = opened
    const { course, enrolment, region } = view
    const found = placeIn(course, context)
    if (found === null) return context.notFound()
    const place = { lesson: found.lesson.id, section: found.section.id }
    const typed = await formOf(context.req)
    const here = trainingPaths.section(region.slug, enrolment.id, place.lesson, place.section)
    if (typed.check !== undefined) {
      const { check } = typed
      const choice = Number.parseInt(typed[`check-${check}`] ?? '', 10)
      const answered = await answerCheck(db, actor, course, enrolment.id, { ...place, check, choice })
      if (answered.ok) return context.redirect(`${here}#check-${encodeURIComponent(check)}`, 303)
      const error = { field: answered.field ?? null, message: refusalSaid(answered.code, visit.lang) }
      return await showSection(context, opened, [error], statusOf[answered.kind])
    }
    const done = await readSection(db, actor, course, enrolment.id, place)
    if (!done.ok) {
      const error = { field: null, message: refusalSaid(done.code, visit.lang) }
      return await showSection(context, opened, [error], statusOf[done.kind])
    }
    const next = placeAfter(course, place)
    return context.redirect(
      next === null || next.lesson !== place.lesson
        ? trainingPaths.enrolment(region.slug, enrolment.id)
        : trainingPaths.section(region.slug, enrolment.id, next.lesson, next.section),
      303,
    )
  })

  app.get('/:region/learning/:enrolment/practice/:practice', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { actor, view, visit } = opened
    const practice = view.course.practice.find((one) => one.id === context.req.param('practice'))
    if (practice === undefined || whyNotLearn(view.enrolment.state) === 'not_approved')
      return context.notFound()
    const path = await db.read(actor, (reader) => practicePath(reader, view.enrolment.id, practice.id))
    return draw(context, opened, <PracticePage {...{ view, practice, path }} lang={visit.lang} />)
  })

  app.post('/:region/learning/:enrolment/practice/:practice', async (context) => {
    const opened = await open(context)
    if (opened instanceof Response) return opened
    const { actor, view, visit } = opened
    const { course, enrolment, region } = view
    const practice = course.practice.find((one) => one.id === context.req.param('practice'))
    if (practice === undefined) return context.notFound()
    const typed = (await formOf(context.req)).path ?? ''
    const path = typed === '' ? [] : typed.split('.').map((step) => Number.parseInt(step, 10))
    const walked = await walkPractice(db, actor, course, enrolment.id, { practice: practice.id, path })
    if (!walked.ok) {
      if (walked.kind === 'missing' || walked.code === 'not_approved') return context.notFound()
      const was = await db.read(actor, (reader) => practicePath(reader, enrolment.id, practice.id))
      const refused = refusalSaid(walked.code, visit.lang)
      const page = <PracticePage {...{ view, practice, refused }} path={was} lang={visit.lang} />
      return draw(context, opened, page, statusOf[walked.kind])
    }
    const turn = turnAt(practice, path)
    // The way is not kept beyond its end, so the answer itself shows it; sent again, it is the same.
    if (turn !== null && isEnd(turn))
      return draw(context, opened, <PracticePage {...{ view, practice, path }} lang={visit.lang} />)
    return context.redirect(`${trainingPaths.practice(region.slug, enrolment.id, practice.id)}#now`, 303)
  })

  app.route('/', testRoutes(deps, { open, openWhole, take, draw }))
  return app
}

function placeIn(course: Course, context: Context) {
  const lesson = course.lessons.find((one) => one.id === context.req.param('lesson'))
  const section = lesson?.sections.find((one) => one.id === context.req.param('section'))
  return lesson === undefined || section === undefined ? null : { lesson, section }
}

function firstOf(course: Course, lesson: string): string {
  return course.lessons.find((one) => one.id === lesson)?.sections[0]?.id ?? ''
}
