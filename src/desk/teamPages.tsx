import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { loadActivations, loadPlans } from '../activation/index.server.ts'
import { activationPaths, stageOf } from '../activation/index.ts'
import { loadIncidents, waitingForScreening } from '../incident/index.server.ts'
import { incidentWords } from '../incident/index.ts'
import { type Actor, hasRole } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { loadAvailability } from '../roster/index.server.ts'
import type { Missing } from '../roster/index.ts'
import { Button } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { duration, near } from '../ui/moment.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'

type Visit = { readonly actor: Actor; readonly regionId: RegionId }
type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

const missingWords: Record<Missing, string> = {
  certificate: 'certificate',
  license: 'licence',
  chaplaincy: 'chaplain’s standing',
  agreement: 'confidentiality agreement',
  designation: 'designation',
  standing: 'suspended',
}

/** Today and the roster: what needs a hand now, and who could go. */
export function teamRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return hasRole(visit.actor, 'duty_coordinator', 'clinical_director', 'administrator')
      ? visit
      : context.notFound()
  }

  app.get('/:region/today', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const view = await deps.db.read(visit.actor, async (reader) => {
      const open = (await loadActivations(reader)).filter((one) => one.outcome === null)
      const incidents = await loadIncidents(
        reader,
        open.map((one) => one.incidentId),
      )
      const waiting = await waitingForScreening(reader)
      const plans = new Map(
        await Promise.all(
          open.map(async (one) => [one.id, await loadPlans(reader, { activationId: one.id })] as const),
        ),
      )
      return { region: await loadRegion(reader), now: reader.now, open, incidents, waiting, plans }
    })
    const { region, now } = view
    const callBack = view.open.filter((one) => one.contact === null)
    const running = view.open.filter((one) => one.contact !== null)
    const title = (id: (typeof view.open)[number]) => {
      const incident = view.incidents.get(id.incidentId)!
      return `${incidentWords.en.kind[incident.kind]}, ${incident.town}`
    }
    const content = (
      <>
        <PageHead title="Today" lead={near(now, now, region.timeZone, 'en')} />
        {callBack.length > 0 ? (
          <Card title="Call back" tone="amber">
            <ul class="plain">
              {callBack.map((one) => (
                <li key={one.id}>
                  <a href={activationPaths.activation(region.slug, one.id)}>{title(one)}</a>{' '}
                  <span class="muted small">
                    waiting {duration(now.since(one.openedAt).total('minutes'), 'en')}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        <Section title="Running">
          {running.length === 0 ? (
            <EmptyState title="Nothing is running">A request calls you by mail and stands here.</EmptyState>
          ) : (
            <DataTable
              caption="Running activations"
              captionHidden
              columns={[{ label: 'Activation' }, { label: 'What' }, { label: 'Plans' }]}
              rows={running.map((one) => ({
                key: one.id,
                cells: [
                  <a href={activationPaths.activation(region.slug, one.id)}>
                    {String(one.number).padStart(4, '0')}
                  </a>,
                  title(one),
                  <>
                    {(view.plans.get(one.id) ?? []).map((plan) => (
                      <Tag
                        key={plan.id}
                        tone={stageOf(plan) === 'filled' ? 'ok' : 'amber'}
                      >{`${incidentWords.en.typeShort[plan.type]}: ${stageOf(plan)}`}</Tag>
                    ))}
                  </>,
                ],
              }))}
            />
          )}
        </Section>
        {view.waiting.length > 0 ? (
          <Section title="May qualify">
            <p class="muted">
              Imported calls. Nothing happens until you confirm one and speak to the agency.
            </p>
            <DataTable
              caption="Imported calls that may qualify"
              captionHidden
              columns={[{ label: 'Number' }, { label: 'When' }, { label: 'Town' }, { label: '' }]}
              rows={view.waiting.slice(0, 30).map((incident) => ({
                key: incident.id,
                cells: [
                  incident.number ?? '',
                  near(incident.occurredAt, now, region.timeZone, 'en'),
                  incident.town,
                  <form method="post" action={activationPaths.confirmation(region.slug, incident.id)}>
                    <Button>Confirm</Button>
                  </form>,
                ],
              }))}
            />
          </Section>
        ) : null}
      </>
    )
    return context.html(<>{deps.frame(visit, region, 'Today', 'today', content)}</>)
  })

  app.get('/:region/roster', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const { region, agencies, people } = await deps.db.read(visit.actor, async (reader) => {
      const here = await loadRegion(reader)
      const span = { startsAt: reader.now, endsAt: reader.now.add({ hours: 2 }) }
      return {
        region: here,
        agencies: await loadAgencies(reader),
        people: await loadAvailability(reader, span, here.timeZone),
      }
    })
    const nameOf = new Map(agencies.map((agency) => [agency.id, agency.name]))
    const ready = people.filter((one) => one.deployability.deployable).length
    const content = (
      <>
        <PageHead title="Roster" lead={`${ready} of ${people.length} deployable today`} />
        <DataTable
          caption="Members"
          captionHidden
          columns={[
            { label: 'Member' },
            { label: 'Agency' },
            { label: 'Role' },
            { label: 'Deployable' },
            { label: 'Now' },
          ]}
          rows={people.map((one) => ({
            key: one.member.id,
            cells: [
              one.member.name,
              one.member.agencyId === null ? 'regional team' : (nameOf.get(one.member.agencyId) ?? ''),
              incidentWords.en.seat[one.canLead ? 'lead' : one.member.role],
              one.deployability.deployable ? (
                <Tag tone="ok">{`until ${one.deployability.until?.toString() ?? 'open'}`}</Tag>
              ) : (
                <Tag tone="bad">{`missing: ${one.deployability.missing.map((what) => missingWords[what]).join(', ')}`}</Tag>
              ),
              one.committed ? 'bound' : one.unavailable ? 'not available' : one.onCall ? 'on call' : '',
            ],
          }))}
        />
      </>
    )
    return context.html(<>{deps.frame(visit, region, 'Roster', 'roster', content)}</>)
  })
  return app
}
