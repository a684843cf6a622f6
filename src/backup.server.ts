import { resolve } from 'node:path'
import { reachDatabase } from './database.server.ts'
import type { ArchivedTable } from './platform/archive.ts'
import { type Config, ConfigProblem } from './platform/config.server.ts'
import { openPool } from './platform/db.server.ts'
import { recordUpkeep } from './platform/upkeep.server.ts'
import { writeArchive } from './platform/writeArchive.server.ts'

/** How a command that takes long says what it does, and is asked to stop. */
export type Session = { readonly signal: AbortSignal; tell(text: string): void }

/** What it says at its end, and ends with; 2: not understood, or it could not begin. */
export type Said = { readonly code: 0 | 1 | 2; readonly text: string }

/** `tailboard backup FILE`: one file with everything but jobs, sessions and secrets. Answers what was written. */
export async function backupCommand(
  args: readonly string[],
  config: Config,
  { signal, tell }: Session,
): Promise<Said> {
  const file = resolve(fileIn(args, 'backup'))
  const database = await reachDatabase(config)
  try {
    const head = await writeArchive(database.admin, file, { signal, done: progress(tell) })
    const pool = openPool({ url: database.admin, role: null, max: 1 })
    await recordUpkeep(pool, 'backup', Temporal.Instant.from(head.madeAt)).finally(() => pool.end())
    const rows = head.tables.reduce((sum, table) => sum + table.rows, 0)
    const text = `${file} holds ${head.tables.length} tables with ${rows} rows, as of ${head.madeAt}.
Keep it away from this machine, and the secrets folder apart from it.\n`
    return { code: 0, text }
  } finally {
    await database.stop()
  }
}

export function fileIn(args: readonly string[], command: string): string {
  const [file, ...more] = args
  if (file === undefined || file.startsWith('-') || more.length > 0)
    throw new ConfigProblem(`tailboard ${command} FILE`)
  return file
}

/** A line for each table that has rows. */
export function progress(tell: Session['tell']) {
  return ({ name, rows }: ArchivedTable) => {
    if (rows > 0) tell(`  ${name}: ${rows}\n`)
  }
}

/** Ends what `work` does when the process is asked to stop; it then throws. */
export async function untilStopped(work: (session: Session) => Promise<Said>): Promise<number> {
  const stop = new AbortController()
  const asked = () => stop.abort()
  process.once('SIGINT', asked)
  process.once('SIGTERM', asked)
  try {
    const tell = (text: string) => void process.stderr.write(text)
    const { code, text } = await work({ signal: stop.signal, tell })
    ;(code === 2 ? process.stderr : process.stdout).write(text)
    return code
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.stderr.write('Stopped. Nothing was kept of it.\n')
    return 1
  } finally {
    process.off('SIGINT', asked)
    process.off('SIGTERM', asked)
  }
}
