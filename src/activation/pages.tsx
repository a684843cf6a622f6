import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { loadIncidents } from '../incident/index.server.ts'
import { type ActivationId, type IncidentId, parseId } from '../platform/ids.ts'
import { type Problem, statusOf } from '../platform/problem.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { ActivationList } from './ActivationList.tsx'
import { type ActivationRow, filtered, readActivationFilter, stateOf } from './activationFilter.ts'
import { isBooked, isOfIncident } from './activationRecord.ts'
import { aidRoutes } from './aidPages.tsx'
import { boardAnswers } from './boardAnswers.tsx'
import { boardWords } from './boardWords.ts'
import { bookingRoutes } from './bookingPages.tsx'
import { endRoutes } from './endPages.tsx'
import type { Entered, TeamDeps } from './entered.server.ts'
import { furtherRoutes } from './furtherPages.tsx'
import { liveRoutes } from './livePages.tsx'
import { may } from './may.ts'
import { moveRoutes } from './movePages.tsx'
import { activationPaths } from './paths.ts'
import { planRoutes } from './planPages.tsx'
import { loadPlans } from './planStore.server.ts'
import type { ActivationCode } from './problems.ts'
import { leaveAtAdvice, openFromIncident } from './request.server.ts'
import { ringRoutes } from './ringPages.tsx'
import { loadActivations } from './store.server.ts'
import { problemWords } from './teamWords.ts'
import { whoCouldRoutes } from './whoCouldPages.tsx'

export function teamRoutes(deps: TeamDeps): Hono {
  const app = new Hono()

  const entered: Entered = async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'see') ? visit : context.notFound()
  }

  const board = boardAnswers(deps)

  app.get('/:region/activations', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const { region, now, rows, plans, agencies, filter } = await deps.db.read(visit.actor, async (reader) => {
      const activations = await loadActivations(reader, { limit: 1000 })
      const incidents = await loadIncidents(
        reader,
        activations.filter(isOfIncident).map((one) => one.incidentId),
      )
      const agencies = await loadAgencies(reader)
      const filter = readActivationFilter(context.req.query(), agencies)
      const all = activations.map(
        (activation): ActivationRow =>
          isBooked(activation)
            ? { activation, incident: null }
            : { activation, incident: incidents.get(activation.incidentId)! },
      )
      const rows = filtered(all, filter).slice(0, 200)
      const running = rows.filter(({ activation }) => stateOf(activation) === 'running')
      const plans = await loadPlans(reader, { activationIds: running.map((row) => row.activation.id) })
      return { region: await loadRegion(reader), now: reader.now, agencies, filter, rows, plans }
    })
    const title = boardWords[visit.lang].listTitle
    const list = <ActivationList {...{ region, now, agencies, filter, rows, plans }} lang={visit.lang} />
    return context.html(<>{deps.frame(visit, region, title, 'activations', list)}</>)
  })

  app.get('/:region/activations/:id', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    return id === null ? context.notFound() : await board.show(context, visit, id)
  })

  app.route('/', furtherRoutes(deps, entered))
  app.route('/', whoCouldRoutes(deps, entered))
  app.route('/', aidRoutes(deps, entered))
  app.route('/', liveRoutes(deps, entered))
  app.route('/', ringRoutes(deps, entered, board))
  app.route('/', bookingRoutes(deps, entered))
  app.route('/', planRoutes(deps, entered, board))
  app.route('/', moveRoutes(deps, entered, board))
  app.route('/', endRoutes(deps, entered, board))

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
  return app
}
