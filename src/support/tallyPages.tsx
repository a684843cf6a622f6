import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { may, type Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { TalliesPage } from './TalliesPage.tsx'
import { talliesWords } from './talliesWords.ts'
import { loadTallyMonths } from './tallyMonths.server.ts'

type Deps = {
  readonly db: Db
  /** A pool of the support role: what is counted stands there. */
  readonly support: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

/** What peers counted, month by month, as far as it may be shown. */
export function tallyRoutes({ db, support, ...deps }: Deps): Hono {
  const app = new Hono()
  app.get('/:region/tallies', async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region'))
    if (visit === null) return context.redirect(deps.signIn, 303)
    const { actor, lang } = visit
    if (!may(actor, 'see', 'tallies')) return context.notFound()
    const region = await db.read(actor, loadRegion)
    const months = await loadTallyMonths({ db, support }, visit.regionId)
    const page = <TalliesPage region={region} lang={lang} months={months} />
    context.header('cache-control', 'no-store')
    return context.html(<>{deps.frame(visit, region, talliesWords[lang].title, 'tallies', page)}</>)
  })
  return app
}
