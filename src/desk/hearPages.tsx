import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { chooseHearing, contactAgencies } from '../identity/index.server.ts'
import type { Visit } from '../identity/index.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { AccountId, AgencyId } from '../platform/ids.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { loadMember, ownMember } from '../roster/index.server.ts'
import { askedFor, rosterPaths } from '../roster/index.ts'
import { type AskedFor, HearPage, type HearView, hearField } from './HearPage.tsx'
import { hearWords } from './hearWords.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}
type Own = { readonly visit: Visit; readonly accountId: AccountId }

/** Everybody signed in decides for themselves, agency by agency, what they hear from a region. */
export function hearRoutes({ db, ...deps }: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Own | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    const { actor } = visit
    return actor.kind === 'account' ? { visit, accountId: actor.accountId } : context.notFound()
  }

  app.get('/:region/me/agencies', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const { visit } = own
    const view = await db.read(visit.actor, (reader) => loadHearing(reader, own))
    const kept = context.req.query('kept') === '1'
    const page = <HearPage lang={visit.lang} view={view} kept={kept} />
    const at = { ...visit, here: rosterPaths.hears(view.region.slug) }
    return context.html(<>{deps.frame(at, view.region, hearWords[visit.lang].title, 'mine', page)}</>)
  })

  app.post('/:region/me/agencies', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const { visit, accountId } = own
    const typed = await formOf(context.req)
    // Only what the page showed: an agency that came meanwhile was neither ticked nor left out.
    const shown = new Set((typed.shown ?? '').split(' '))
    const agencies = (await db.read(visit.actor, loadAgencies))
      .map(({ id }) => id)
      .filter((id) => shown.has(id))
    const ticked = (what: AskedFor | 'mail', id: AgencyId) => typed[hearField(what, id)] !== undefined
    const hear = (tx: Tx) =>
      chooseHearing(tx, accountId, agencies, new Set(agencies.filter((id) => ticked('mail', id))))
    if (visit.memberId === null) await db.write(visit.actor, hear)
    else {
      const unticked = agencies.flatMap((agencyId) =>
        askedFor.filter((what) => !ticked(what, agencyId)).map((what) => ({ agencyId, what })),
      )
      await ownMember.chooseNotAskedFor(db, visit.regionId, visit.memberId, agencies, unticked, hear)
    }
    return context.redirect(`${rosterPaths.hears(context.req.param('region'))}?kept=1`, 303)
  })
  return app
}

async function loadHearing(reader: Reader, { visit, accountId }: Own): Promise<HearView> {
  const common = {
    region: await loadRegion(reader),
    policy: (await loadPolicy(reader)).policy,
    agencies: await loadAgencies(reader),
    contact: await contactAgencies(reader, accountId),
  }
  const member = visit.memberId === null ? null : await loadMember(reader, visit.memberId)
  // Whoever only speaks for agencies learns nothing of others.
  const spoken = new Set(common.contact.map((one) => one.agencyId))
  if (member === null)
    return { ...common, agencies: common.agencies.filter(({ id }) => spoken.has(id)), asked: null }
  const not = await ownMember.notAskedFor(reader, member.id)
  return {
    ...common,
    asked: {
      serves: [...(member.agencyId === null ? [] : [member.agencyId]), ...member.furtherAgencies],
      isAsked: (agency, what) => !not.some((one) => one.agencyId === agency && one.what === what),
    },
  }
}
