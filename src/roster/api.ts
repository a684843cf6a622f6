import { Hono } from 'hono'
import { fromProvider, type HookDeps, reachOf } from '../messaging/index.server.ts'
import { keyFields, speechXml } from '../messaging/index.ts'
import { readIdCode } from '../platform/idCode.server.ts'
import { answerDrill } from './answerDrill.server.ts'
import { drillScriptParams } from './doors.ts'
import { drillMessages } from './drillMessages.ts'
import { loadDrillLines, regionOfDrillLine } from './drillStore.server.ts'

/** Where a provider fetches what a drill's call says, and tells which key was pressed. */
export const drillCallPath = (provider: string, code: string, step: 'begin' | 'answered' = 'begin') =>
  `/hooks/${provider}/drills/${code}/${step}`

/** What a drill's calls say: all of it at once, for none of it is content. An answering machine presses no key. */
export function drillCallRoutes(deps: Omit<HookDeps, 'onText'>): Hono {
  const app = new Hono()
  app.post('/hooks/:provider/drills/:code/:step', async (context) => {
    const fields = await fromProvider(context, deps, keyFields)
    if (fields instanceof Response) return fields
    const asked = drillScriptParams.safeParse(context.req.param()).data
    const lineId = asked === undefined ? null : readIdCode<string>(deps.secrets, 'drill answer', asked.code)
    const regionId = lineId === null ? null : await regionOfDrillLine(deps.db, lineId)
    if (asked === undefined || lineId === null || regionId === null) return context.text('', 404)
    const { lang, answered } = await deps.db.read({ kind: 'system', regionId }, async (reader) => {
      const [line] = await loadDrillLines(reader, { id: lineId })
      return { lang: (await reachOf(reader, line!.whom.id)).lang, answered: line!.answeredAt !== null }
    })
    const say = drillMessages[lang]
    const speak = (lines: readonly string[], keyTo?: string) =>
      context.body(speechXml(keyTo === undefined ? { lang, lines } : { lang, lines, keyTo }), 200, {
        'content-type': 'text/xml; charset=utf-8',
      })
    if (answered) return speak([say.callOver])
    const next = new URL(drillCallPath(asked.provider, asked.code, 'answered'), deps.publicUrl).href
    if (asked.step !== 'answered') return speak([say.call, say.callPress], next)
    if (fields.Digits !== '1') return speak([say.callUnread, say.callPress], next)
    await answerDrill(deps.db, regionId, lineId, 'call')
    return speak([say.callThanks])
  })
  return app
}
