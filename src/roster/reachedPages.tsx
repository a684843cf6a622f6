import { type Context, Hono } from 'hono'
import { reachOf } from '../messaging/index.server.ts'
import type { Db } from '../platform/db.server.ts'
import { readIdCode } from '../platform/idCode.server.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { answerDrill } from './answerDrill.server.ts'
import { loadDrillLines, regionOfDrillLine } from './drillStore.server.ts'
import { rosterPaths } from './paths.ts'
import { ReachedPage } from './ReachedPage.tsx'

type Deps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly chrome: Chrome
  /** What the reader chose on this host; null: nothing yet. */
  chosen(request: Request): Language | null
}

/** "Did this reach you?": the link of one message. It acts only on a POST, for mail systems open links too. */
export function reachedRoutes(deps: Deps): Hono {
  const app = new Hono()
  const load = async (context: Context) => {
    const code = context.req.param('code') ?? ''
    const lineId = readIdCode<string>(deps.secrets, 'drill answer', code)
    const regionId = lineId === null ? null : await regionOfDrillLine(deps.db, lineId)
    if (lineId === null || regionId === null) return null
    const chosen = deps.chosen(context.req.raw)
    return await deps.db.read({ kind: 'system', regionId }, async (reader) => {
      const [line] = await loadDrillLines(reader, { id: lineId })
      const lang = chosen ?? (await reachOf(reader, line!.whom.id)).lang
      return { code, lineId, regionId, lang, answered: line!.answeredAt !== null }
    })
  }
  const nothing = (context: Context) =>
    context.html(
      <ReachedPage chrome={deps.chrome} lang={deps.chosen(context.req.raw) ?? 'en'} line={null} />,
      404,
    )

  app.get('/reached/:code', async (context) => {
    const line = await load(context)
    if (line === null) return nothing(context)
    return context.html(<ReachedPage chrome={deps.chrome} lang={line.lang} line={line} />)
  })

  app.post('/reached/:code', async (context) => {
    const line = await load(context)
    if (line === null) return nothing(context)
    await answerDrill(deps.db, line.regionId, line.lineId, 'link')
    return context.redirect(rosterPaths.reached(line.code), 303)
  })
  return app
}
