import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { languageOf } from '../ui/language.ts'
import { CalendarPage } from './CalendarPage.tsx'
import { feedMadeAt, makeFeed, openFeed, revokeFeed } from './calendarFeed.server.ts'
import { calendarText } from './calendarText.ts'
import { calendarWords } from './calendarWords.ts'
import { feedParams } from './doors.ts'
import { may } from './may.ts'
import { rosterPaths } from './paths.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  readonly teamUrl: URL
}

/** Everybody's own times as a calendar: its link, and what the link opens without signing in. */
export function calendarRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'keep_calendar', null) ? visit : context.notFound()
  }
  const show = async (context: Context, visit: Visit, link: string | null) => {
    const view = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      madeAt: await feedMadeAt(reader),
    }))
    const page = <CalendarPage {...view} lang={visit.lang} link={link} />
    const title = calendarWords[visit.lang].title
    return context.html(<>{deps.frame(visit, view.region, title, 'calendar', page)}</>)
  }

  app.get('/calendar/:file{[^/]+\\.ics}', async (context) => {
    const asked = feedParams.safeParse(context.req.param()).data
    const entries = asked === undefined ? null : await openFeed(deps.db, asked.file.replace(/\.ics$/, ''))
    if (entries === null) return context.notFound()
    return context.body(calendarText(entries, languageOf(context.req.query('lang'))), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
    })
  })

  app.get('/:region/calendar', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await show(context, visit, null)
  })

  // The answer itself shows the link: a redirect would have to keep it somewhere.
  app.post('/:region/calendar', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const made = await makeFeed(deps.db, visit.actor)
    if (!made.ok) return context.notFound()
    return await show(
      context,
      visit,
      new URL(rosterPaths.feed(made.value.token, visit.lang), deps.teamUrl).href,
    )
  })

  app.post('/:region/calendar/end', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    await revokeFeed(deps.db, visit.actor)
    return context.redirect(rosterPaths.calendar(context.req.param('region')), 303)
  })
  return app
}
