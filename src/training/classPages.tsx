import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, newId, parseId } from '../platform/ids.ts'
import { type Status, statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import { instructorsFor, planClass } from './classes.server.ts'
import { type Fault, readMeetings } from './classMeetings.ts'
import { classOwnRoutes } from './classOwnPages.tsx'
import { classFaults } from './classProblems.ts'
import { classRoomRoutes } from './classRoomPages.tsx'
import { classWords } from './classWords.ts'
import { type ClassDeps, enterClasses, isDigits, showClasses } from './enterClasses.server.tsx'
import { may } from './may.ts'
import { PlanClassPage, planLabel } from './PlanClassPage.tsx'
import { trainingPaths } from './paths.ts'

/** Classes: what is coming, planning them, and each one's pages. */
export function classRoutes(deps: ClassDeps): Hono {
  const app = new Hono()

  app.get('/:region/classes', async (context) => {
    const visit = await enterClasses(deps, context, 'own_learning')
    return visit instanceof Response ? visit : await showClasses(deps, context, visit)
  })

  const showPlan = async (
    context: Context,
    visit: Visit,
    id: string,
    typed: Readonly<Record<string, string>> = {},
    faults: readonly Fault[] = [],
    status: Status = 200,
  ) => {
    const { region, ids } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      ids: await instructorsFor(reader, visit.actor),
    }))
    const instructors = await Promise.all(
      ids.map(async (value) => ({ value, label: (await deps.nameOf(value)) ?? '–' })),
    )
    const page = (
      <PlanClassPage
        {...{ region, id, instructors, typed }}
        lang={visit.lang}
        courses={deps.library.courses
          .filter((course) => course.depth === 'full')
          .map((course) => ({ value: course.id, label: course.title, lang: 'en' }))}
        errors={classFaults(faults, visit.lang, (field) => planLabel(field, visit.lang))}
      />
    )
    const at = { ...visit, here: trainingPaths.newClass(region.slug) }
    const title = classWords[visit.lang].newTitle
    return context.html(<>{deps.frame(at, region, title, 'classes', page)}</>, status)
  }

  const enterPlanning = async (context: Context): Promise<Visit | Response> => {
    const visit = await enterClasses(deps, context, 'classes')
    if (visit instanceof Response) return visit
    return may(visit.actor, 'teach') || may(visit.actor, 'keep_classes') ? visit : context.notFound()
  }

  app.get('/:region/classes/new', async (context) => {
    const visit = await enterPlanning(context)
    return visit instanceof Response ? visit : await showPlan(context, visit, newId())
  })

  app.post('/:region/classes/new', async (context) => {
    const visit = await enterPlanning(context)
    if (visit instanceof Response) return visit
    const typed = await formOf(context.req)
    const id = parseId(typed.id ?? '') ?? newId<string>()
    const { region, now } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      now: reader.now,
    }))
    const { meetings, faults } = readMeetings(typed, region.timeZone, now)
    const instructor = parseId<AccountId>(typed.instructor ?? '')
    if (!deps.library.courses.some((course) => course.id === typed.course))
      faults.unshift({ field: 'course', code: 'not_a_choice' })
    if ((typed.place ?? '') === '') faults.push({ field: 'place', code: 'text_missing' })
    if (!isDigits(typed.seats)) faults.push({ field: 'seats', code: 'number_wrong' })
    if (instructor === null) faults.push({ field: 'instructor', code: 'not_a_choice' })
    if (instructor === null || faults.length > 0)
      return await showPlan(context, visit, id, typed, faults, 400)
    const planned = await planClass(deps, visit.actor, {
      ...{ id, course: typed.course!, place: typed.place!, seats: Number(typed.seats), instructor, meetings },
    })
    if (planned.ok) return context.redirect(trainingPaths.class(region.slug, planned.value.id), 303)
    const fault = planned.field === undefined ? [] : [{ field: planned.field, code: planned.code }]
    return await showPlan(context, visit, id, typed, fault, statusOf[planned.kind])
  })

  app.route('/', classOwnRoutes(deps))
  app.route('/', classRoomRoutes(deps))
  return app
}
