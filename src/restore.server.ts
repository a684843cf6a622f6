import { join, resolve } from 'node:path'
import { fileIn, progress, type Said, type Session } from './backup.server.ts'
import { reachDatabase } from './database.server.ts'
import { ArchiveProblem, whyNot } from './platform/archive.ts'
import type { Config } from './platform/config.server.ts'
import { openDb, openPool } from './platform/db.server.ts'
import { expectRoom, loadArchive } from './platform/loadArchive.server.ts'
import { migrate, migrationFiles } from './platform/migrate.server.ts'
import { checkArchive } from './platform/readArchive.server.ts'
import { recordUpkeep } from './platform/upkeep.server.ts'
import { regionDirectory } from './region/index.server.ts'
import { walkTrails } from './trails.server.ts'

/**
 * `tailboard restore FILE`: into an empty database only. The whole file is read before anything is touched; the tables
 * are made as the archive knew them, filled in one transaction, and brought up to date. Then every region's trail is
 * walked: an archive's digest can be put right by whoever changes it, the trail's links can't one by one.
 */
export async function restoreCommand(
  args: readonly string[],
  config: Config,
  root: string,
  { signal, tell }: Session,
): Promise<Said> {
  const file = resolve(fileIn(args, 'restore'))
  const folder = join(root, 'migrations')
  tell('The archive is checked …\n')
  const { migration, madeAt } = await checkArchive(file)
  const refused = whyNot({ migration }, migrationFiles(folder))
  if (refused !== null) throw new ArchiveProblem(refused)
  const database = await reachDatabase(config)
  try {
    const own = database.mode === 'own'
    await expectRoom(database.admin, migration).catch((error: unknown) => {
      throw error instanceof ArchiveProblem
        ? new ArchiveProblem(`${error.message}\n${remedy(config)}`)
        : error
    })
    await migrate(database.admin, folder, own, migration)
    const head = await loadArchive(database.admin, file, { signal, done: progress(tell) })
    await migrate(database.admin, folder, own)
    const pool = openPool({ url: database.admin, role: null, max: 1 })
    await recordUpkeep(pool, 'backup', Temporal.Instant.from(madeAt)).finally(() => pool.end())
    const rows = head.tables.reduce((sum, table) => sum + table.rows, 0)
    const back = `${head.tables.length} tables with ${rows} rows are back, as of ${madeAt}.\n`
    tell('The audit trails are walked …\n')
    const { lines, broken } = await trails(database.admin)
    return broken.length === 0
      ? { code: 0, text: `${back}${lines}${goOn(madeAt)}` }
      : { code: 1, text: `${back}${lines}${doubtful(broken)}` }
  } finally {
    await database.stop()
  }
}

function goOn(madeAt: string): string {
  return `Every audit trail holds. Look for the anchors you kept until ${madeAt}: npx tailboard audit verify --anchor FILE.
Start Tailboard: call-outs that ran go on within a minute; everybody signs in anew.\n`
}

function doubtful(broken: readonly string[]): string {
  return `The audit trail of ${broken.join(', ')} DOES NOT HOLD: the archive is not what Tailboard wrote, or was made of a database that somebody had changed.
Nothing was taken back. Don't start Tailboard on it yet: do what docs/operations.md says under "A trail that does not hold".\n`
}

/** As the pages see them, through the walls. */
async function trails(adminUrl: string) {
  const db = openDb(openPool({ url: adminUrl, role: 'tailboard_app', max: 1 }))
  let lines = ''
  const tell = (text: string) => {
    lines += text
  }
  try {
    const { broken } = await walkTrails(db, await regionDirectory(db), [], tell)
    return { lines, broken }
  } finally {
    await db.close()
  }
}

function remedy({ databaseUrl, dataFolder }: Config): string {
  return databaseUrl === null
    ? `Stop Tailboard, move ${join(dataFolder, 'postgres')} away, and try again: it is made anew.`
    : 'Create an empty database, name it in DATABASE_URL and DATABASE_ADMIN_URL, and try again.'
}
