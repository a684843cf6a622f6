import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, type MemberId, parseId, type RegionId } from '../platform/ids.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import { TypedForm } from '../platform/typedForm.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { askStandIn, withdrawStandIn } from './askStandIn.server.ts'
import { enterOwn } from './enterOwn.server.tsx'
import { ownFaults } from './faultsSaid.ts'
import { OwnTimePage } from './OwnTimePage.tsx'
import { addMemberPeriods, removeMemberPeriod } from './onCall.server.ts'
import { readAway, readShifts } from './onCallForm.ts'
import { loadOwnTime } from './ownTime.server.ts'
import { ownTimeWords } from './ownTimeWords.ts'
import { type OwnKind, ownKinds, rosterPaths } from './paths.ts'
import type { RosterCode } from './problems.ts'
import { takeShift } from './takeShift.server.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
}
type Fields = Readonly<Record<string, string>>
type Own = { readonly visit: Visit; readonly id: MemberId }

/** Members keep their own shifts and times away. */
export function ownTimeRoutes(deps: Deps): Hono {
  const app = new Hono()
  /** On their own time members act as themselves, whatever else their account may do. */
  const self = ({ visit, id }: Own): Actor => ({ kind: 'member', memberId: id, regionId: visit.regionId })
  const kindOf = (context: Context): OwnKind | undefined =>
    ownKinds.find((kind) => kind === context.req.param('kind'))
  const tableOf = (kind: OwnKind) => (kind === 'away' ? 'away' : 'on_call')

  const show = async (
    context: Context,
    { visit, id }: Own,
    wrong: OwnKind | null = null,
    typed: Fields = {},
    errors: readonly FieldError[] = [],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const view = await deps.db.read(visit.actor, (reader) => loadOwnTime(reader, id))
    const page = <OwnTimePage {...{ view, wrong, typed, errors }} lang={visit.lang} />
    const at = { ...visit, here: rosterPaths.ownTime(view.region.slug) }
    return context.html(
      <>{deps.frame(at, view.region, ownTimeWords[visit.lang].title, 'ownTime', page)}</>,
      status,
    )
  }
  const answered = async (
    context: Context,
    own: Own,
    kind: OwnKind | null,
    typed: Fields,
    outcome: Outcome<unknown, RosterCode>,
  ) => {
    if (outcome.ok) return context.redirect(rosterPaths.ownTime(context.req.param('region') ?? ''), 303)
    const errors = ownFaults(kind ?? '', [outcome], own.visit.lang)
    const wrong = outcome.field === undefined ? null : kind
    return await show(context, own, wrong, typed, errors, statusOf[outcome.kind])
  }

  app.get('/:region/me/on-call', async (context) => {
    const own = await enterOwn(context, deps)
    return 'answer' in own ? own.answer : await show(context, own)
  })

  app.post('/:region/me/on-call/:kind', async (context) => {
    const own = await enterOwn(context, deps)
    if ('answer' in own) return own.answer
    const kind = kindOf(context)
    if (kind === undefined) return context.notFound()
    const posted = await formOf(context.req)
    const typed = Object.fromEntries(
      Object.entries(posted).map(([name, value]) => [name.replace(`${kind}_`, ''), value]),
    )
    const { timeZone } = await deps.db.read(own.visit.actor, loadRegion)
    const form = new TypedForm<RosterCode>(typed)
    const spans = kind === 'away' ? readAway(form, timeZone) : readShifts(form, typed, timeZone)
    if (form.faults.length > 0)
      return await show(context, own, kind, typed, ownFaults(kind, form.faults, own.visit.lang), 400)
    const outcome = await addMemberPeriods(deps.db, self(own), tableOf(kind), own.id, spans)
    return await answered(context, own, kind, typed, outcome)
  })

  app.post('/:region/me/on-call/:kind/removal', async (context) => {
    const own = await enterOwn(context, deps)
    if ('answer' in own) return own.answer
    const kind = kindOf(context)
    const id = parseId((await formOf(context.req)).id ?? '')
    if (kind === undefined || id === null) return context.notFound()
    const outcome = await removeMemberPeriod(deps.db, self(own), tableOf(kind), own.id, id)
    return await answered(context, own, kind, {}, outcome)
  })

  app.post('/:region/me/on-call/shifts/:shift/stand-in', async (context) => {
    const own = await enterOwn(context, deps)
    if ('answer' in own) return own.answer
    const id = parseId(context.req.param('shift'))
    if (id === null) return context.notFound()
    return await answered(context, own, null, {}, await askStandIn(deps.db, self(own), 'member', id))
  })

  app.post('/:region/me/stand-ins/:request/:step', async (context) => {
    const own = await enterOwn(context, deps)
    if ('answer' in own) return own.answer
    const id = parseId(context.req.param('request'))
    const step = steps.get(context.req.param('step'))
    if (step === undefined || id === null) return context.notFound()
    return await answered(context, own, null, {}, await step(deps.db, self(own), id))
  })
  return app
}

const steps = new Map([
  ['taking', takeShift],
  ['withdrawal', withdrawStandIn],
])
