import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { ActivationId } from '../platform/ids.ts'
import { parseId } from '../platform/ids.ts'
import { boardWords } from './boardWords.ts'
import { boardParams } from './doors.ts'
import type { Entered, TeamDeps } from './entered.server.ts'
import { LiveSaid, LiveShared } from './LiveParts.tsx'
import { liveBoards } from './liveBoards.server.ts'
import { leave, watch } from './watching.server.ts'

/** Looked at again without being told, for what no notice says (assumed). */
const againMilliseconds = 15_000

/** One board, as it changes: the parts without forms, drawn anew whenever something was committed. */
export function liveRoutes(deps: TeamDeps, entered: Entered): Hono {
  const app = new Hono()
  const boards = liveBoards(deps, (view, lang) => String(<LiveShared view={view} lang={lang} />))
  app.get('/:region/activations/:id/live', async (context) => {
    const visit = await entered(context)
    if (visit instanceof Response) return context.body(null, 204)
    const asked = boardParams.safeParse(context.req.param()).data
    if (asked === undefined) return context.notFound()
    const id = parseId<ActivationId>(asked.id)!
    const drawn = context.req.query('drawn') ?? ''
    return streamSSE(context, async (stream) => {
      let wake = () => {}
      const stop = deps.notices.listen((notice) => {
        if (notice === null || notice.id === id) wake()
      })
      const ended = deps.ending(() => wake())
      stream.onAbort(() => wake())
      let sent = ''
      let watched = 0
      try {
        while (!stream.aborted && !ended.over()) {
          const next = new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, againMilliseconds)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
          const since = boards.heard()
          // Still signed in, and still allowed: asked each time.
          const still = await entered(context)
          if (still instanceof Response) return
          const board = await boards.at(still.actor, id, since)
          if (board === null) return
          const others = board.watchers
            .filter((one) => still.actor.kind !== 'account' || one.id !== still.actor.accountId)
            .map((one) => one.name ?? boardWords[visit.lang].somebody)
          const said = <LiveSaid view={board.view} lang={visit.lang} {...{ drawn, others }} />
          const drawnNow = `${board.shared(visit.lang)}${said}`
          if (drawnNow !== sent) await stream.writeSSE({ data: drawnNow })
          // A line that says nothing: whoever stands between would take a silent connection for a dead one.
          else await stream.write(':\n\n')
          sent = drawnNow
          // That they look is told once in a while, not with every change.
          if (board.view.now.epochMilliseconds - watched >= againMilliseconds) {
            watched = board.view.now.epochMilliseconds
            await watch(deps.db, still.actor, id)
          }
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
