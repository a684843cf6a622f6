import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSolver } from './activation/index.server.ts'
import { handlers as activationHandlers } from './activation/jobs.server.ts'
import { readHelpLines } from './desk/helpLines.server.ts'
import { emailOf, openAuth } from './identity/index.server.ts'
import { handlers as identityHandlers } from './identity/jobs.server.ts'
import { mailbox, smtpTransport } from './messaging/index.server.ts'
import type { Config } from './platform/config.server.ts'
import { openDb, openPool } from './platform/db.server.ts'
import { openLog } from './platform/log.server.ts'
import { migrate } from './platform/migrate.server.ts'
import { startCluster } from './platform/postgres.server.ts'
import { openSecrets } from './platform/secrets.server.ts'
import type { Handler } from './platform/worker.server.ts'
import type { Chrome } from './ui/chrome.ts'
import type { Path } from './ui/path.ts'

export type Addresses = {
  readonly app: string
  readonly auth: string
  readonly worker: string
  readonly setRole: boolean
}

/** The database: ours, in the data folder, or the one that DATABASE_URL names. Migrated before anything is served. */
export async function openDatabase(
  config: Config,
  root: string,
): Promise<Addresses & { stop(): Promise<void> }> {
  const migrations = join(root, 'migrations')
  if (config.databaseUrl !== null) {
    await migrate(config.adminUrl ?? config.databaseUrl, migrations)
    const url = config.databaseUrl
    return { app: url, auth: url, worker: url, setRole: true, stop: async () => {} }
  }
  const cluster = await startCluster(config.dataFolder, { durable: true })
  await migrate(cluster.url('postgres', 'postgres'), migrations, true)
  const url = (role: string) => cluster.url(role, 'postgres')
  return {
    app: url('tailboard_app'),
    auth: url('tailboard_auth'),
    worker: url('tailboard_worker'),
    setRole: false,
    stop: cluster.stop,
  }
}

/** Everything a process shares, opened once. */
export function openServices(config: Config, root: string, addresses: Addresses) {
  const role = (name: string) => (addresses.setRole ? name : null)
  const log = openLog()
  const secrets = openSecrets(config.secretsFolder)
  const db = openDb(openPool({ url: addresses.app, role: role('tailboard_app'), max: 20 }))
  const auth = openAuth({
    url: addresses.auth,
    role: role('tailboard_auth'),
    secrets,
    teamUrl: config.teamUrl,
  })
  const workerPool = openPool({ url: addresses.worker, role: role('tailboard_worker'), max: 10 })
  const solver = startSolver()
  const inMemory = config.smtpUrl === null ? mailbox() : null
  const mail = inMemory ?? smtpTransport(config.smtpUrl!, `Tailboard <noreply@${config.publicUrl.hostname}>`)
  const handlers: Handler[] = [
    ...activationHandlers({
      db,
      solve: solver.solve,
      mail,
      secrets,
      teamUrl: config.teamUrl,
      emailOf: (id) => emailOf(auth, id),
    }),
    ...identityHandlers({ db, auth, mail, secrets, teamUrl: config.teamUrl }),
  ]
  return {
    config,
    root,
    log,
    secrets,
    db,
    auth,
    workerPool,
    solver,
    mail,
    mailbox: config.mailbox ? inMemory : null,
    handlers,
    chrome: readChrome(root),
    async close() {
      mail.close()
      await solver.stop()
      await db.close()
      await auth.close()
      await workerPool.end()
    },
  }
}

export type Services = ReturnType<typeof openServices>

function readChrome(root: string): Chrome {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/client/manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >
  const path = (name: string) => `/${manifest[`src/ui/${name}.css`]!.file}` as Path
  return { help: readHelpLines(root), publicStylesheet: path('public'), teamStylesheet: path('team') }
}
