import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { loadIncidents } from '../incident/index.server.ts'
import { incidentWords } from '../incident/index.ts'
import type { Actor } from '../platform/actor.ts'
import { formOf } from '../platform/http.server.ts'
import { type ActivationId, type IncidentId, type PlanId, parseId, type RegionId } from '../platform/ids.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { near, readField } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { ActivationBoard, contactRoles } from './ActivationPage.tsx'
import type { ActivationRecord } from './activationRecord.ts'
import { approvePlan, type Deps } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { endActivation, standDownPlan } from './end.server.ts'
import { may } from './may.ts'
import { activationPaths } from './paths.ts'
import type { ActivationCode } from './problems.ts'
import { openFromIncident } from './request.server.ts'
import { loadActivations } from './store.server.ts'
import { problemWords } from './teamWords.ts'
import { loadActivationView } from './view.server.ts'

/** Who asks, in which region; found by the composition root from the session. Null: sign in first. */
export type Visit = { readonly actor: Actor; readonly regionId: RegionId }
export type TeamDeps = Deps & {
  visit(request: Request, slug: string): Promise<Visit | null>
  /** The signed-in page around a page's own content. */
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

type Refused = {
  readonly errors: readonly FieldError[]
  readonly typed: Readonly<Record<string, string>>
  readonly status: 400 | 401 | 403 | 404 | 409 | 429
}

export function teamRoutes(deps: TeamDeps): Hono {
  const app = new Hono()

  const entered = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'see') ? visit : context.notFound()
  }

  const show = async (context: Context, visit: Visit, id: ActivationId, refused?: Refused) => {
    const view = await deps.db.read(visit.actor, (reader) => loadActivationView(reader, id))
    if (view === null) return context.notFound()
    const board = <ActivationBoard view={view} errors={refused?.errors ?? []} typed={refused?.typed ?? {}} />
    const title = `Activation ${view.activation.number}`
    return context.html(
      <>{deps.frame(visit, view.region, title, 'activations', board)}</>,
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
    const errors = [{ field: outcome.field ?? null, message: problemWords[outcome.code] }]
    return await show(context, visit, id, { errors, typed, status: statusOf[outcome.kind] })
  }

  app.get('/:region/activations', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const { region, now, rows } = await deps.db.read(visit.actor, async (reader) => {
      const activations = await loadActivations(reader, { limit: 100 })
      const incidents = await loadIncidents(
        reader,
        activations.map((one) => one.incidentId),
      )
      return {
        region: await loadRegion(reader),
        now: reader.now,
        rows: activations.map((activation) => ({
          activation,
          incident: incidents.get(activation.incidentId)!,
        })),
      }
    })
    const content = (
      <>
        <PageHead title="Activations" lead="Newest first." />
        {rows.length === 0 ? (
          <EmptyState title="No activation yet">
            When an agency asks for a team, its request stands here.
          </EmptyState>
        ) : (
          <DataTable
            caption="Activations"
            captionHidden
            columns={[{ label: 'Activation' }, { label: 'What' }, { label: 'When' }, { label: 'State' }]}
            rows={rows.map(({ activation, incident }) => ({
              key: activation.id,
              cells: [
                <a href={activationPaths.activation(region.slug, activation.id)}>
                  {String(activation.number).padStart(4, '0')}
                </a>,
                `${incidentWords.en.kind[incident.kind]}, ${incident.town}`,
                near(activation.openedAt, now, region.timeZone, 'en'),
                <StateTag activation={activation} />,
              ],
            }))}
          />
        )}
      </>
    )
    return context.html(<>{deps.frame(visit, region, 'Activations', 'activations', content)}</>)
  })

  app.get('/:region/activations/:id', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    return id === null ? context.notFound() : await show(context, visit, id)
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
    const errors: FieldError[] = []
    const role = contactRoles.find((one) => one === typed.role)
    if (role === undefined)
      errors.push({ field: 'role', message: 'Choose the role of the person you spoke to.' })
    if (spokenAt === null)
      errors.push({ field: 'spokenAt', message: 'Give the day and the time at which you spoke.' })
    if ((typed.overAt ?? '') !== '' && overAt === null)
      errors.push({ field: 'overAt', message: 'Give a day and a time, or leave it empty.' })
    if (errors.length > 0) return await show(context, visit, id, { errors, typed, status: 400 })
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
    if (id === null || plan === null) return context.notFound()
    const typed = await formOf(context.req)
    const startsAt = readField(typed.startsAt ?? '', await zoneOf(visit))
    const place = typed.place ?? ''
    const errors: FieldError[] = []
    if (startsAt === null)
      errors.push({ field: 'startsAt', message: 'Give the day and the time the session starts.' })
    if (place === '' || place.length > 80)
      errors.push({ field: 'place', message: 'Name the room, in at most 80 letters.' })
    if (errors.length > 0) return await show(context, visit, id, { errors, typed, status: 400 })
    const signOffRole = ['clinical director', 'named deputy'].find((one) => one === typed.signOff) ?? null
    return await answered(
      context,
      visit,
      id,
      typed,
      await approvePlan(deps, visit.actor, plan, { startsAt: startsAt!, place, signOffRole }),
    )
  })

  app.post('/:region/activations/:id/plans/:plan/stand-down', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    const plan = parseId<PlanId>(context.req.param('plan'))
    if (id === null || plan === null) return context.notFound()
    return await answered(context, visit, id, {}, await standDownPlan(deps.db, visit.actor, plan))
  })

  app.post('/:region/activations/:id/outcome', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const typed = await formOf(context.req)
    const code = (['advice_only', 'referred_elsewhere', 'declined'] as const).find(
      (one) => one === typed.code,
    )
    if (code === undefined) {
      const errors = [{ field: 'code', message: 'Choose how this ends.' }]
      return await show(context, visit, id, { errors, typed, status: 400 })
    }
    return await answered(context, visit, id, typed, await endActivation(deps.db, visit.actor, id, code))
  })

  app.post('/:region/incidents/:incident/activation', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return visit
    const incident = parseId<IncidentId>(context.req.param('incident'))
    if (incident === null) return context.notFound()
    const opened = await openFromIncident(deps.db, visit.actor, incident)
    if (!opened.ok) return context.text(problemWords[opened.code], statusOf[opened.kind])
    return context.redirect(
      activationPaths.activation(context.req.param('region'), opened.value.activationId),
      303,
    )
  })

  const zoneOf = (visit: Visit) =>
    deps.db.read(visit.actor, async (reader) => (await loadRegion(reader)).timeZone)
  return app
}

const StateTag = ({ activation }: { activation: ActivationRecord }) => {
  if (activation.outcome !== null) return <Tag>Ended</Tag>
  return activation.contact === null ? <Tag tone="amber">Call back</Tag> : <Tag tone="ok">Running</Tag>
}
