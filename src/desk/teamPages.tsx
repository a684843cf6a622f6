import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { loadActivations, loadAid, loadPlans } from '../activation/index.server.ts'
import { isBooked, isOfIncident } from '../activation/index.ts'
import type { Visit } from '../identity/index.ts'
import { loadIncidents, waitingForScreening } from '../incident/index.server.ts'
import { loadFollowUps } from '../intervention/index.server.ts'
import { hasRole } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { coordinatorGaps, loadAvailability, loadMembers, loadNotes } from '../roster/index.server.ts'
import { may } from '../roster/index.ts'
import { invitable } from './invitePages.tsx'
import { deskPaths } from './paths.ts'
import { RosterPage } from './RosterPage.tsx'
import { readRosterFilter } from './rosterFilter.ts'
import { TodayPage } from './TodayPage.tsx'
import { navWords } from './teamWords.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
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
      const running = (await loadActivations(reader)).filter((one) => one.outcome === null)
      const open = running.filter(isOfIncident)
      const bookings = running.filter(isBooked)
      const incidents = await loadIncidents(
        reader,
        open.map((one) => one.incidentId),
      )
      const plans = new Map(
        await Promise.all(
          running.map(async (one) => [one.id, await loadPlans(reader, { activationId: one.id })] as const),
        ),
      )
      const waiting = await waitingForScreening(reader)
      const gaps = await coordinatorGaps(reader)
      const unready = may(visit.actor, 'import_sheet', null) && (await loadMembers(reader)).length === 0
      const region = await loadRegion(reader)
      const notes = await loadNotes(reader)
      const aid = await loadAid(reader, { waiting: true })
      const late = (await loadFollowUps(reader, { late: true })).length
      const { policy } = await loadPolicy(reader)
      const agencies = await loadAgencies(reader)
      const found = { open, bookings, incidents, waiting, plans, gaps, unready, aid, notes }
      return { late, region, now: reader.now, policy, agencies, ...found }
    })
    const content = <TodayPage lang={visit.lang} {...view} />
    return context.html(<>{deps.frame(visit, view.region, navWords[visit.lang].today, 'today', content)}</>)
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
    const content = (
      <RosterPage
        lang={visit.lang}
        agencies={agencies}
        people={people}
        slug={region.slug}
        filter={readRosterFilter(context.req.query())}
        inviteHref={invitable(visit.actor).length > 0 ? deskPaths.invitations(region.slug) : null}
      />
    )
    return context.html(<>{deps.frame(visit, region, navWords[visit.lang].roster, 'roster', content)}</>)
  })
  return app
}
