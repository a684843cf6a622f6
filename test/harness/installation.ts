import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadedRegion, loadDemoRegion, readDemoRegion } from '../../src/demonstration.server.ts'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { parseConfig } from '../../src/platform/config.server.ts'
import type { AccountId } from '../../src/platform/ids.ts'
import { startJobs, startWeb } from '../../src/serve.server.ts'
import { openServices, type Services } from '../../src/services.server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type Installation = {
  readonly services: Services
  readonly base: TestDatabase
  readonly harbor: LoadedRegion
  readonly coordinator: AccountId
  readonly publicUrl: string
  readonly teamUrl: string
  stop(): Promise<void>
}

/** The whole of Tailboard on a port of its own: real database, worker and pages, the fictional Harbor Region. */
export async function openInstallation(): Promise<Installation> {
  const root = join(import.meta.dirname, '../..')
  const secrets = mkdtempSync(join(tmpdir(), 'tailboard-secrets-'))
  const base = await freshDatabase()
  const port = await freePort()
  const config = parseConfig({ PORT: String(port), TAILBOARD_SECRETS: secrets, TAILBOARD_DEV: '1' })
  const services = openServices(config, root, {
    app: base.url('tailboard_app'),
    auth: base.url('tailboard_auth'),
    worker: base.url('tailboard_worker'),
    setRole: false,
  })
  const today = Temporal.Now.plainDateISO('America/New_York')
  const harbor = await loadDemoRegion(
    services.db,
    join(root, 'demo'),
    readDemoRegion(join(root, 'demo'), 'harbor'),
    today,
    false,
  )
  const coordinator = await createAccount(services.auth, {
    email: 'rae.h@coordination.example',
    name: 'Rae H.',
  })
  await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
    grantRole(tx, coordinator, 'duty_coordinator'),
  )
  const jobs = await startJobs(services)
  const web = await startWeb(services)
  return {
    services,
    base,
    harbor,
    coordinator,
    publicUrl: config.publicUrl.origin,
    teamUrl: config.teamUrl.origin,
    async stop() {
      await web.stop()
      await jobs.stop()
      await services.close()
      await base.drop()
      rmSync(secrets, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
