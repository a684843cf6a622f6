import { type Context, Hono } from 'hono'
import { reachOf } from '../messaging/index.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { ProfessionalPage } from './ProfessionalPage.tsx'
import { talkPaths } from './paths.ts'
import { type AnswerDeps, answerAsked, askedBy } from './professionalAnswer.server.ts'
import type { Asked } from './professionalAsked.ts'

type Deps = AnswerDeps & {
  readonly chrome: Chrome
  /** What the reader chose on this host; null: nothing yet. */
  chosen(request: Request): Language | null
}
const statuses = { nothing: 404, late: 410, over: 200, colleague: 200, open: 200, theirs: 200 } as const

/** The page of one link, for a professional who is rung: without sign-in, and it acts only on a POST. */
export function professionalRoutes(deps: Deps): Hono {
  const app = new Hono()
  const at = (context: Context) =>
    [context.req.param('region') ?? '', context.req.param('token') ?? ''] as const

  const show = async (context: Context, asked: Asked, conflict = false) => {
    const [, token] = at(context)
    const { regionId } = asked
    const chosen = deps.chosen(context.req.raw)
    const found =
      regionId === null
        ? null
        : await deps.app.read({ kind: 'system', regionId }, async (reader) => ({
            region: await loadRegion(reader),
            lang: 'rung' in asked && asked.rung !== null ? (await reachOf(reader, asked.rung)).lang : null,
          }))
    const lang = chosen ?? found?.lang ?? 'en'
    const page = (
      <ProfessionalPage {...{ asked, token, lang }} chrome={deps.chrome} region={found?.region ?? null} />
    )
    return context.html(page, conflict ? 409 : statuses[asked.stands])
  }

  app.get('/:region/ring/:token', async (context) => show(context, await askedBy(deps, ...at(context))))

  app.post('/:region/ring/:token', async (context) => {
    const [slug, token] = at(context)
    const asked = await answerAsked(deps, slug, token)
    if (asked.stands === 'theirs') return context.redirect(talkPaths.ring(slug, token), 303)
    return show(context, asked, asked.stands === 'colleague' || asked.stands === 'over')
  })
  return app
}
