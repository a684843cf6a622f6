import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, parseConfig } from '../src/platform/config.server.ts'
import { discard, startCluster } from '../src/platform/postgres.server.ts'
import { startWeb } from '../src/serve.server.ts'
import { openServices, type Services } from '../src/services.server.ts'
import { freePort } from './freePort.ts'
import { openMusterWorld } from './musterWorld.ts'

export type ServedWorld = {
  readonly world: Awaited<ReturnType<typeof openMusterWorld>>
  readonly config: Config
  readonly services: Services
  stop(): Promise<void>
}

/** A durable cluster with the fictional team, and its pages on a port of their own. No worker runs, and nothing is sent. */
export async function openServedWorld(more: Readonly<Record<string, string>> = {}): Promise<ServedWorld> {
  const root = process.env.TAILBOARD_ROOT ?? process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-bench-'))
  const secretsFolder = mkdtempSync(join(tmpdir(), 'tailboard-secrets-'))
  const cluster = await startCluster(folder, { durable: true })
  const world = await openMusterWorld(cluster, 'smtp://127.0.0.1:9')
  const config = parseConfig({
    PORT: String(await freePort()),
    TAILBOARD_SECRETS: secretsFolder,
    TAILBOARD_KEYS: join(secretsFolder, 'keys'),
    TAILBOARD_DEV: '1',
    ...more,
  })
  const at = (role: string) => cluster.url(role, 'muster')
  const services = openServices(config, root, {
    app: at('tailboard_app'),
    auth: at('tailboard_auth'),
    worker: at('tailboard_worker'),
    support: at('tailboard_support'),
    setRole: false,
  })
  const web = await startWeb(services)
  return {
    ...{ world, config, services },
    async stop() {
      await web.stop()
      await services.close()
      await world.close()
      await cluster.stop()
      discard(folder)
      rmSync(secretsFolder, { recursive: true, force: true })
    },
  }
}
