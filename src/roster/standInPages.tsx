import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { accountsWith } from '../identity/index.server.ts'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { type AccountId, parseId } from '../platform/ids.ts'
import { type Problem, statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { askStandIn } from './askStandIn.server.ts'
import type { Whose } from './dutyShift.ts'
import { memberFaults } from './faultsSaid.ts'
import { may, mayOffer } from './may.ts'
import { loadMember } from './members.server.ts'
import { rosterPaths } from './paths.ts'
import type { RosterCode } from './problems.ts'
import { StandInPage } from './StandInPage.tsx'
import { loadStandIns } from './standInFacts.server.ts'
import { loadShift, loadStandInsAsked } from './standInStore.server.ts'
import type { StandInView } from './standInView.ts'
import { standInWords } from './standInWords.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  emailOf(accountId: AccountId): Promise<string | null>
}

const kinds = new Map<string, Whose['kind']>([
  ['members', 'member'],
  ['coordinators', 'coordinator'],
])

/** Find a stand-in: who may, in which order, and asking them. */
export function standInRoutes(deps: Deps): Hono {
  const app = new Hono()

  const namesOf = async (visit: Visit, kind: Whose['kind']): Promise<ReadonlyMap<AccountId, string>> => {
    if (kind === 'member') return new Map()
    const ids = await deps.db.read(visit.actor, (reader) => accountsWith(reader, 'duty_coordinator'))
    return new Map(await Promise.all(ids.map(async (id) => [id, (await deps.emailOf(id)) ?? '–'] as const)))
  }

  const load = async (visit: Visit, kind: Whose['kind'], id: string): Promise<StandInView | null> => {
    const names = await namesOf(visit, kind)
    return await deps.db.read(visit.actor, async (reader) => {
      const shift = await loadShift(reader, kind, id)
      if (shift === null || !mayOffer(visit.actor, shift.whose)) return null
      const { whose } = shift
      return {
        region: await loadRegion(reader),
        shift,
        holder:
          (whose.kind === 'member'
            ? (await loadMember(reader, whose.memberId))?.name
            : names.get(whose.accountId)) ?? '–',
        found: await loadStandIns(reader, shift, names),
        asked: (await loadStandInsAsked(reader, { shiftId: id })).some((one) => one.open),
      }
    })
  }

  const show = async (
    context: Context,
    visit: Visit,
    kind: Whose['kind'],
    id: string,
    refused: Problem<RosterCode> | null = null,
  ) => {
    const view = await load(visit, kind, id)
    if (view === null) return context.notFound()
    const errors = refused === null ? [] : memberFaults([refused], visit.lang)
    const page = <StandInPage view={view} lang={visit.lang} errors={errors} />
    return context.html(
      <>{deps.frame(visit, view.region, standInWords[visit.lang].title, 'onCall', page)}</>,
      refused === null ? 200 : statusOf[refused.kind],
    )
  }

  app.on(['GET', 'POST'], '/:region/on-call/:kind/:shift/stand-in', async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region'))
    if (visit === null) return context.redirect(deps.signIn, 303)
    const kind = kinds.get(context.req.param('kind'))
    const id = parseId(context.req.param('shift'))
    if (!may(visit.actor, 'keep_shifts', null) || kind === undefined || id === null) return context.notFound()
    if (context.req.method === 'GET') return await show(context, visit, kind, id)
    const asked = await askStandIn(deps.db, visit.actor, kind, id)
    if (asked.ok) return context.redirect(rosterPaths.onCall(context.req.param('region')), 303)
    return await show(context, visit, kind, id, asked)
  })
  return app
}
