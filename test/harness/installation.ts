import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadedRegion } from '../../src/demonstration.server.ts'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { parseConfig } from '../../src/platform/config.server.ts'
import type { AccountId } from '../../src/platform/ids.ts'
import { openLog } from '../../src/platform/log.server.ts'
import { type Running, startJobs, startWeb } from '../../src/serve.server.ts'
import { openServices, type Services } from '../../src/services.server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { demoDatabase } from './demonstration.ts'

export type Empty = {
  readonly services: Services
  readonly base: TestDatabase
  readonly secretsFolder: string
  readonly publicUrl: string
  readonly teamUrl: string
  /** Every line that was logged. */
  readonly logged: readonly string[]
  /** Jobs and pages; `stop` ends them too. */
  start(): Promise<void>
  stop(): Promise<void>
}

export type Installation = Omit<Empty, 'start'> & {
  readonly harbor: LoadedRegion
  readonly coordinator: AccountId
}

const root = join(import.meta.dirname, '../..')

/** The whole of Tailboard with nothing in it, or with what is in `base`: real database, worker and pages on a port of its own. */
export async function openEmpty(
  more: Readonly<Record<string, string>> = {},
  base?: TestDatabase,
): Promise<Empty> {
  base ??= await freshDatabase()
  const secretsFolder = mkdtempSync(join(tmpdir(), 'tailboard-secrets-'))
  const port = await freePort()
  const config = parseConfig({
    PORT: String(port),
    TAILBOARD_SECRETS: secretsFolder,
    TAILBOARD_KEYS: join(secretsFolder, 'keys'),
    TAILBOARD_DEV: '1',
    ...more,
  })
  const logged: string[] = []
  const log = openLog('info', {
    write(line) {
      logged.push(line)
      process.stderr.write(line)
    },
  })
  const addresses = {
    app: base.url('tailboard_app'),
    auth: base.url('tailboard_auth'),
    worker: base.url('tailboard_worker'),
    support: base.url('tailboard_support'),
    setRole: false,
  }
  const services = openServices(config, root, addresses, undefined, log)
  const running: Running[] = []
  return {
    services,
    base,
    secretsFolder,
    publicUrl: config.publicUrl.origin,
    teamUrl: config.teamUrl.origin,
    logged,
    async start() {
      for (const part of [startJobs, startWeb]) running.unshift(await part(services))
    },
    async stop() {
      for (const part of running) await part.stop()
      await services.close()
      await base.drop()
      rmSync(secretsFolder, { recursive: true, force: true })
    },
  }
}

/** The same with the fictional Harbor Region and its coordinator. */
export async function openInstallation(more: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const day = Temporal.Now.plainDateISO('America/New_York')
  const { base, regions } = await demoDatabase(['harbor'], day, false)
  const { harbor } = regions
  const empty = await openEmpty(more, base)
  const { services } = empty
  const coordinator = await createAccount(services.auth, {
    email: 'rae.h@coordination.example',
    name: 'Rae H.',
  })
  await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
    grantRole(tx, coordinator, 'duty_coordinator'),
  )
  await empty.start()
  return { ...empty, harbor, coordinator }
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
