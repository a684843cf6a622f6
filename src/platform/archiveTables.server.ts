import type pg from 'pg'
import { inOrder, leftOut } from './archive.ts'
import { openPool } from './db.server.ts'

export type TableOfOurs = {
  /** As SQL writes it, `identity."grant"`. */
  readonly name: string
  readonly columns: readonly string[]
  /** Row security holds even for its owner. */
  readonly forced: boolean
  /** The backup's reader sees every row of it. */
  readonly whole: boolean
}

/** Text that does not depend on how a server or a login is set up, and no limit on how long it takes. */
const settings = [
  "datestyle = 'ISO, YMD'",
  "intervalstyle = 'postgres'",
  'extra_float_digits = 3',
  "bytea_output = 'hex'",
  'statement_timeout = 0',
  'lock_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
]

/** One transaction on a connection of its own, which is cut when the work throws. */
export async function inTransaction<Result>(
  adminUrl: string,
  begin: string,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const pool = openPool({ url: adminUrl, role: null, max: 1 })
  try {
    const client = await pool.connect()
    try {
      await client.query(begin)
      for (const setting of settings) await client.query(`set local ${setting}`)
      const result = await work(client)
      await client.query('commit')
      client.release()
      return result
    } catch (error) {
      client.release(true)
      throw error
    }
  } finally {
    await pool.end()
  }
}

const tablesText = `
  with ours as (
    select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity, c.relforcerowsecurity
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('public', 'graphile_worker', 'information_schema')
       and n.nspname !~ '^pg_'
       and (has_schema_privilege('tailboard_app', n.oid, 'usage') or has_schema_privilege('tailboard_auth', n.oid, 'usage'))
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  )
  select o.name, o.relforcerowsecurity as forced,
    array(select format('%I', a.attname) from pg_attribute a
           where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
           order by a.attnum) as columns,
    has_table_privilege('tailboard_archive', o.oid, 'select')
      and (not o.relrowsecurity
           or exists (select from pg_policy p where p.polrelid = o.oid and p.polpermissive and p.polcmd in ('r', '*')
                and 'tailboard_archive'::regrole = any(p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true'))
      and not exists (select from pg_policy p where p.polrelid = o.oid and not p.polpermissive and p.polcmd in ('r', '*')
                and (0 = any(p.polroles) or 'tailboard_archive'::regrole = any(p.polroles))) as whole
    from ours o`

const referencesText = `
  select format('%I.%I', n.nspname, c.relname) as "from", format('%I.%I', m.nspname, d.relname) as "to"
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
   where k.contype = 'f'`

/** Every table that an archive holds, each after those it refers to. */
export async function archivedTables(client: pg.ClientBase): Promise<readonly TableOfOurs[]> {
  const tables = (await client.query<TableOfOurs>(tablesText)).rows.filter(({ name }) => !(name in leftOut))
  const byName = new Map(tables.map((table) => [table.name, table]))
  const references = await client.query<{ from: string; to: string }>(referencesText)
  return inOrder([...byName.keys()], references.rows).map((name) => byName.get(name)!)
}
