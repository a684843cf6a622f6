import { Hono } from 'hono'
import { lastBeat } from './platform/heartbeat.server.ts'
import { healthOf } from './platform/heartbeat.ts'
import type { Services } from './services.server.ts'

/** What a monitor asks. */
export function monitor({ db }: Services): Hono {
  const app = new Hono()
  app.get('/healthz', (context) => context.text('ok'))
  // For a monitor outside: whatever is not "ok", and no answer at all, means page.
  app.get('/heartbeat', async (context) => {
    const health = await lastBeat(db).then(
      ({ beat, now }) => healthOf(beat, now),
      () => 'no database' as const,
    )
    return context.text(health, health === 'ok' ? 200 : 503)
  })
  return app
}
