import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formDataOf } from '../platform/http.server.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import { policyLink, type Region } from '../region/index.ts'
import { loadMembers, takeSheet } from '../roster/index.server.ts'
import { may, rosterPaths, type SheetAsked } from '../roster/index.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { inviteWords } from './inviteWords.ts'
import { deskPaths } from './paths.ts'
import { ReadyPage, SheetStepPage } from './SetUpSteps.tsx'
import { regionFacts, type SetUpKnown } from './setUpFacts.server.ts'
import { readyLines } from './setUpReady.ts'
import { setUpWords } from './setUpWords.ts'
import { navWords } from './teamWords.ts'

type Deps = SetUpKnown & {
  readonly db: Db
  /** How the roster draws a sheet and what it comes to. */
  sheetParts(
    lang: Language,
    action: Path,
    sheet: 'agencies' | 'members',
    asked: SheetAsked,
  ): { readonly report: Child; readonly form: Child }
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

const nothingAsked: SheetAsked = { errors: [], typed: { sheet: null, pasted: '' }, checked: null }

/** The last three steps of the first run, for whoever keeps the roster; they stay as pages afterwards. */
export function setUpStepRoutes(deps: Deps): Hono {
  const { db } = deps
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'import_sheet', null) ? visit : context.notFound()
  }

  for (const step of ['agencies', 'members'] as const) {
    const page = async (context: Context, visit: Visit, asked: SheetAsked, status: 200 | 400 | 409) => {
      const { region, count } = await db.read(visit.actor, async (reader) => ({
        region: await loadRegion(reader),
        count: (await (step === 'agencies' ? loadAgencies(reader) : loadMembers(reader))).length,
      }))
      const saved = context.req.query('saved') !== undefined
      const parts = deps.sheetParts(visit.lang, deskPaths.setUpStep(region.slug, step), step, asked)
      const props = { lang: visit.lang, region, step, count, saved, asked, parts }
      const title = setUpWords[visit.lang][step]
      return context.html(
        <>{deps.frame(visit, region, title, 'setUp', <SheetStepPage {...props} />)}</>,
        status,
      )
    }
    app.get(`/:region/set-up/${step}`, async (context) => {
      const visit = await enter(context)
      return visit instanceof Response ? visit : await page(context, visit, nothingAsked, 200)
    })
    app.post(`/:region/set-up/${step}`, async (context) => {
      const visit = await enter(context)
      if (visit instanceof Response) return visit
      const taken = await takeSheet(db, visit.actor, await formDataOf(context.req), visit.lang)
      if (taken.kind === 'not_allowed') return context.notFound()
      if (taken.kind === 'shown') return await page(context, visit, taken.asked, taken.status)
      return context.redirect(`${deskPaths.setUpStep(context.req.param('region')!, step)}?saved`, 303)
    })
  }

  app.get('/:region/set-up/ready', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const { region, lines } = await db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      lines: readyLines(await regionFacts(reader, deps)),
    }))
    const { slug } = region
    const say = setUpWords[visit.lang]
    const [policy] = policyLink(visit, region, '')
    const ways = {
      agencies: { href: deskPaths.setUpStep(slug, 'agencies'), label: say.agencies },
      members: { href: deskPaths.setUpStep(slug, 'members'), label: say.members },
      deployable: { href: rosterPaths.roster(slug), label: navWords[visit.lang].roster },
      coordinators: { href: deskPaths.invitations(slug), label: inviteWords[visit.lang].title },
      ...(policy === undefined ? {} : { policy }),
    }
    const content = <ReadyPage lang={visit.lang} region={region} lines={lines} ways={ways} />
    return context.html(<>{deps.frame(visit, region, say.ready, 'setUp', content)}</>)
  })
  return app
}
