import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { loadActivation, loadPlans } from '../activation/index.server.ts'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import {
  type AccountId,
  type ActivationId,
  type MemberId,
  type PlanId,
  parseId,
  type RegionId,
} from '../platform/ids.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { loadMembers } from '../roster/index.server.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { type AfterPlan, FollowUpsPage } from './FollowUpsPage.tsx'
import { enteredKinds } from './followUp.ts'
import {
  enterFollowUp,
  followUpDone,
  loadFollowUps,
  moveFollowUp,
  runsFollowUps,
} from './followUps.server.ts'
import { followUpWords } from './followUpWords.ts'
import { giveFollowUp } from './giveFollowUp.server.ts'
import { interventionPaths } from './paths.ts'
import type { InterventionCode } from './problems.ts'
import { whoLeft } from './whoSat.server.ts'
import { problemWords } from './words.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
}
type Own = { readonly visit: Visit; readonly memberId: MemberId | null; readonly runs: boolean }
type Fields = Readonly<Record<string, string>>
type Shown = { readonly own: boolean; readonly plan: PlanId | null }

/** What is due after a session: somebody's own, or everybody's for whoever coordinates. */
export function followUpRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Own | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    if (visit.actor.kind !== 'account') return context.notFound()
    const memberId = await deps.memberOf(visit.actor.accountId, visit.regionId)
    const runs = runsFollowUps(visit.actor)
    return memberId === null && !runs ? context.notFound() : { visit, memberId, runs }
  }

  const show = async (
    context: Context,
    { visit, memberId }: Own,
    { own, plan }: Shown,
    typed: Fields = {},
    errors: readonly FieldError[] = [],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const asked = context.req.query('show')
    const which = asked === 'late' || asked === 'all' ? asked : 'open'
    const view = await deps.db.read(visit.actor, async (reader) => {
      const rows = await loadFollowUps(reader, {
        ...(own ? { owner: memberId! } : {}),
        ...(plan === null ? {} : { plan }),
        ...(plan === null && which !== 'all' ? { open: true as const } : {}),
        ...(which === 'late' ? { late: true as const } : {}),
      })
      const agencies = new Map((await loadAgencies(reader)).map((one) => [one.id, one]))
      const plans = new Map<string, AfterPlan>()
      for (const planId of new Set([...rows.map((row) => row.planId), ...(plan === null ? [] : [plan])])) {
        const [found] = await loadPlans(reader, { planId })
        if (found === undefined) continue
        const agency = agencies.get(found.agencyId)
        const request = (await loadActivation(reader, found.activationId))?.request ?? null
        plans.set(planId, {
          plan: found,
          agency: agency?.name ?? '–',
          ring: [
            ...(request === null ? [] : [{ name: request.requesterName, phone: request.callbackPhone }]),
            ...(agency?.phone ? [{ name: agency.name, phone: agency.phone }] : []),
          ],
        })
      }
      return {
        region: await loadRegion(reader),
        now: reader.now,
        rows,
        plans,
        left: await whoLeft(reader),
        names: new Map((await loadMembers(reader)).map((member) => [member.id, member.name])),
      }
    })
    const { lang } = visit
    const page = (
      <FollowUpsPage
        {...view}
        {...{ lang, own, typed, errors }}
        show={which}
        plan={plan === null ? null : (view.plans.get(plan)?.plan ?? null)}
      />
    )
    const { slug } = view.region
    const at = { ...visit, here: own ? interventionPaths.mine(slug) : interventionPaths.followUps(slug) }
    const title = own ? followUpWords[lang].mineTitle : followUpWords[lang].title
    return context.html(<>{deps.frame(at, view.region, title, own ? 'mine' : 'activations', page)}</>, status)
  }

  const answered = async (
    context: Context,
    own: Own,
    shown: Shown,
    typed: Fields,
    outcome: Outcome<unknown, InterventionCode>,
  ) => {
    const region = context.req.param('region') ?? ''
    if (outcome.ok)
      return context.redirect(
        shown.own ? interventionPaths.mine(region) : interventionPaths.followUps(region),
        303,
      )
    if (outcome.kind === 'missing') return context.notFound()
    const errors = [{ field: outcome.field ?? null, message: problemWords[own.visit.lang][outcome.code] }]
    return await show(context, own, shown, typed, errors, statusOf[outcome.kind])
  }

  app.get('/:region/me/follow-ups', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    return own.memberId === null ? context.notFound() : await show(context, own, { own: true, plan: null })
  })

  app.get('/:region/follow-ups', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    return own.runs ? await show(context, own, { own: false, plan: null }) : context.notFound()
  })

  app.post('/:region/follow-ups/:id/:step', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const id = parseId<string>(context.req.param('id'))
    const step = context.req.param('step')
    if (id === null || (step !== 'done' && step !== 'moved' && step !== 'given')) return context.notFound()
    const typed = await formOf(context.req)
    const shown = { own: !own.runs, plan: null }
    if (step === 'done') {
      const ticked = await followUpDone(deps.db, own.visit.actor, own.memberId, id)
      return await answered(context, own, shown, typed, ticked)
    }
    if (step === 'given') {
      const to = typed[`to-${id}`] ?? ''
      const chosen = to === 'team' ? null : parseId<MemberId>(to)
      if (chosen === null && to !== 'team') {
        const errors = [{ field: `to-${id}`, message: followUpWords[own.visit.lang].errorTo }]
        return await show(context, own, shown, typed, errors, 400)
      }
      const seen = parseId<MemberId>(typed.seen ?? '')
      const given = await giveFollowUp(deps.db, own.visit.actor, own.memberId, id, chosen, seen)
      return await answered(context, own, shown, typed, given)
    }
    const day = dayOf(typed[`day-${id}`])
    if (day === null) {
      const errors = [{ field: `day-${id}`, message: followUpWords[own.visit.lang].errorDay }]
      return await show(context, own, shown, typed, errors, 400)
    }
    const moved = await moveFollowUp(deps.db, own.visit.actor, own.memberId, id, day, typed.seen ?? '')
    return await answered(context, own, shown, typed, moved)
  })

  app.on(['GET', 'POST'], '/:region/activations/:id/plans/:plan/follow-ups', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const id = parseId<ActivationId>(context.req.param('id'))
    const planId = parseId<PlanId>(context.req.param('plan'))
    if (id === null || planId === null || !own.runs) return context.notFound()
    const [plan] = await deps.db.read(own.visit.actor, (reader) => loadPlans(reader, { planId }))
    const education = plan?.type === 'preIncidentEducation'
    if (plan === undefined || plan.activationId !== id || education) return context.notFound()
    const shown = { own: false, plan: planId }
    if (context.req.method === 'GET') return await show(context, own, shown)
    const typed = await formOf(context.req)
    const say = followUpWords[own.visit.lang]
    const kind = enteredKinds.find((one) => one === typed.kind)
    const day = dayOf(typed.day)
    const errors: FieldError[] = []
    if (kind === undefined) errors.push({ field: 'kind', message: say.errorKind })
    if (day === null) errors.push({ field: 'day', message: say.errorDay })
    if (errors.length > 0) return await show(context, own, shown, typed, errors, 400)
    const entered = await enterFollowUp(deps.db, own.visit.actor, planId, kind!, day!)
    if (!entered.ok) return await answered(context, own, shown, typed, entered)
    const region = context.req.param('region')
    return context.redirect(interventionPaths.planFollowUps(region, id, planId), 303)
  })
  return app
}

/** A day as a browser sends it; null when it isn't one. */
function dayOf(typed: string | undefined): Temporal.PlainDate | null {
  if (typed === undefined || !/^2\d{3}-\d{2}-\d{2}$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}
