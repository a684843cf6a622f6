import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { loadIncidents } from '../incident/index.server.ts'
import { formOf, withIsland } from '../platform/http.server.ts'
import { type ActivationId, type IncidentId, type MemberId, type PlanId, parseId } from '../platform/ids.ts'
import { type Outcome, type Problem, statusOf } from '../platform/problem.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { inSentence } from '../ui/language.ts'
import { readField } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { ActivationList } from './ActivationList.tsx'
import { ActivationBoard } from './ActivationPage.tsx'
import { filtered, readActivationFilter } from './activationFilter.ts'
import { aidRoutes } from './aidPages.tsx'
import { takenBy } from './alertState.ts'
import { loadAlert } from './alertStore.server.ts'
import { boardWords } from './boardWords.ts'
import { approvePlan } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { endActivation, standDownPlan } from './end.server.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { furtherRoutes } from './furtherPages.tsx'
import { Live } from './Live.tsx'
import { liveRoutes } from './livePages.tsx'
import { may } from './may.ts'
import { activationPaths } from './paths.ts'
import { openSeats, pendingOffers } from './planState.ts'
import { activationOfPlan } from './planStore.server.ts'
import { planWords } from './planWords.ts'
import { seeToStep } from './postvention.server.ts'
import { postventionSteps } from './postvention.ts'
import { type ActivationCode, problem } from './problems.ts'
import { refuseMember } from './refuse.server.ts'
import { leaveAtAdvice, openFromIncident } from './request.server.ts'
import { ringRoutes } from './ringPages.tsx'
import { ringWords } from './ringWords.ts'
import { SurePage } from './SurePage.tsx'
import { loadActivations } from './store.server.ts'
import { contactRoles, outcomeChoices, signOffRoles } from './storedRoles.ts'
import { outcomeWords, problemWords } from './teamWords.ts'
import { loadActivationView } from './view.server.ts'
import type { ActivationView } from './view.ts'
import { accountsIn, whoCouldRoutes } from './whoCouldPages.tsx'

type Refused = {
  readonly errors: readonly FieldError[]
  readonly typed: Readonly<Record<string, string>>
  readonly status: 400 | 401 | 403 | 404 | 409 | 429
}

export function teamRoutes(deps: TeamDeps): Hono {
  const app = new Hono()

  const entered: Entered = async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'see') ? visit : context.notFound()
  }

  const show = async (context: Context, visit: Visit, id: ActivationId, refused?: Refused) => {
    const read = await deps.db.read(visit.actor, (reader) => loadActivationView(reader, id))
    if (read === null) return context.notFound()
    const { rung, takings } = read.alert
    const people = [...rung, ...takings].map((one) => one.accountId)
    const view = { ...read, accounts: await accountsIn(deps, read.plans, people) }
    const { lang } = visit
    const board = (
      <ActivationBoard
        view={view}
        lang={lang}
        viewer={visit.actor.kind === 'account' ? visit.actor.accountId : null}
        errors={refused?.errors ?? []}
        typed={refused?.typed ?? {}}
      />
    )
    const title = boardWords[lang].numbered(String(view.activation.number))
    const nonce = withIsland(context, 'board')
    // A form that came back stands at the form's own address, which nobody can open again.
    const at = { ...visit, here: activationPaths.activation(view.region.slug, id) }
    return context.html(
      <>
        {deps.frame(
          at,
          view.region,
          title,
          'activations',
          <>
            <Live view={view} nonce={nonce} />
            {board}
            <script src={deps.boardScript} type="module" nonce={nonce}></script>
          </>,
        )}
      </>,
      refused?.status ?? 200,
    )
  }

  /** After a use-case: back to the board, or the board with what is wrong and what was typed. */
  const answered = async (
    context: Context,
    visit: Visit,
    id: ActivationId,
    typed: Record<string, string>,
    outcome: Outcome<unknown, ActivationCode>,
  ) => {
    if (outcome.ok)
      return context.redirect(activationPaths.activation(context.req.param('region') ?? '', id), 303)
    const errors = [{ field: outcome.field ?? null, message: problemWords[visit.lang][outcome.code] }]
    return await show(context, visit, id, { errors, typed, status: statusOf[outcome.kind] })
  }

  /** An address that names a plan under somebody else's activation leads nowhere. */
  const belongs = (visit: Visit, plan: PlanId, id: ActivationId) =>
    deps.db.read(visit.actor, async (reader) => (await activationOfPlan(reader, plan)) === id)

  app.get('/:region/activations', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const { region, now, rows, agencies } = await deps.db.read(visit.actor, async (reader) => {
      const activations = await loadActivations(reader, { limit: 1000 })
      const incidents = await loadIncidents(
        reader,
        activations.map((one) => one.incidentId),
      )
      return {
        region: await loadRegion(reader),
        now: reader.now,
        agencies: await loadAgencies(reader),
        rows: activations.map((activation) => ({
          activation,
          incident: incidents.get(activation.incidentId)!,
        })),
      }
    })
    const title = boardWords[visit.lang].listTitle
    const filter = readActivationFilter(context.req.query(), agencies)
    const fitting = filtered(rows, filter).slice(0, 200)
    const list = <ActivationList {...{ region, now, agencies, filter }} lang={visit.lang} rows={fitting} />
    return context.html(<>{deps.frame(visit, region, title, 'activations', list)}</>)
  })

  app.get('/:region/activations/:id', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    return id === null ? context.notFound() : await show(context, visit, id)
  })

  app.route('/', furtherRoutes(deps, entered))
  app.route('/', whoCouldRoutes(deps, entered))
  app.route('/', aidRoutes(deps, entered))
  app.route('/', liveRoutes(deps, entered))
  app.route('/', ringRoutes(deps, entered, { answered, show }))

  app.post('/:region/activations/:id/postvention', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const { step: typed } = await formOf(context.req)
    const step = postventionSteps.find((one) => one === typed)
    if (id === null || step === undefined) return context.notFound()
    return await answered(context, visit, id, {}, await seeToStep(deps.db, visit.actor, id, step))
  })

  app.post('/:region/activations/:id/contact', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const zone = await zoneOf(visit)
    const spokenAt = readField(typed.spokenAt ?? '', zone)
    const overAt = (typed.overAt ?? '') === '' ? null : readField(typed.overAt!, zone)
    const say = boardWords[visit.lang]
    const errors: FieldError[] = []
    const role = contactRoles.find((one) => one === typed.role)
    if (role === undefined) errors.push({ field: 'role', message: say.errorRole })
    if (spokenAt === null) errors.push({ field: 'spokenAt', message: say.errorSpokenAt })
    if ((typed.overAt ?? '') !== '' && overAt === null)
      errors.push({ field: 'overAt', message: say.errorOverAt })
    if (errors.length > 0) return await show(context, visit, id, { errors, typed, status: 400 })
    // The one question was answered by taking it; a page from before somebody did is told so.
    const holder = takenBy(await deps.db.read(visit.actor, (reader) => loadAlert(reader, id)))
    if (visit.actor.kind === 'account' && holder !== visit.actor.accountId) {
      const refused = [{ field: null, message: ringWords[visit.lang].conflictFirst }]
      return await show(context, visit, id, { errors: refused, typed, status: 409 })
    }
    return await answered(
      context,
      visit,
      id,
      typed,
      await recordContact(deps.db, visit.actor, id, { role: role!, spokenAt: spokenAt!, overAt }),
    )
  })

  app.post('/:region/activations/:id/plans/:plan/approval', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await belongs(visit, plan, id))) return context.notFound()
    const typed = await formOf(context.req)
    const startsAt = readField(typed.startsAt ?? '', await zoneOf(visit))
    const place = typed.place ?? ''
    const say = planWords[visit.lang]
    const errors: FieldError[] = []
    if (startsAt === null) errors.push({ field: 'startsAt', message: say.errorStartsAt })
    if (place === '' || place.length > 80 || hasUnseen(place))
      errors.push({ field: 'place', message: say.errorPlace })
    if (errors.length > 0) return await show(context, visit, id, { errors, typed, status: 400 })
    const signOffRole = signOffRoles.find((one) => one === typed.signOff) ?? null
    return await answered(
      context,
      visit,
      id,
      typed,
      await approvePlan(deps, visit.actor, plan, { startsAt: startsAt!, place, signOffRole }),
    )
  })

  app.post('/:region/activations/:id/plans/:plan/refusal', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await belongs(visit, plan, id))) return context.notFound()
    const typed = await formOf(context.req)
    const member = parseId<MemberId>(typed.member ?? '')
    const outcome =
      member === null
        ? problem('unknown_member', 'member')
        : await refuseMember(deps.db, visit.actor, plan, member)
    return await answered(context, visit, id, typed, outcome)
  })

  /** Asked once more, by the same address that does it when it is posted. */
  const sure = async (
    context: Context,
    visit: Visit,
    id: ActivationId,
    ask: (view: ActivationView) => Omit<Parameters<typeof SurePage>[0], 'over' | 'back'> | null,
  ) => {
    const view = await deps.db.read(visit.actor, (reader) => loadActivationView(reader, id))
    const asked = view === null ? null : ask(view)
    if (view === null || asked === null) return context.notFound()
    const { lang } = visit
    const over = boardWords[lang].numbered(String(view.activation.number).padStart(4, '0'))
    const back = {
      href: activationPaths.activation(view.region.slug, id),
      label: planWords[lang].backToBoard,
    }
    const content = <SurePage over={over} back={back} {...asked} />
    return context.html(<>{deps.frame(visit, view.region, asked.title, 'activations', content)}</>)
  }

  app.get('/:region/activations/:id/plans/:plan/stand-down', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const say = planWords[visit.lang]
    return await sure(context, visit, id, (view) => {
      const plan = view.plans.find((one) => one.id === context.req.param('plan'))
      if (plan === undefined || plan.end !== null) return null
      return {
        title: say.standDownTitle,
        lead: say.standDownLead(plan.seats.length - openSeats(plan).length, pendingOffers(plan).length),
        action: activationPaths.planStandDown(view.region.slug, id, plan.id),
        fields: {},
        button: say.standDownDone,
      }
    })
  })

  app.get('/:region/activations/:id/outcome', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const { lang } = visit
    const code = outcomeChoices.find((one) => one === context.req.query('code'))
    if (code === undefined) {
      const errors = [{ field: 'code', message: boardWords[lang].errorOutcome }]
      return await show(context, visit, id, { errors, typed: {}, status: 400 })
    }
    const say = planWords[lang]
    return await sure(context, visit, id, (view) =>
      view.activation.outcome !== null
        ? null
        : {
            title: say.endTitle,
            lead: say.endLead(
              inSentence(outcomeWords[lang][code]),
              view.plans.filter((plan) => plan.approval !== null && plan.end === null).length,
            ),
            action: activationPaths.outcome(view.region.slug, id),
            fields: { code },
            button: say.endDone,
          },
    )
  })

  app.post('/:region/activations/:id/plans/:plan/stand-down', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null || !(await belongs(visit, plan, id))) return context.notFound()
    return await answered(context, visit, id, {}, await standDownPlan(deps.db, visit.actor, plan))
  })

  app.post('/:region/activations/:id/outcome', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const code = outcomeChoices.find((one) => one === typed.code)
    if (code === undefined) {
      const errors = [{ field: 'code', message: boardWords[visit.lang].errorOutcome }]
      return await show(context, visit, id, { errors, typed, status: 400 })
    }
    return await answered(context, visit, id, typed, await endActivation(deps.db, visit.actor, id, code))
  })

  /** A call from an import was looked at by somebody else meanwhile, or is not there. */
  const undecided = async (context: Context, visit: Visit, said: Problem<ActivationCode>) => {
    const region = await deps.db.read(visit.actor, loadRegion)
    const title = boardWords[visit.lang].notOpenedTitle
    const told = (
      <>
        <PageHead title={title} />
        <Notice>{problemWords[visit.lang][said.code]}</Notice>
      </>
    )
    const at = { ...visit, here: activationPaths.activations(region.slug) }
    return context.html(<>{deps.frame(at, region, title, 'activations', told)}</>, statusOf[said.kind])
  }

  app.post('/:region/incidents/:incident/activation', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const incident = parseId<IncidentId>(context.req.param('incident'))
    if (incident === null) return context.notFound()
    const opened = await openFromIncident(deps.db, visit.actor, incident)
    if (!opened.ok) return await undecided(context, visit, opened)
    const region = context.req.param('region')
    return context.redirect(activationPaths.activation(region, opened.value.activationId), 303)
  })

  app.post('/:region/incidents/:incident/advice-only', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const incident = parseId<IncidentId>(context.req.param('incident'))
    if (incident === null) return context.notFound()
    const left = await leaveAtAdvice(deps.db, visit.actor, incident)
    if (!left.ok) return await undecided(context, visit, left)
    return context.redirect(deps.today(context.req.param('region')), 303)
  })
  const zoneOf = (visit: Visit) =>
    deps.db.read(visit.actor, async (reader) => (await loadRegion(reader)).timeZone)
  return app
}
