import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { declareLost, issuerKeys, rotateKey } from './issuerKey.server.ts'
import { KeyLossPage, KeysPage } from './KeysPage.tsx'
import { keysWords } from './keysWords.ts'
import { may } from './may.ts'
import { trainingPaths } from './paths.ts'

type Deps = {
  readonly db: Db
  readonly secrets: Secrets
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
}

/** The keys that sign a region's badges, for its administrators. */
export function keyRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, 'rotate_keys') ? visit : context.notFound()
  }
  const load = ({ actor }: Visit) =>
    deps.db.read(actor, async (reader) => ({
      region: await loadRegion(reader),
      keys: await issuerKeys(reader),
    }))
  const back = (context: Context) =>
    context.redirect(trainingPaths.keys(context.req.param('region') ?? ''), 303)

  app.get('/:region/training/keys', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const { region, keys } = await load(visit)
    const page = <KeysPage {...{ region, keys }} lang={visit.lang} />
    return context.html(<>{deps.frame(visit, region, keysWords[visit.lang].title, 'training', page)}</>)
  })

  app.post('/:region/training/keys', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const rotated = await rotateKey(deps, visit.actor, (await formOf(context.req)).key ?? '')
    return rotated.ok ? back(context) : context.notFound()
  })

  app.get('/:region/training/keys/:kid/loss', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const { region, keys } = await load(visit)
    const of = keys.find(({ kid }) => kid === context.req.param('kid'))
    if (of === undefined || of.lostAt !== null) return context.notFound()
    const page = <KeyLossPage {...{ region, of }} lang={visit.lang} />
    return context.html(<>{deps.frame(visit, region, keysWords[visit.lang].sureTitle, 'training', page)}</>)
  })

  app.post('/:region/training/keys/:kid/loss', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const declared = await declareLost(deps, visit.actor, context.req.param('kid'))
    return declared.ok ? back(context) : context.notFound()
  })
  return app
}
