import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { withIsland } from './platform/islands.server.ts'
import type { Services } from './services.server.ts'

/** The built stylesheets, under names that change with their content. */
export function assets(app: Hono, services: Services): void {
  app.use('/assets/*', async (context, next) => {
    await next()
    if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable')
  })
  // What works beside a conversation runs under its own headers: it compiles Argon2id, and asks nobody.
  app.use(services.chrome.talkWorker, async (context, next) => {
    await next()
    if (context.res.ok) withIsland(context, 'talkWorker')
  })
  app.use('/assets/*', serveStatic({ root: `${services.root}/dist/client` }))
  // A browser knows a worker by its address, so this one's name stays; it may answer for cards alone.
  app.use('/card-worker.js', async (context, next) => {
    await next()
    // What it may fetch stands in its own headers.
    if (context.res.ok) withIsland(context, 'cardWorker')
  })
  app.use('/card-worker.js', serveStatic({ root: `${services.root}/dist/client` }))
}
