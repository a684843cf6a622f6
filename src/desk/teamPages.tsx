import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { identityPaths, type Visit } from '../identity/index.ts'
import { loadReach } from '../messaging/index.server.ts'
import { hasRole } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { loadAvailability } from '../roster/index.server.ts'
import { invitable } from './invitePages.tsx'
import { deskPaths } from './paths.ts'
import { RosterPage } from './RosterPage.tsx'
import { readRosterFilter } from './rosterFilter.ts'
import { TodayPage } from './TodayPage.tsx'
import { navWords } from './teamWords.ts'
import { loadToday, type TodayDeps } from './today.server.ts'

type Deps = TodayDeps & {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  emailOf(account: AccountId): Promise<string | null>
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
    const visit = await deps.visit(context.req.raw, context.req.param('region'))
    if (visit === null) return context.redirect(deps.signIn, 303)
    const { actor, lang } = visit
    if (actor.kind !== 'account') return context.notFound()
    const email = await deps.emailOf(actor.accountId)
    const view = await deps.db.read(actor, (reader) => loadToday(reader, visit.memberId, email, deps))
    const content = <TodayPage lang={lang} view={view} />
    return context.html(<>{deps.frame(visit, view.region, navWords[lang].today, 'today', content)}</>)
  })

  app.get('/:region/roster', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const { region, agencies, people } = await deps.db.read(visit.actor, async (reader) => {
      const here = await loadRegion(reader)
      const reach = await loadReach(reader)
      const span = { startsAt: reader.now, endsAt: reader.now.add({ hours: 2 }) }
      return {
        region: here,
        agencies: await loadAgencies(reader),
        people: (await loadAvailability(reader, span, here.timeZone)).map((one) => ({
          ...one,
          noTexts: reach.get(one.member.id)?.stopped ?? false,
        })),
      }
    })
    const content = (
      <RosterPage
        lang={visit.lang}
        agencies={agencies}
        people={people}
        slug={region.slug}
        filter={readRosterFilter(context.req.query())}
        lostKeysHref={hasRole(visit.actor, 'administrator') ? identityPaths.recoveries(region.slug) : null}
        inviteHref={invitable(visit.actor).length > 0 ? deskPaths.invitations(region.slug) : null}
      />
    )
    return context.html(<>{deps.frame(visit, region, navWords[visit.lang].roster, 'roster', content)}</>)
  })
  return app
}
