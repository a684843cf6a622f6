import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import type { Log } from './log.server.ts'

const notice = z.object({ region: z.uuid(), topic: z.string(), id: z.uuid(), version: z.number().int() })
export type Notice = z.infer<typeof notice>

export type Notices = {
  /** Called for every notice, and after a lost connection, when anything may have been missed: then with null. Answers how to stop. */
  listen(heard: (notice: Notice | null) => void): () => void
  close(): Promise<void>
}

/** One listening connection a process. A notice is a hint; what changed is read again. Lost connections come back by themselves. */
export function openNotices(url: string, role: string | null, log: Log): Notices {
  const listeners = new Set<(notice: Notice | null) => void>()
  const tell = (heard: Notice | null) => {
    for (const listener of listeners) listener(heard)
  }
  let closed = false
  let client: pg.Client | null = null
  const stay = (async () => {
    while (!closed) {
      const { promise: over, resolve: end } = Promise.withResolvers<void>()
      const mine = new pg.Client({ connectionString: url, options: role === null ? '' : `-c role=${role}` })
      client = mine
      mine.on('error', () => end())
      mine.on('end', () => end())
      mine.on('notification', ({ payload }) => {
        const heard = notice.safeParse(JSON.parse(payload ?? 'null'))
        if (heard.success) tell(heard.data)
      })
      try {
        await mine.connect()
        await mine.query('listen tailboard')
        tell(null)
        await over
      } catch {
        log.warn('notices are not heard; it is tried again')
      }
      await mine.end().catch(() => {})
      if (!closed) await pause(1000)
    }
  })()
  return {
    listen(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    async close() {
      closed = true
      await client?.end().catch(() => {})
      await stay
    },
  }
}
