import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formDataOf } from '../platform/http.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { sheetParams } from './doors.ts'
import { exportSheet } from './exportSheet.server.ts'
import { ImportPage, type ImportPageProps } from './ImportPage.tsx'
import { importWords } from './importWords.ts'
import { may } from './may.ts'
import { rosterPaths } from './paths.ts'
import { type Sheet, sheetCalled } from './sheet.ts'
import { sheetTemplate } from './sheetTable.ts'
import { takeSheet } from './takeSheet.server.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

/** Sheets in and out, for whoever keeps the roster. */
export function sheetRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'import_sheet', null) ? visit : context.notFound()
  }
  const page = async (
    context: Context,
    visit: Visit,
    props: Partial<ImportPageProps>,
    status: 200 | 400 | 409 = 200,
  ) => {
    const region = await deps.db.read(visit.actor, loadRegion)
    const nothing = { saved: null, errors: [], typed: { sheet: null, pasted: '' }, checked: null }
    const content = <ImportPage lang={visit.lang} slug={region.slug} {...nothing} {...props} />
    return context.html(
      <>{deps.frame(visit, region, importWords[visit.lang].title, 'roster', content)}</>,
      status,
    )
  }

  app.get('/:region/roster/import', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    return await page(context, visit, { saved: sheetCalled(context.req.query('saved')) })
  })

  app.post('/:region/roster/import', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const taken = await takeSheet(deps.db, visit.actor, await formDataOf(context.req), visit.lang)
    if (taken.kind === 'not_allowed') return context.notFound()
    return taken.kind === 'saved'
      ? context.redirect(rosterPaths.imported(context.req.param('region'), taken.sheet), 303)
      : await page(context, visit, taken.asked, taken.status)
  })

  app.get('/:region/roster/export/:file', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const sheet = sheetIn(context.req.param())
    const text = sheet === null ? null : await exportSheet(deps.db, visit.actor, sheet)
    return text === null ? context.notFound() : download(context, `${sheet}.csv`, text)
  })

  app.get('/:region/roster/template/:file', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const sheet = sheetIn(context.req.param())
    return sheet === null ? context.notFound() : download(context, `${sheet}.csv`, sheetTemplate(sheet))
  })
  return app
}

function sheetIn(params: unknown): Sheet | null {
  const asked = sheetParams.safeParse(params).data
  return asked === undefined ? null : sheetCalled(asked.file.slice(0, -'.csv'.length))
}

function download(context: Context, name: string, text: string): Response {
  context.header('content-type', 'text/csv; charset=utf-8')
  context.header('content-disposition', `attachment; filename="${context.req.param('region')}-${name}"`)
  return context.body(text)
}
