import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { AccountId, MemberId, RegionId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { enterOwn } from './enterOwn.server.tsx'
import { LoadPage } from './LoadPage.tsx'
import { loadWords } from './loadWords.ts'
import { deleteOwnLoad, loadLoadNow, loadOwnNotes, noteOwnLoad } from './ownLoad.server.ts'
import { heaviness } from './ownLoad.ts'
import { rosterPaths } from './paths.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
}

/** A member's own load. Nobody has an address for anybody else's. */
export function loadRoutes(deps: Deps): Hono {
  const app = new Hono()

  app.get('/:region/me/load', async (context) => {
    const entered = await enterOwn(context, deps)
    if ('answer' in entered) return entered.answer
    const { visit, id } = entered
    const view = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      now: reader.now,
      load: await loadLoadNow(reader, id),
      notes: await loadOwnNotes(reader),
    }))
    const page = <LoadPage {...view} lang={visit.lang} />
    context.header('cache-control', 'no-store')
    return context.html(<>{deps.frame(visit, view.region, loadWords[visit.lang].title, 'mine', page)}</>)
  })

  app.post('/:region/me/load', async (context) => {
    const entered = await enterOwn(context, deps)
    if ('answer' in entered) return entered.answer
    const typed = await formOf(context.req)
    const given = heaviness.find((one) => String(one) === typed.heaviness)
    if (given !== undefined) await noteOwnLoad(deps.db, entered.visit.actor, given)
    return context.redirect(rosterPaths.ownLoad(context.req.param('region')), 303)
  })

  app.post('/:region/me/load/removal', async (context) => {
    const entered = await enterOwn(context, deps)
    if ('answer' in entered) return entered.answer
    const { day } = await formOf(context.req)
    const { actor } = entered.visit
    if (day === 'all') await deleteOwnLoad(deps.db, actor, null)
    const on = day === 'all' ? null : readDay(day ?? '')
    if (on !== null) await deleteOwnLoad(deps.db, actor, on)
    return context.redirect(rosterPaths.ownLoad(context.req.param('region')), 303)
  })
  return app
}

function readDay(typed: string): Temporal.PlainDate | null {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}
