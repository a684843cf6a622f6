import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, type MemberId, parseId } from '../platform/ids.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import { TypedForm } from '../platform/typedForm.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { withdrawStandIn } from './askStandIn.server.ts'
import { coordinatorPlaces } from './coordinatorPlace.ts'
import { onCallFaults } from './faultsSaid.ts'
import { leaveNote, removeNote } from './handOver.server.ts'
import { may } from './may.ts'
import { OnCallPage } from './OnCallPage.tsx'
import {
  addCoordinatorShifts,
  addMemberPeriods,
  removeCoordinatorShift,
  removeMemberPeriod,
} from './onCall.server.ts'
import { readAway, readShifts } from './onCallForm.ts'
import { loadOnCallView } from './onCallView.server.ts'
import type { OnCallView } from './onCallView.ts'
import { onCallWords } from './onCallWords.ts'
import { type OnCallKind, onCallKinds, rosterPaths } from './paths.ts'
import { problem, type RosterCode } from './problems.ts'
import { ShiftSheetPage } from './ShiftSheetPage.tsx'
import { loadShiftSheet } from './shiftSheet.server.ts'
import { shiftSheetFile } from './shiftSheetFile.ts'
import { shiftSheetWords } from './shiftSheetWords.ts'
import { takeShift } from './takeShift.server.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  emailOf(accountId: AccountId): Promise<string | null>
}
type Fields = Readonly<Record<string, string>>

/** Duty: who coordinates, who is on call, who is away. */
export function onCallRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'keep_shifts', null) ? visit : context.notFound()
  }
  const kindOf = (context: Context): OnCallKind | undefined =>
    onCallKinds.find((kind) => kind === context.req.param('kind'))

  const load = async (visit: Visit): Promise<OnCallView> => {
    const { ids, ...view } = await deps.db.read(visit.actor, loadOnCallView)
    const accounts = await Promise.all(ids.map(async (id) => ({ id, name: (await deps.emailOf(id)) ?? '–' })))
    return { ...view, accounts }
  }
  const show = async (
    context: Context,
    visit: Visit,
    wrong: OnCallKind | 'note' | null = null,
    typed: Fields = {},
    errors: readonly FieldError[] = [],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const view = await load(visit)
    const page = <OnCallPage view={view} lang={visit.lang} wrong={wrong} typed={typed} errors={errors} />
    const at = { ...visit, here: rosterPaths.onCall(view.region.slug) }
    return context.html(
      <>{deps.frame(at, view.region, onCallWords[visit.lang].title, 'onCall', page)}</>,
      status,
    )
  }
  const answered = async (
    context: Context,
    visit: Visit,
    kind: OnCallKind | 'note' | null,
    typed: Fields,
    outcome: Outcome<unknown, RosterCode>,
  ) => {
    if (outcome.ok) return context.redirect(rosterPaths.onCall(context.req.param('region') ?? ''), 303)
    const errors = onCallFaults(kind ?? '', [outcome], visit.lang)
    return await show(context, visit, kind, typed, errors, statusOf[outcome.kind])
  }

  app.get('/:region/on-call', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await show(context, visit)
  })

  app.post('/:region/on-call/:kind', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const kind = kindOf(context)
    if (kind === undefined) return context.notFound()
    const posted = await formOf(context.req)
    const typed = Object.fromEntries(
      Object.entries(posted).map(([name, value]) => [name.replace(`${kind}_`, ''), value]),
    )
    const { timeZone } = await deps.db.read(visit.actor, loadRegion)
    const form = new TypedForm<RosterCode>(typed)
    const who = parseId<MemberId & AccountId>(typed[kind === 'coordinators' ? 'coordinator' : 'member'] ?? '')
    if (who === null)
      form.faults.push({ field: kind === 'coordinators' ? 'coordinator' : 'member', code: 'not_a_choice' })
    const place = kind === 'coordinators' ? form.choice('place', coordinatorPlaces) : 'on_call'
    const spans = kind === 'away' ? readAway(form, timeZone) : readShifts(form, typed, timeZone)
    if (who === null || form.faults.length > 0) {
      const errors = onCallFaults(kind, form.faults, visit.lang)
      return await show(context, visit, kind, typed, errors, 400)
    }
    const outcome =
      kind === 'coordinators'
        ? await addCoordinatorShifts(deps.db, visit.actor, { accountId: who, place, spans })
        : await addMemberPeriods(deps.db, visit.actor, kind === 'away' ? 'away' : 'on_call', who, spans)
    return await answered(context, visit, kind, typed, outcome)
  })

  app.post('/:region/on-call/:kind/removal', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const kind = kindOf(context)
    const typed = await formOf(context.req)
    const id = parseId<string & MemberId>(typed.id ?? '')
    const member = parseId<MemberId>(typed.member ?? '')
    if (kind === undefined || id === null) return context.notFound()
    const outcome: Outcome<unknown, RosterCode> =
      kind === 'coordinators'
        ? await removeCoordinatorShift(deps.db, visit.actor, id)
        : member === null
          ? problem('unknown_member')
          : await removeMemberPeriod(deps.db, visit.actor, kind === 'away' ? 'away' : 'on_call', member, id)
    return await answered(context, visit, kind, {}, outcome)
  })

  app.post('/:region/on-call/stand-ins/:request/:step', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('request'))
    const step = steps.get(context.req.param('step'))
    if (step === undefined || id === null) return context.notFound()
    return await answered(context, visit, null, {}, await step(deps.db, visit.actor, id))
  })

  app.get('/:region/hand-over/:sheet{sheet(?:\\.html)?}', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const { coordinators, ...sheet } = await deps.db.read(visit.actor, loadShiftSheet)
    const named = await Promise.all(
      coordinators.map(async (one) => ({ ...one, name: (await deps.emailOf(one.id)) ?? '–' })),
    )
    const alone = context.req.param('sheet') !== 'sheet'
    const { lang } = visit
    const page = <ShiftSheetPage {...{ lang, sheet, alone }} coordinators={named} />
    const title = shiftSheetWords[lang].title
    if (!alone) {
      const at = { ...visit, here: rosterPaths.shiftSheet(sheet.region.slug) }
      return context.html(<>{deps.frame(at, sheet.region, title, 'onCall', page)}</>)
    }
    const day = sheet.now.toZonedDateTimeISO(sheet.region.timeZone).toPlainDate()
    context.header('content-disposition', `attachment; filename="shift-sheet-${day}.html"`)
    return context.html(shiftSheetFile(lang, title, String(page)))
  })

  app.post('/:region/hand-over', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const text = (await formOf(context.req)).note_text ?? ''
    return await answered(context, visit, 'note', { text }, await leaveNote(deps.db, visit.actor, text))
  })

  app.post('/:region/hand-over/:note/removal', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('note'))
    if (id === null) return context.notFound()
    return await answered(context, visit, null, {}, await removeNote(deps.db, visit.actor, id))
  })
  return app
}

const steps = new Map([
  ['taking', takeShift],
  ['withdrawal', withdrawStandIn],
])
