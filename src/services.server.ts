import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { auditCallOuts, callPath, startSolver } from './activation/index.server.ts'
import { handlers as activationHandlers } from './activation/jobs.server.ts'
import { type Addresses, type Database, openDatabase } from './database.server.ts'
import { readHelpLines } from './desk/helpLines.server.ts'
import { emailOf, memberIn, openAuth } from './identity/index.server.ts'
import { handlers as identityHandlers } from './identity/jobs.server.ts'
import { readCards } from './intervention/index.server.ts'
import { handlers as interventionHandlers } from './intervention/jobs.server.ts'
import {
  hookPaths,
  mailbox,
  phonesInMemory,
  smtpTransport,
  twilioProvider,
  webPushSender,
} from './messaging/index.server.ts'
import { handlers as messagingHandlers } from './messaging/jobs.server.ts'
import { type Config, ConfigProblem } from './platform/config.server.ts'
import { type Db, openDb, openPool } from './platform/db.server.ts'
import { heartbeatHandler } from './platform/heartbeat.server.ts'
import type { AccountId, RegionId } from './platform/ids.ts'
import { type Limits, usualLimits } from './platform/limits.ts'
import { type Log, openLog } from './platform/log.server.ts'
import { openNotices } from './platform/notices.server.ts'
import { readRoles } from './platform/roles.server.ts'
import { judgeRoles, type Verdict } from './platform/roles.ts'
import { openSecrets } from './platform/secrets.server.ts'
import type { Handler } from './platform/worker.server.ts'
import { loadRegion, readPacks, regionDirectory } from './region/index.server.ts'
import { keepRetention, retentionHandlers } from './retention/index.server.ts'
import { drillCallPath } from './roster/api.ts'
import { keepDrills } from './roster/drillSchedule.server.ts'
import { adoptPacks } from './roster/index.server.ts'
import { handlers as rosterHandlers } from './roster/jobs.server.ts'
import { drillHandlers } from './roster/sendDrill.server.ts'
import {
  keepPeers,
  keysInFolder,
  keysInPostgres,
  openProfessionalRinger,
  openRinger,
  professionalCallPath,
  readChecks,
  handlers as supportHandlers,
  sweeper,
} from './support/index.server.ts'
import { mayOpenConversations } from './support/index.ts'
import { keepPapersSoon, lazyLibrary } from './training/index.server.ts'
import { handlers as trainingHandlers } from './training/jobs.server.ts'
import type { Chrome } from './ui/chrome.ts'
import type { Path } from './ui/path.ts'

/** Everything a process shares, opened once. */
export function openServices(
  config: Config,
  root: string,
  addresses: Addresses,
  limits: Limits = usualLimits,
  log: Log = openLog(),
) {
  const role = (name: string) => (addresses.setRole ? name : null)
  const secrets = openSecrets(config.secretsFolder)
  const app = { url: addresses.app, role: role('tailboard_app') }
  const db = openDb(openPool({ ...app, max: 20, limits: limits.pages }))
  // A rush of visitors takes no connection from a call-out; commands take as long as they need.
  const jobsDb = openDb(openPool({ ...app, max: 10, limits: limits.jobs }))
  const auth = openAuth({
    url: addresses.auth,
    role: role('tailboard_auth'),
    secrets,
    teamUrl: config.teamUrl,
    asksProof: !config.demo,
    limits: limits.pages,
  })
  const workerPool = openPool({
    url: addresses.worker,
    role: role('tailboard_worker'),
    max: 10,
    limits: limits.jobs,
  })
  const supportDb = openDb(
    openPool({ url: addresses.support, role: role('tailboard_support'), max: 10, limits: limits.pages }),
  )
  const erasureKeys =
    config.erasure.url === null
      ? keysInFolder(config.erasure.folder)
      : keysInPostgres(openPool({ url: config.erasure.url, role: null, max: 5, limits: limits.pages }))
  const conversations = { db: supportDb, keys: erasureKeys }
  const sweep = sweeper(conversations)
  const solver = startSolver()
  const notices = openNotices(addresses.app, role('tailboard_app'), log)
  const inMemory = config.smtpUrl === null ? mailbox() : null
  const mail =
    inMemory ?? smtpTransport(config.smtpUrl!, `Tailboard <noreply@${config.publicUrl.hostname}>`, log)
  // Kept in memory only where mail is too: somebody who sends real mail would wait for texts that never come.
  const phonesKept = config.phones.length === 0 && inMemory !== null ? phonesInMemory() : null
  const phones = phonesKept === null ? config.phones.map(twilio) : [phonesKept]
  const push = webPushSender(secrets, config.vapid)
  const open = (path: string) => new URL(path, config.publicUrl).href
  const phone = {
    phones,
    receiptsUrl: (...of: Parameters<typeof hookPaths.receipts>) => open(hookPaths.receipts(...of)),
    callUrl: (provider: string, token: string) => open(callPath(provider, token)),
    drillUrl: (provider: string, code: string) => open(drillCallPath(provider, code)),
    proofScript: (...of: Parameters<typeof hookPaths.proof>) => open(hookPaths.proof(...of)),
  }
  /** What every part needs that sends messages. */
  const sending = {
    db: jobsDb,
    mail,
    push,
    secrets,
    ...phone,
    teamUrl: config.teamUrl,
    emailOf: (id: AccountId) => emailOf(auth, id),
  }
  /** What is told directly: alarms about conversations leave neither job nor delivery. */
  const telling = {
    ...{ stores: conversations, app: db, mail, phones, push, log },
    teamUrl: config.teamUrl,
  }
  const ringer = openRinger(telling)
  const professionals = openProfessionalRinger({
    ...telling,
    secrets,
    callUrl: (provider, slug, token) => open(professionalCallPath(provider, slug, token)),
  })
  const packs = readPacks(root)
  const library = lazyLibrary(root, log)
  const handlers: Handler[] = [
    heartbeatHandler(jobsDb, log, () => mendAll(jobsDb, sweep)),
    ...messagingHandlers({ db: jobsDb, secrets, ...phone }),
    ...activationHandlers({ ...sending, solve: solver.solve }),
    ...drillHandlers(sending),
    ...rosterHandlers(sending),
    ...interventionHandlers(sending),
    ...trainingHandlers({
      ...sending,
      library,
      packs,
      memberOf: (id, regionId) => memberIn(jobsDb, id, regionId),
    }),
    ...supportHandlers({ db: jobsDb, mail, publicUrl: config.publicUrl }),
    ...retentionHandlers({ db: jobsDb, pool: workerPool, log }),
    ...identityHandlers({
      ...{ db: jobsDb, auth, mail, secrets, teamUrl: config.teamUrl },
      zoneOf: async (reader) => (await loadRegion(reader)).timeZone,
    }),
  ]
  const streams = new Set<() => void>()
  let stopping = false
  return {
    config,
    root,
    log,
    secrets,
    limits,
    db,
    jobsDb,
    auth,
    workerPool,
    conversations,
    solver,
    notices,
    /** For answers that stay open: they hear when the process stops. */
    ending(stopped: () => void) {
      streams.add(stopped)
      return { over: () => stopping, forget: () => streams.delete(stopped) }
    },
    endStreams() {
      stopping = true
      for (const stopped of streams) stopped()
    },
    mail,
    mailbox: config.mailbox ? inMemory : null,
    phones,
    push,
    phonesKept: config.mailbox ? phonesKept : null,
    handlers,
    /** Every state's law on peer support that somebody read. */
    packs,
    ringer,
    professionals,
    /** Whether conversations may begin there: counsel, by name, dated what the page says about that state’s law. */
    async opensConversations(regionId: RegionId): Promise<boolean> {
      const { state } = await db.read({ kind: 'system', regionId }, loadRegion)
      return mayOpenConversations(packs.get(state) ?? null, config.demo)
    },
    cards: readCards(root),
    /** Courses, read when first asked for; commands that need none pay nothing. */
    library,
    checks: readChecks(root),
    chrome: readChrome(root),
    async close() {
      await ringer.stop()
      await professionals.stop()
      mail.close()
      await notices.close()
      await solver.stop()
      await db.close()
      await jobsDb.close()
      await auth.close()
      await workerPool.end()
      await supportDb.close()
      await erasureKeys.close()
    },
  }
}

/** Looks at every region's call-outs and drills, one after the other, and at the night's removal; only call-outs are worth an alarm. */
async function mendAll(db: Db, sweep: ReturnType<typeof sweeper>): Promise<number> {
  let mended = 0
  const regions = await regionDirectory(db)
  // First what a promise hangs on: who is served nothing more, and which conversations end.
  for (const { regionId } of regions) await db.write({ kind: 'system', regionId }, keepPeers)
  await sweep(regions.map((one) => one.regionId))
  for (const { regionId } of regions) {
    mended += await auditCallOuts(db, regionId)
    await keepDrills(db, regionId)
  }
  for (const { regionId } of regions) await db.write({ kind: 'system', regionId }, keepPapersSoon)
  await keepRetention(db)
  return mended
}

function twilio({ name, url, from }: Config['phones'][number]) {
  return twilioProvider(name, url, from)
}

export type Services = ReturnType<typeof openServices>

/**
 * Opens what a process needs, runs it, closes everything. Refuses to start on roles that would pass the walls
 * between regions.
 */
export async function withServices<Result>(
  config: Config,
  root: string,
  work: (services: Services) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(config, root)
  try {
    const services = openServices(config, root, database)
    try {
      const { refused } = await verdictOn(services, database)
      if (refused.length > 0) throw new ConfigProblem(refused.join('\n'))
      await adoptPacks(services.db, services.packs)
      return await work(services)
    } finally {
      await services.close()
    }
  } finally {
    await database.stop()
  }
}

/** Asked on the very pools that serve, so that nothing in an address can turn one of them into something else. */
export async function verdictOn(
  { db, auth, workerPool, conversations }: Pick<Services, 'db' | 'auth' | 'workerPool' | 'conversations'>,
  database: Pick<Database, 'app' | 'auth' | 'worker' | 'support' | 'mode'>,
): Promise<Verdict> {
  const on = (pool: Db) => (text: string) =>
    pool.outside(async (kysely) => (await sql.raw<unknown>(text).execute(kysely)).rows)
  const [onApp, onSupport] = [on(db), on(conversations.db)]
  return judgeRoles(
    [
      await readRoles(onApp, 'tailboard_app', database.app),
      await readRoles(async (text) => (await auth.pool.query(text)).rows, 'tailboard_auth', database.auth),
      await readRoles(
        async (text) => (await workerPool.query(text)).rows,
        'tailboard_worker',
        database.worker,
      ),
      await readRoles(onSupport, 'tailboard_support', database.support),
    ],
    database.mode,
  )
}

function readChrome(root: string): Chrome {
  const built = (list: string) =>
    JSON.parse(readFileSync(join(root, `dist/client/${list}.json`), 'utf8')) as Record<
      string,
      { file: string }
    >
  const styles = built('manifest')
  const path = (name: string) => `/${styles[`src/ui/${name}.css`]!.file}` as Path
  return {
    help: readHelpLines(root),
    publicStylesheet: path('public'),
    courseStylesheet: path('course'),
    teamStylesheet: path('team'),
    keepCard: `/${built('islands')['src/browser/keepCard.ts']!.file}` as Path,
    board: `/${built('islands')['src/browser/board.ts']!.file}` as Path,
    push: `/${built('islands')['src/browser/push.ts']!.file}` as Path,
    passkey: `/${built('islands')['src/browser/passkey.ts']!.file}` as Path,
    write: `/${built('islands')['src/browser/write.ts']!.file}` as Path,
    conversations: `/${built('islands')['src/browser/conversations.ts']!.file}` as Path,
    talkWorker: `/${built('islands')['src/browser/talkWorker.ts']!.file}` as Path,
    check: `/${built('islands')['src/browser/check.ts']!.file}` as Path,
  }
}
