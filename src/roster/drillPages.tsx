import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { type AccountId, parseId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { beginDrill } from './beginDrill.server.ts'
import { DrillsPage } from './DrillsPage.tsx'
import { loadDrillsView } from './drillView.server.ts'
import { drillWords } from './drillWords.ts'
import { may } from './may.ts'
import { rosterPaths } from './paths.ts'
import { problemWords } from './words.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  nameOf(accountId: AccountId): Promise<string | null>
}

/** Drills, for those who keep or review the roster; coordinators begin one. */
export function drillRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'see_drills', null) ? visit : context.notFound()
  }
  const show = async (
    context: Context,
    visit: Visit,
    id: string | null,
    errors: readonly FieldError[] = [],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const loaded = await deps.db.read(visit.actor, (reader) => loadDrillsView(reader, id))
    if (loaded === null) return context.notFound()
    const rows = await Promise.all(
      loaded.rows.map(async (row) =>
        row.memberId === null ? { ...row, name: (await deps.nameOf(row.person as AccountId)) ?? '–' } : row,
      ),
    )
    const byName = rows.sort((one, other) => one.name.localeCompare(other.name, 'en'))
    const view = { ...loaded, rows: byName }
    const page = <DrillsPage view={view} lang={visit.lang} errors={errors} />
    const { slug } = view.region
    const at = { ...visit, here: id === null ? rosterPaths.drills(slug) : rosterPaths.drill(slug, id) }
    const { title } = drillWords[visit.lang]
    return context.html(<>{deps.frame(at, view.region, title, 'onCall', page)}</>, status)
  }

  app.get('/:region/drills', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await show(context, visit, null)
  })

  app.get('/:region/drills/:drill', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const id = parseId<string>(context.req.param('drill'))
    return id === null ? context.notFound() : await show(context, visit, id)
  })

  app.post('/:region/drills', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const begun = await beginDrill(deps.db, visit.actor)
    if (begun.ok) return context.redirect(rosterPaths.drills(context.req.param('region')), 303)
    const message = problemWords[visit.lang][begun.code]
    return await show(context, visit, null, [{ field: null, message }], statusOf[begun.kind])
  })
  return app
}
