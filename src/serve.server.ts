import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { app } from './app.tsx'
import { writeSetUpLink } from './desk/setUpLink.server.ts'
import { writeFirstAdministratorLink } from './identity/index.server.ts'
import type { Config } from './platform/config.server.ts'
import { startHeartbeat } from './platform/heartbeat.server.ts'
import type { WireLimits } from './platform/limits.ts'
import { startWorker } from './platform/worker.server.ts'
import { regionDirectory } from './region/index.server.ts'
import type { Services } from './services.server.ts'

export type Running = {
  /** What whoever started it should know. */
  readonly said?: readonly string[]
  stop(): Promise<void>
}

/** A client that sends slowly or not at all is answered 408 and let go. */
function boundTo(limits: WireLimits) {
  return {
    serverOptions: {
      headersTimeout: limits.headers * 1000,
      requestTimeout: limits.request * 1000,
      keepAliveTimeout: limits.waiting * 1000,
      connectionsCheckingInterval: limits.looked * 1000,
      maxHeaderSize: limits.headerBytes,
    },
  }
}

/** One more connection than these is not taken, and one on which nothing moves is cut. */
function hold(server: ReturnType<typeof serve>, limits: WireLimits): void {
  // Plain HTTP/1: TLS, and with it HTTP/2, ends before us.
  ;(server as Server).maxConnections = limits.connections
  server.setTimeout(limits.silent * 1000)
}

/** Pages, on one address of this machine. */
export async function startWeb(services: Services): Promise<Running> {
  const { config, db, limits } = services
  const regions = await regionDirectory(db)
  for (const region of regions) {
    await writeFirstAdministratorLink({
      db,
      secretsFolder: config.secretsFolder,
      teamUrl: config.teamUrl,
      regionId: region.regionId,
    })
  }
  const fetch = app(services)
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const made = serve({ fetch, port: config.port, hostname: config.host, ...boundTo(limits.wire) }, () =>
      resolve(made),
    )
    hold(made, limits.wire)
    made.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${config.port} is taken. Set PORT to another one.`)
          : error,
      ),
    )
  })
  // Whom this process rang before it stopped nobody knows: whatever waits rings again.
  const ids = regions.map((region) => region.regionId)
  Promise.all([services.ringer.ringAll(ids), services.professionals.ringAll(ids)]).catch((error: unknown) =>
    services.log.warn({ err: error }, 'what waits could not be looked for'),
  )
  return {
    said:
      regions.length > 0
        ? []
        : [
            'This installation is empty. The link that sets it up stands in',
            `  ${writeSetUpLink(config.secretsFolder, config.teamUrl)}`,
          ],
    stop: () =>
      new Promise((resolve) => {
        services.endStreams()
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        setTimeout(resolve, 3000).unref()
      }),
  }
}

export async function startJobs(services: Services): Promise<Running> {
  await startHeartbeat(services.jobsDb)
  return await startWorker(services.workerPool, services.handlers, services.log)
}

/**
 * Starts the parts, says that they are ready, and stops them in order when asked, also those that had started
 * when a later one could not: a worker left running would keep the process for ever.
 */
export async function serveUntil(
  asked: Promise<void>,
  services: Services,
  parts: readonly ((services: Services) => Promise<Running>)[],
  ready: readonly string[],
): Promise<void> {
  const running: Running[] = []
  try {
    for (const part of parts) running.unshift(await part(services))
    // Read now: what can't be read is logged at the start, and no visitor waits.
    services.library.courses
    const said = running.flatMap((part) => part.said ?? [])
    process.stdout.write(`${[...ready, ...said].join('\n')}\n`)
    await asked
  } finally {
    for (const part of running) await part.stop()
  }
}

/** What a process that takes the jobs says about mail. */
export function mailLines({ smtpUrl }: Config): readonly string[] {
  return smtpUrl === null
    ? ['No mail is sent: messages stay in memory until this process ends. Set SMTP_URL to send them.']
    : []
}

/** Resolves when the process is asked to end; called first, so that asking early stops in order too. The same signal often comes twice: the second must not cut the stop short. */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve())
    process.on('SIGTERM', () => resolve())
  })
}
