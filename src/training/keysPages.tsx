import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { enter, type TeamDeps } from './enter.server.ts'
import { declareLost, issuerKeys, keyInUse, rotateKey } from './issuerKey.server.ts'
import { KeyLossPage, KeysPage } from './KeysPage.tsx'
import { keysWords } from './keysWords.ts'
import { may } from './may.ts'
import { trainingPaths } from './paths.ts'

type Deps = TeamDeps & { readonly secrets: Secrets }

/** The keys that sign a region's badges, for its administrators. */
export function keyRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enterKeeper = (context: Context) => enter(deps, context, (actor) => may(actor, 'rotate_keys'))
  const load = ({ actor }: Visit) =>
    deps.db.read(actor, async (reader) => ({
      region: await loadRegion(reader),
      keys: await issuerKeys(reader),
      shut: (await keyInUse(deps.secrets, reader))?.signer === null,
    }))
  const back = (context: Context) =>
    context.redirect(trainingPaths.keys(context.req.param('region') ?? ''), 303)

  app.get('/:region/training/keys', async (context) => {
    const visit = await enterKeeper(context)
    if (visit instanceof Response) return visit
    const { region, keys, shut } = await load(visit)
    const page = <KeysPage {...{ region, keys, shut }} lang={visit.lang} />
    return context.html(<>{deps.frame(visit, region, keysWords[visit.lang].title, 'training', page)}</>)
  })

  app.post('/:region/training/keys', async (context) => {
    const visit = await enterKeeper(context)
    if (visit instanceof Response) return visit
    const rotated = await rotateKey(deps, visit.actor, (await formOf(context.req)).key ?? '')
    return rotated.ok ? back(context) : context.notFound()
  })

  app.get('/:region/training/keys/:kid/loss', async (context) => {
    const visit = await enterKeeper(context)
    if (visit instanceof Response) return visit
    const { region, keys } = await load(visit)
    const of = keys.find(({ kid }) => kid === context.req.param('kid'))
    if (of === undefined || of.lostAt !== null) return context.notFound()
    const page = <KeyLossPage {...{ region, of }} lang={visit.lang} />
    return context.html(<>{deps.frame(visit, region, keysWords[visit.lang].sureTitle, 'training', page)}</>)
  })

  app.post('/:region/training/keys/:kid/loss', async (context) => {
    const visit = await enterKeeper(context)
    if (visit instanceof Response) return visit
    const declared = await declareLost(deps, visit.actor, context.req.param('kid'))
    return declared.ok ? back(context) : context.notFound()
  })
  return app
}
