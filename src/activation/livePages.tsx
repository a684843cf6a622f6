import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { ActivationId } from '../platform/ids.ts'
import { parseId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import { boardWords } from './boardWords.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { LiveParts } from './LiveParts.tsx'
import { loadActivationView } from './view.server.ts'
import { leave, watch, watchersOf } from './watching.server.ts'

/** Looked at again without being told, for what no notice says (assumed). */
const againMilliseconds = 15_000

/** One board, as it changes: the parts without forms, drawn anew whenever something was committed. */
export function liveRoutes(deps: TeamDeps, entered: Entered): Hono {
  const app = new Hono()
  app.get('/:region/activations/:id/live', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return context.body(null, 204)
    const id = parseId<ActivationId>(context.req.param('id'))
    if (id === null) return context.notFound()
    const drawn = context.req.query('drawn') ?? ''
    return streamSSE(context, async (stream) => {
      let wake = () => {}
      const stop = deps.notices.listen((notice) => {
        if (notice === null || notice.id === id) wake()
      })
      const ended = deps.ending(() => wake())
      stream.onAbort(() => wake())
      let sent = ''
      try {
        while (!stream.aborted && !ended.over()) {
          const next = new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, againMilliseconds)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
          // Still signed in, and still allowed: asked each time.
          const still = await entered(context)
          if (still instanceof Response) return
          const drawnNow = await draw(deps, still.actor, id, visit.lang, drawn)
          if (drawnNow === null) return
          await watch(deps.db, still.actor, id)
          if (drawnNow !== sent) await stream.writeSSE({ data: drawnNow })
          sent = drawnNow
          await next
        }
      } finally {
        stop()
        ended.forget()
        await leave(deps.db, visit.actor, id)
      }
    })
  })
  return app
}

async function draw(
  deps: TeamDeps,
  actor: Parameters<TeamDeps['db']['read']>[0],
  id: ActivationId,
  lang: Language,
  drawn: string,
): Promise<string | null> {
  const { view, watchers } = await deps.db.read(actor, async (reader) => ({
    view: await loadActivationView(reader, id),
    watchers: await watchersOf(reader, id),
  }))
  if (view === null) return null
  const others = watchers.filter((one) => actor.kind !== 'account' || one !== actor.accountId)
  const names = await Promise.all(
    others.map(async (one) => (await deps.nameOf(one)) ?? boardWords[lang].somebody),
  )
  return String(<LiveParts view={view} lang={lang} drawn={drawn} others={names} />)
}
