import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { type Outcome, type Status, statusOf } from '../platform/problem.ts'
import { attendanceField } from './AttendanceForm.tsx'
import { enterAttendance } from './attendance.server.ts'
import { ClassPage } from './ClassPage.tsx'
import { cancelClass, moreSeats } from './classes.server.ts'
import { withInstructors } from './classesView.server.ts'
import { dayIn, type Fault } from './classMeetings.ts'
import { classFaults } from './classProblems.ts'
import { loadClassView } from './classView.server.ts'
import type { Came } from './classView.ts'
import { classWords } from './classWords.ts'
import { type ClassDeps, enterClasses, isDigits } from './enterClasses.server.tsx'
import { trainingPaths } from './paths.ts'
import { problem, type TrainingCode } from './problems.ts'
import { signOffField } from './SignOffForm.tsx'
import { signOff } from './signOff.server.ts'
import { type Verdict, verdicts } from './verdict.ts'

type Typed = Readonly<Record<string, string>>

/** The page of whoever teaches a class, and what they enter there. */
export function classRoomRoutes(deps: ClassDeps): Hono {
  const app = new Hono()

  const show = async (
    context: Context,
    visit: Visit,
    id: string,
    came: Came | null = null,
    faults: readonly { code: TrainingCode; field?: string }[] = [],
    status: Status = 200,
  ) => {
    const found = await deps.db.read(visit.actor, (reader) => loadClassView(reader, deps.library, id))
    if (found === null) return context.notFound()
    const [one] = await withInstructors([found.one], deps.nameOf)
    const view = { ...found, one: one! }
    const { region } = view
    const say = classWords[visit.lang]
    const labelOf = (field: string) => {
      if (field === 'seats') return say.seats
      const [first = '', second = ''] = field.split('_')
      const person = view.seated.find(({ enrolmentId }) => enrolmentId === first || enrolmentId === second)
      return person?.name
    }
    const errors = classFaults(faults, visit.lang, labelOf)
    const page = <ClassPage view={view} lang={visit.lang} came={came} errors={errors} />
    const at = { ...visit, here: trainingPaths.class(region.slug, id) }
    return context.html(<>{deps.frame(at, region, view.one.title, 'classes', page)}</>, status)
  }

  /** One form on a class's page: whoever may enter it, its ids, and what came of it. */
  const form = (
    path: `/:region/classes/:class/${string}`,
    work: (
      visit: Visit,
      id: string,
      typed: Typed,
      part: string,
    ) => Promise<{ outcome: Outcome<unknown, TrainingCode>; faults?: readonly Fault[]; form?: string }>,
  ) =>
    app.post(path, async (context) => {
      const visit = await enterClasses(deps, context, 'classes')
      if (visit instanceof Response) return visit
      const id = parseId<string>(context.req.param('class') ?? '')
      const last = context.req.param('meeting') ?? context.req.param('enrolment')
      const part = last === undefined ? '' : parseId<string>(last)
      if (id === null || part === null) return context.notFound()
      const typed = await formOf(context.req)
      const { outcome, faults, form } = await work(visit, id, typed, part)
      if (outcome.ok) return context.redirect(trainingPaths.class(context.req.param('region') ?? '', id), 303)
      if (outcome.kind === 'missing') return context.notFound()
      const came = form === undefined ? null : { form, typed }
      return await show(context, visit, id, came, faults ?? [outcome], statusOf[outcome.kind])
    })

  app.get('/:region/classes/:class', async (context) => {
    const visit = await enterClasses(deps, context, 'classes')
    if (visit instanceof Response) return visit
    const id = parseId<string>(context.req.param('class'))
    return id === null ? context.notFound() : await show(context, visit, id)
  })

  form('/:region/classes/:class/seats', async (visit, id, typed) => ({
    form: 'seats',
    outcome: isDigits(typed.seats)
      ? await moreSeats(deps.db, visit.actor, id, Number(typed.seats))
      : problem('number_wrong', 'seats'),
  }))

  form('/:region/classes/:class/cancellation', async (visit, id) => ({
    outcome: await cancelClass(deps.db, visit.actor, id),
  }))

  form('/:region/classes/:class/attendance/:meeting', async (visit, id, typed, meeting) => {
    const minutes = new Map<string, number>()
    const faults: Fault[] = []
    for (const [name, text] of Object.entries(typed)) {
      const enrolment = name.startsWith(`${meeting}_`)
        ? parseId<string>(name.slice(meeting.length + 1))
        : null
      if (enrolment === null) continue
      if (isDigits(text)) minutes.set(enrolment, Number(text))
      else faults.push({ field: name, code: 'number_wrong' })
    }
    if (faults.length > 0) return { form: meeting, outcome: problem('number_wrong'), faults }
    const outcome = await enterAttendance(deps.db, visit.actor, id, meeting, minutes)
    if (outcome.ok || outcome.field === undefined) return { form: meeting, outcome }
    const field = attendanceField(meeting, outcome.field)
    return { form: meeting, outcome, faults: [{ field, code: outcome.code }] }
  })

  form('/:region/classes/:class/sign-offs/:enrolment', async (visit, id, typed, enrolment) => {
    const observedOn = dayIn(typed[signOffField(enrolment, 'day')] ?? '')
    const given = new Map<string, Verdict>()
    for (const [name, text] of Object.entries(typed)) {
      const verdict = verdicts.find((one) => one === text)
      if (verdict !== undefined && name.startsWith(`${enrolment}_`))
        given.set(name.slice(enrolment.length + 1), verdict)
    }
    const outcome =
      observedOn === null
        ? problem('day_missing', 'day')
        : await signOff(deps, visit.actor, id, enrolment, { observedOn, verdicts: given })
    if (outcome.ok || outcome.field === undefined) return { form: enrolment, outcome }
    const field = signOffField(enrolment, outcome.field)
    return { form: enrolment, outcome, faults: [{ field, code: outcome.code }] }
  })

  return app
}
