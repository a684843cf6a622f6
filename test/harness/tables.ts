import type pg from 'pg'

export type Table = {
  /** `schema.table` */
  readonly name: string
  /** Columns that may be written; generated ones are not among them. */
  readonly columns: readonly string[]
  /** Columns that hold text. */
  readonly texts: readonly string[]
  readonly regional: boolean
}

/** Every table of ours, as the database's own catalogue lists them; not graphile-worker's, and not the tests' clock. */
export async function tablesOf(admin: pg.Pool): Promise<readonly Table[]> {
  const { rows } = await admin.query<Table>(`
    select format('%s.%s', n.nspname, c.relname) as name,
           array_agg(format('%I', a.attname) order by a.attnum) filter (where a.attgenerated = '' and a.attidentity = '') as columns,
           coalesce(array_agg(format('%I', a.attname)) filter (where a.atttypid = 'text'::regtype and a.attgenerated = ''), '{}') as texts,
           bool_or(a.attname = 'region_id') as regional
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname not in ('graphile_worker', 'public', 'information_schema')
       and n.nspname !~ '^pg_' and c.relname <> 'clock'
     group by 1 order by 1`)
  return rows
}

/** What is counted or kept beside a request, whatever it asks: knocks at doors, this process's beat. */
const beside = /^tailboard\.(door_knock|heartbeat|worker_process|upkeep)$/

/** One hash a table over all of its rows: what differs between two of these was changed in between. */
export async function fingerprint(admin: pg.Pool, tables: readonly Table[]): Promise<Map<string, string>> {
  const asked = tables
    .filter(({ name }) => !beside.test(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from ${name} t`,
    )
  const { rows } = await admin.query<{ name: string; rows: string }>(asked.join(' union all '))
  return new Map(rows.map((row) => [row.name, row.rows]))
}

export function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name)
}
