import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formDataOf, formOf } from '../platform/http.server.ts'
import { type AgencyId, parseId } from '../platform/ids.ts'
import { type Outcome, type Status, statusOf } from '../platform/problem.ts'
import type { Path } from '../ui/path.ts'
import { dayIn } from './classMeetings.ts'
import type { Course } from './course.ts'
import { entryModes } from './enrolment.ts'
import { isDigits } from './enterClasses.server.tsx'
import { endCode, makeCode, setEntry, setSeats } from './entry.server.ts'
import { faultsSaid } from './faultsSaid.ts'
import { KeptCoursePage, savedThings } from './KeptCoursePage.tsx'
import { loadKept } from './keepView.server.ts'
import { keepProblemWords, keepWords } from './keepWords.ts'
import type { CheckedList } from './ListForm.tsx'
import { limits } from './limits.ts'
import { listUploadWords } from './listWords.ts'
import type { KeepDeps } from './pageDeps.server.ts'
import { trainingPaths } from './paths.ts'
import { problem, type TrainingCode } from './problems.ts'
import { seatsProblemWords } from './seatsWords.ts'
import { takeBackSeat } from './takeBack.server.ts'
import { takeList } from './takeList.server.ts'

type Fields = Readonly<Record<string, string>>
type Entered = { readonly visit: Visit; readonly course: Course }
type Drawn = {
  readonly typed?: Fields
  readonly wrong?: { readonly field: string | null; readonly message: string } | undefined
  readonly checked?: CheckedList
  readonly status?: Status
}

/** One course for whoever keeps it: entry, codes, seats, lists, and who is in it. */
export function keptRoutes(
  deps: KeepDeps,
  enterKeeper: (context: Context) => Promise<Visit | Response>,
): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Entered | Response> => {
    const visit = await enterKeeper(context)
    if (visit instanceof Response) return visit
    const course = deps.library.courses.find(({ id }) => id === context.req.param('course'))
    if (course === undefined) return context.notFound()
    // Into an outline there is no way yet, so none can be made.
    return course.depth === 'outline' && context.req.method === 'POST'
      ? context.notFound()
      : { visit, course }
  }
  const show = async (context: Context, { visit, course }: Entered, drawn: Drawn = {}) => {
    const { actor, lang } = visit
    const { typed = {}, wrong, checked = null, status = 200 } = drawn
    const view = await deps.db.read(actor, (reader) => loadKept(reader, course))
    const { slug } = view.region
    const said = context.req.query('saved')
    const say = keepWords[lang]
    const labels: Fields = {
      ...{ mode: say.entry, uses: say.uses, expires: say.expires, agency: say.codeAgency },
      ...{ seatAgency: say.agency, seats: say.seatCount, file: say.file, pasted: say.list },
    }
    const errors = wrong === undefined ? [] : [{ ...wrong, label: labels[wrong.field ?? ''] }]
    const page = (
      <KeptCoursePage
        {...{ view, lang, typed, errors, checked }}
        saved={savedThings.find((one) => one === said) ?? null}
        open={new URL(trainingPaths.course(slug, course.id), deps.publicUrl).href as Path}
      />
    )
    const at = { ...visit, here: trainingPaths.keptCourse(slug, course.id) }
    return context.html(<>{deps.frame(at, view.region, course.title, 'training', page)}</>, status)
  }
  const back = (context: Context, { course }: Entered, saved: (typeof savedThings)[number]) =>
    context.redirect(
      `${trainingPaths.keptCourse(context.req.param('region') ?? '', course.id)}?saved=${saved}`,
      303,
    )
  /** A form of the page: saved, or shown again with what was typed. */
  const form = (
    what: 'entry' | 'codes' | 'seats',
    saved: (typeof savedThings)[number],
    act: (entered: Entered, typed: Fields) => Promise<Outcome<unknown, TrainingCode>>,
    fieldOf: (field: string) => string = (field) => field,
  ) =>
    app.post(`/:region/training/courses/:course/${what}`, async (context) => {
      const entered = await enter(context)
      if (entered instanceof Response) return entered
      const typed = await formOf(context.req)
      const outcome = await act(entered, typed)
      if (outcome.ok) return back(context, entered, saved)
      if (outcome.kind === 'forbidden' || outcome.kind === 'missing') return context.notFound()
      const fault = { code: outcome.code, field: outcome.field && fieldOf(outcome.field) }
      const [wrong] = faultsSaid(keepProblemWords, [fault], entered.visit.lang)
      return await show(context, entered, { typed, wrong, status: statusOf[outcome.kind] })
    })

  app.get('/:region/training/courses/:course', async (context) => {
    const entered = await enter(context)
    return entered instanceof Response ? entered : await show(context, entered)
  })

  form('entry', 'entry', async ({ visit, course }, typed) => {
    const mode = entryModes.find((one) => one === typed.mode)
    return mode === undefined
      ? problem('not_a_choice', 'mode')
      : await setEntry(deps.db, visit.actor, course.id, mode)
  })

  form('codes', 'code', async ({ visit, course }, { uses = '', expires = '', agency = '' }) => {
    const agencyId = parseId<AgencyId>(agency)
    if (!isDigits(uses) || Number(uses) < 1 || Number(uses) > limits.codeUses)
      return problem('number_wrong', 'uses')
    const expiresOn = dayIn(expires)
    if (expiresOn === null) return problem('day_missing', 'expires')
    if (agency !== '' && agencyId === null) return problem('not_a_choice', 'agency')
    return await makeCode(deps.db, visit.actor, {
      ...{ course: course.id, uses: Number(uses), expiresOn, agencyId },
    })
  })

  app.post('/:region/training/courses/:course/codes/:code/end', async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const id = parseId<string>(context.req.param('code'))
    if (id === null || !(await endCode(deps.db, entered.visit.actor, id)).ok) return context.notFound()
    return back(context, entered, 'ended')
  })

  form(
    'seats',
    'seats',
    async ({ visit, course }, { seatAgency = '', seats = '' }) => {
      const agencyId = parseId<AgencyId>(seatAgency)
      if (agencyId === null) return problem('not_a_choice', 'agency')
      if (!isDigits(seats) || Number(seats) > limits.agencySeats) return problem('number_wrong', 'seats')
      return await setSeats(deps.db, visit.actor, { course: course.id, agencyId, seats: Number(seats) })
    },
    (field) => (field === 'agency' ? 'seatAgency' : field),
  )

  app.post('/:region/training/courses/:course/seats/:naming/withdrawal', async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const { visit, course } = entered
    const id = parseId<string>(context.req.param('naming'))
    const agencyId = parseId<AgencyId>((await formOf(context.req)).agency ?? '')
    if (id === null || agencyId === null) return context.notFound()
    const freed = await takeBackSeat(deps.db, visit.actor, [], { id, course: course.id, agencyId })
    if (freed.ok) return back(context, entered, 'freed')
    if (freed.code !== 'seat_not_waiting') return context.notFound()
    const wrong = { field: null, message: seatsProblemWords[visit.lang].seat_not_waiting }
    return await show(context, entered, { wrong, status: statusOf[freed.kind] })
  })

  app.post('/:region/training/courses/:course/list', async (context) => {
    const entered = await enter(context)
    if (entered instanceof Response) return entered
    const { visit, course } = entered
    const taken = await takeList(deps, visit.actor, course, await formDataOf(context.req))
    if (taken.kind === 'not_allowed') return context.notFound()
    if (taken.kind === 'saved') return back(context, entered, 'list')
    const typed = { pasted: taken.pasted }
    if (taken.kind === 'unread') {
      const wrong = { field: taken.field, message: listUploadWords[visit.lang][taken.code] }
      return await show(context, entered, { typed, wrong, status: 400 })
    }
    const { checked, changed } = taken
    const wrong = { field: null, message: keepWords[visit.lang].changedMeanwhile }
    return await show(context, entered, { typed, checked, ...(changed ? { wrong, status: 409 } : {}) })
  })
  return app
}
