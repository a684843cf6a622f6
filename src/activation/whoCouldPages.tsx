import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { seatKinds } from '../incident/index.ts'
import { formOf } from '../platform/http.server.ts'
import {
  type AccountId,
  type ActivationId,
  type AidRequestId,
  type PlanId,
  parseId,
  type RegionId,
} from '../platform/ids.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import { regionDirectory } from '../region/index.server.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { fieldValue, readField } from '../ui/moment.ts'
import { loadAid } from './aidStore.server.ts'
import { allow } from './allow.server.ts'
import { allowables, allowanceReasons } from './allowance.ts'
import { acceptGuest, askNeighbour, guestLeaves } from './askNeighbour.server.ts'
import { wishAhead } from './booking.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { activationPaths } from './paths.ts'
import type { PlanState } from './planState.ts'
import { type ActivationCode, problem } from './problems.ts'
import { suggestStart } from './session.ts'
import { problemWords } from './teamWords.ts'
import { loadActivationView } from './view.server.ts'
import type { ActivationView } from './view.ts'
import { WhoCouldPage } from './WhoCouldPage.tsx'
import { answerTo, questionOf } from './whoCould.server.ts'
import { whoCouldWords } from './whoCouldWords.ts'

type Fields = Readonly<Record<string, string>>

/** Who could come at which time, and what a coordinator allows so that a team exists. */
export function whoCouldRoutes(deps: TeamDeps, entered: Entered): Hono {
  const app = new Hono()
  const found = async (context: Context, visit: Visit) => {
    const id = parseId<ActivationId>(context.req.param('id') ?? '')
    const planId = parseId<PlanId>(context.req.param('plan') ?? '')
    if (id === null || planId === null) return null
    const view = await deps.db.read(visit.actor, (reader) => loadActivationView(reader, id))
    const plan = view?.plans.find((one) => one.id === planId)
    if (!view || plan === undefined || plan.end !== null) return null
    return { view: { ...view, accounts: await accountsIn(deps, [plan]) }, plan }
  }
  const show = async (
    context: Context,
    visit: Visit,
    { view, plan }: { view: ActivationView; plan: PlanState },
    typed: Fields,
    refused: readonly FieldError[],
    status: 200 | 400 | 409 = 200,
  ) => {
    const { lang } = visit
    const { timeZone } = view.region
    const { booking } = view.activation
    const wish = booking === null ? null : wishAhead(booking, view.now)
    const suggested = wish ?? suggestStart(plan.window, plan.type, view.now, view.policy.team)
    const start =
      plan.approval?.startsAt ??
      (typed.startsAt === undefined ? suggested : readField(typed.startsAt, timeZone))
    const wrong = plan.approval === null ? startError(start, plan, view, visit) : null
    const neighbours = {
      regions: (await regionDirectory(deps.db)).filter((one) => one.regionId !== view.region.id),
      requests: await deps.db.read(visit.actor, (reader) => loadAid(reader, { ofPlan: plan.id })),
    }
    const question =
      wrong === null && start !== null
        ? await deps.db.read(visit.actor, (reader) => questionOf(reader, plan.id, start))
        : null
    const answer = question === null ? null : await answerTo(question, deps.solve)
    const errors = [...(wrong === null ? [] : [wrong]), ...refused]
    const shown = { ...typed, startsAt: typed.startsAt ?? fieldValue(suggested, timeZone) }
    const content = (
      <WhoCouldPage
        view={view}
        plan={plan}
        lang={lang}
        typed={shown}
        errors={errors}
        answer={answer}
        neighbours={neighbours}
      />
    )
    const at = {
      ...visit,
      here: activationPaths.whoCould(view.region.slug, view.activation.id, plan.id),
    }
    return context.html(
      <>{deps.frame(at, view.region, whoCouldWords[lang].title, 'activations', content)}</>,
      wrong === null ? status : 400,
    )
  }

  app.get('/:region/activations/:id/plans/:plan/who-could-come', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const here = await found(context, visit)
    if (here === null) return context.notFound()
    const startsAt = context.req.query('startsAt')
    return await show(context, visit, here, startsAt === undefined ? {} : { startsAt }, [])
  })

  app.post('/:region/activations/:id/plans/:plan/allowance', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const here = await found(context, visit)
    if (here === null) return context.notFound()
    const typed = await formOf(context.req)
    const what = allowables.filter((one) => typed[`allow_${one}`] === 'yes')
    const reason = allowanceReasons.find((one) => one === typed.reason) ?? null
    const done = await allow(deps.db, visit.actor, here.plan.id, what, reason)
    if (done.ok) {
      const path = activationPaths.whoCould(here.view.region.slug, here.view.activation.id, here.plan.id)
      const query = typed.startsAt ? `?${new URLSearchParams({ startsAt: typed.startsAt })}` : ''
      return context.redirect(`${path}${query}`, 303)
    }
    const error = { field: done.field ?? null, message: problemWords[visit.lang][done.code] }
    const status = statusOf[done.kind]
    return await show(context, visit, here, typed, [error], status === 409 ? 409 : 400)
  })
  /** Back to the page, or the page with what is wrong and what was typed. */
  const answered = async (
    context: Context,
    visit: Visit,
    here: { view: ActivationView; plan: PlanState },
    typed: Fields,
    done: Outcome<unknown, ActivationCode>,
  ) => {
    if (done.ok)
      return context.redirect(
        activationPaths.whoCould(here.view.region.slug, here.view.activation.id, here.plan.id),
        303,
      )
    const error = { field: done.field ?? null, message: problemWords[visit.lang][done.code] }
    return await show(context, visit, here, typed, [error], statusOf[done.kind] === 409 ? 409 : 400)
  }
  const acting = (
    last: 'neighbour' | 'guest' | 'guest-leaves',
    act: (visit: Visit, plan: PlanId, typed: Fields) => Promise<Outcome<unknown, ActivationCode>>,
  ) =>
    app.post(`/:region/activations/:id/plans/:plan/${last}`, async (context) => {
      const visit = await entered(context)
      if (visit instanceof Response) return visit
      const here = await found(context, visit)
      if (here === null) return context.notFound()
      const typed = await formOf(context.req)
      return await answered(context, visit, here, typed, await act(visit, here.plan.id, typed))
    })
  acting('neighbour', async (visit, plan, typed) => {
    const kind = seatKinds.find((one) => one === typed.kind)
    const region = parseId<RegionId>(typed.region ?? '')
    if (kind === undefined) return problem('seat_missing', 'kind')
    if (region === null) return problem('unknown_neighbour', 'region')
    const asked = { kind, region, consent: typed.consent === 'yes' }
    return await askNeighbour(deps.db, visit.actor, plan, asked)
  })
  acting('guest', async (visit, plan, typed) => {
    const request = parseId<AidRequestId>(typed.request ?? '')
    return request === null
      ? problem('not_needed_any_more')
      : await acceptGuest(deps.db, visit.actor, plan, request)
  })
  acting('guest-leaves', async (visit, plan, typed) => {
    const request = parseId<AidRequestId>(typed.request ?? '')
    return request === null
      ? problem('not_on_the_team')
      : await guestLeaves(deps.db, visit.actor, plan, request)
  })
  return app
}

/** Those who allowed something for these plans, as they are shown. */
export async function accountsIn(
  deps: Pick<TeamDeps, 'nameOf'>,
  plans: readonly PlanState[],
  others: readonly AccountId[] = [],
): Promise<ReadonlyMap<string, string>> {
  const accounts = new Map<string, string>()
  const wanted = [...plans.flatMap((plan) => plan.allowed.map((one) => one.by)), ...others]
  for (const by of new Set(wanted)) {
    const name = await deps.nameOf(by)
    if (name !== null) accounts.set(by, name)
  }
  return accounts
}

function startError(
  start: Temporal.Instant | null,
  { window }: PlanState,
  { now }: ActivationView,
  { lang }: Visit,
): FieldError | null {
  const say = whoCouldWords[lang]
  const error = (message: string) => ({ field: 'startsAt', message })
  if (start === null) return error(say.unreadable)
  if (Temporal.Instant.compare(start, now) < 0) return error(say.past)
  const inside =
    Temporal.Instant.compare(window.opens, start) <= 0 && Temporal.Instant.compare(start, window.closes) < 0
  return inside ? null : error(say.outside)
}
