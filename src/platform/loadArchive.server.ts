import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type ArchivedTable, ArchiveProblem, type Head } from './archive.ts'
import { archivedTables, inTransaction, type TableOfOurs } from './archiveTables.server.ts'
import { type OpenArchive, withArchive } from './readArchive.server.ts'

type Watch = { readonly signal: AbortSignal; done(table: ArchivedTable): void }

/**
 * Loads an archive into the empty tables of a database that stands at the archive's migration: all of it, in one
 * transaction, or nothing. Every constraint holds throughout, since tables come after those they refer to.
 */
export async function loadArchive(adminUrl: string, file: string, watch: Watch): Promise<Head> {
  return await withArchive(file, (archive) =>
    inTransaction(adminUrl, 'begin', async (client) => {
      const tables = await archivedTables(client)
      expectSame(archive.head.tables, tables)
      // Its owner loads it, and COPY into forced row security is refused. The walls are back before anybody looks.
      const walled = tables.filter((table) => table.forced)
      for (const { name } of walled) await client.query(`alter table ${name} no force row level security`)
      await expectEmpty(client, tables)
      const triggers = await silence(client, tables)
      await fill(client, archive, watch)
      for (const { table, name, enable } of triggers)
        await client.query(`alter table ${table} enable ${enable} trigger ${name}`)
      for (const { name } of walled) await client.query(`alter table ${name} force row level security`)
      return archive.head
    }),
  )
}

/** Before anything is touched: nobody was here, or nobody but Tailboard at the archive's migration, and it is empty. */
export async function expectRoom(adminUrl: string, migration: string): Promise<void> {
  await inTransaction(adminUrl, 'begin read only', async (client) => {
    const ledger = await client.query<{ there: boolean }>(
      `select to_regclass('public.tailboard_migration') is not null as there`,
    )
    if (!ledger.rows[0]!.there) return
    const done = await client.query<{ last: string | null }>(
      'select max(name) as last from public.tailboard_migration',
    )
    const { last } = done.rows[0]!
    if (last === null) return
    if (last !== migration)
      throw new ArchiveProblem(
        `The database is in use by another version (${last}; the archive was made at ${migration}). Nothing was restored.`,
      )
    const tables = await archivedTables(client)
    await client.query('set local role tailboard_archive')
    await expectEmpty(client, tables)
  })
}

async function fill(client: pg.ClientBase, archive: OpenArchive, { signal, done }: Watch): Promise<void> {
  for (const table of archive.head.tables) {
    const into = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`))
    await pipeline(Readable.from(archive.rowsOf(table), { objectMode: false }), into, { signal })
    const { rows } = await client.query<{ rows: number }>(`select count(*) as rows from ${table.name}`)
    if (rows[0]!.rows !== table.rows)
      throw new ArchiveProblem(
        `${table.name} has ${rows[0]!.rows} rows instead of ${table.rows}. Nothing was restored.`,
      )
    done(table)
  }
  await archive.end()
}

/** Names and columns go into statements: only those the database has itself. */
function expectSame(archived: readonly ArchivedTable[], tables: readonly TableOfOurs[]): void {
  const shape = (some: readonly { readonly name: string; readonly columns: readonly string[] }[]) =>
    some.map(({ name, columns }) => JSON.stringify([name, columns])).sort()
  const [theirs, ours] = [shape(archived), shape(tables)]
  if (theirs.length !== ours.length || theirs.some((one, index) => one !== ours[index]))
    throw new ArchiveProblem('This archive’s tables are not those its version had. Nothing was restored.')
}

async function expectEmpty(client: pg.ClientBase, tables: readonly TableOfOurs[]): Promise<void> {
  const full: string[] = []
  for (const { name } of tables)
    if (((await client.query(`select 1 from ${name} limit 1`)).rowCount ?? 0) > 0) full.push(name)
  if (full.length === 0) return
  const which = `${full.slice(0, 3).join(', ')}${full.length > 3 ? ' and more' : ''}`
  throw new ArchiveProblem(`The database is not empty: there are rows in ${which}. Nothing was restored.`)
}

type Trigger = { readonly table: string; readonly name: string; readonly enable: string }

/** What a trigger does was done when the rows were first written. Those of foreign keys stay. */
async function silence(client: pg.ClientBase, tables: readonly TableOfOurs[]): Promise<readonly Trigger[]> {
  const { rows } = await client.query<Trigger>(`
    select format('%I.%I', n.nspname, c.relname) as "table", format('%I', t.tgname) as name,
           case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as enable
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0`)
  const ours = rows.filter(({ table }) => tables.some(({ name }) => name === table))
  for (const { table, name } of ours) await client.query(`alter table ${table} disable trigger ${name}`)
  return ours
}
