import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type ArchivedTable, ArchiveProblem, firstLine, type Head } from './archive.ts'
import { archivedTables, inTransaction } from './archiveTables.server.ts'

type Watch = {
  readonly signal: AbortSignal
  /** Called after each table. */
  done(table: ArchivedTable): void
}

/**
 * Writes an archive of one state of the database into a file that does not exist yet (mode 600). Until it is whole it is
 * called FILE.part; stopped or failed, nothing stays behind.
 */
export async function writeArchive(adminUrl: string, file: string, watch: Watch): Promise<Head> {
  const part = `${file}.part`
  if (existsSync(file)) throw new ArchiveProblem(`${file} is there already. Name another file.`)
  if (existsSync(part))
    throw new ArchiveProblem(
      `${part} is there: another backup is writing it, or one was killed. Then remove it and try again.`,
    )
  try {
    const head = await inTransaction(
      adminUrl,
      'begin isolation level repeatable read read only',
      async (client) => {
        const head = await headOf(client)
        await pipeline(
          textOf(client, head, watch),
          createGzip(),
          createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
          { signal: watch.signal },
        )
        return head
      },
    )
    if (existsSync(file)) throw new ArchiveProblem(`${file} came to be meanwhile. Name another file.`)
    renameSync(part, file)
    return head
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/**
 * From here on the reader that every wall lets in is asked, whoever connected: an owner is held by forced row security,
 * and would copy nothing without an error. A table that this reader can't see whole is refused, never left out.
 */
async function headOf(client: pg.ClientBase): Promise<Head> {
  const known = await client.query(`select 1 from pg_roles where rolname = 'tailboard_archive'`)
  if (known.rowCount === 0)
    throw new ArchiveProblem('The database is behind. Run "npx tailboard migrate" first.')
  const tables = await archivedTables(client)
  const hidden = tables.filter((table) => !table.whole).map((table) => table.name)
  if (hidden.length > 0)
    throw new ArchiveProblem(
      `A backup can’t read all of ${hidden.join(', ')}. Run "npx tailboard migrate" first.`,
    )
  await client.query('set local role tailboard_archive')
  const { rows } = await client.query<{ migration: string; now: Temporal.Instant }>(
    'select max(name) as migration, tailboard.now() as now from public.tailboard_migration',
  )
  const counted: ArchivedTable[] = []
  for (const { name, columns } of tables) {
    const count = await client.query<{ rows: number }>(`select count(*) as rows from ${name}`)
    counted.push({ name, columns: [...columns], rows: count.rows[0]!.rows })
  }
  return { migration: rows[0]!.migration, madeAt: rows[0]!.now.toString(), tables: counted }
}

async function* textOf(client: pg.ClientBase, head: Head, { done }: Watch): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const hashed = (piece: string | Buffer): Buffer => {
    hash.update(piece)
    return Buffer.from(piece as string)
  }
  yield hashed(`${firstLine}\n${JSON.stringify(head)}\n`)
  for (const table of head.tables) {
    yield hashed(`${table.name}\n`)
    const rows = client.query(copyTo(`copy ${table.name} (${table.columns.join(', ')}) to stdout`))
    for await (const piece of rows) yield hashed(piece as Buffer)
    yield hashed('\\.\n')
    done(table)
  }
  yield Buffer.from(`sha256 ${hash.digest('hex')}\n`)
}
