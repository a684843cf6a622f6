import { serve } from '@hono/node-server'
import { app } from './app.tsx'
import { writeFirstAdministratorLink } from './identity/index.server.ts'
import { startWorker } from './platform/worker.server.ts'
import { regionDirectory } from './region/index.server.ts'
import type { Services } from './services.server.ts'

export type Running = { stop(): Promise<void> }

/** Pages on loopback only, until second factors exist. */
export async function startWeb(services: Services): Promise<Running> {
  const { config, db } = services
  for (const region of await regionDirectory(db)) {
    await writeFirstAdministratorLink({
      db,
      secretsFolder: config.secretsFolder,
      teamUrl: config.teamUrl,
      regionId: region.regionId,
    })
  }
  const fetch = app(services)
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const made = serve({ fetch, port: config.port, hostname: '127.0.0.1' }, () => resolve(made))
    made.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${config.port} is taken. Set PORT to another one.`)
          : error,
      ),
    )
  })
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        setTimeout(resolve, 3000).unref()
      }),
  }
}

export async function startJobs(services: Services): Promise<Running> {
  return await startWorker(services.workerPool, services.handlers, services.log)
}

/** Resolves when the process is asked to end. The same signal often comes twice: the second must not cut the stop short. */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve())
    process.on('SIGTERM', () => resolve())
  })
}
