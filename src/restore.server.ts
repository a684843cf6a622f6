import { join, resolve } from 'node:path'
import { fileIn, progress, type Session } from './backup.server.ts'
import { reachDatabase } from './database.server.ts'
import { ArchiveProblem, whyNot } from './platform/archive.ts'
import type { Config } from './platform/config.server.ts'
import { openPool } from './platform/db.server.ts'
import { expectRoom, loadArchive } from './platform/loadArchive.server.ts'
import { migrate, migrationFiles } from './platform/migrate.server.ts'
import { checkArchive } from './platform/readArchive.server.ts'
import { recordUpkeep } from './platform/upkeep.server.ts'

/**
 * `tailboard restore FILE`: into an empty database only. The whole file is read before anything is touched; the tables
 * are made as the archive knew them, filled in one transaction, and brought up to date.
 */
export async function restoreCommand(
  args: readonly string[],
  config: Config,
  root: string,
  { signal, tell }: Session,
): Promise<string> {
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
    return `${head.tables.length} tables with ${rows} rows are back, as of ${madeAt}.
Start Tailboard: call-outs that ran go on within a minute; everybody signs in anew.\n`
  } finally {
    await database.stop()
  }
}

function remedy({ databaseUrl, dataFolder }: Config): string {
  return databaseUrl === null
    ? `Stop Tailboard, move ${join(dataFolder, 'postgres')} away, and try again: it is made anew.`
    : 'Create an empty database, name it in DATABASE_URL and DATABASE_ADMIN_URL, and try again.'
}
