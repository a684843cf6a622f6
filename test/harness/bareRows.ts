import type pg from 'pg'
import type { Table } from './tables.ts'

const something: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  date: 'current_date',
  'timestamp with time zone': 'now()',
  tstzrange: `tstzrange(now(), now() + interval '1 hour')`,
  daterange: `daterange(current_date, current_date + 1)`,
  smallint: '1',
  integer: '1',
  bigint: '1',
  boolean: 'true',
}

/**
 * Puts a row of nothing but its region and its key into each regional table that has none there, so that its wall has
 * something to keep. What else a row has to hold is dropped first, so no page can be drawn from this database any more.
 * Answers how many rows it laid.
 */
export async function layBareRows(admin: pg.Pool, tables: readonly Table[], regionId: string) {
  let laid = 0
  for (const { name } of tables.filter((table) => table.regional)) {
    const { rowCount } = await admin.query(`select 1 from ${name} where region_id = $1 limit 1`, [regionId])
    if (rowCount !== 0) continue
    const client = await admin.connect()
    try {
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      const { rows: checks } = await client.query(
        `select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
        [name],
      )
      for (const { conname } of checks) await client.query(`alter table ${name} drop constraint "${conname}"`)
      const { rows: columns } = await client.query(
        `select a.attname as column, format_type(a.atttypid, null) as type,
                exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) as key
           from pg_attribute a
          where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
            and a.attnotnull and a.attgenerated = '' and a.attidentity = ''`,
        [name],
      )
      for (const { column } of columns.filter((one) => !one.key && one.column !== 'region_id'))
        await client.query(`alter table ${name} alter column "${column}" drop not null`)
      const keys = columns.filter((one) => one.key && one.column !== 'region_id')
      const unknown = keys.filter(({ type }) => something[type] === undefined)
      if (unknown.length > 0)
        throw new Error(`${name} has a key of ${unknown[0].type}: say what stands in one`)
      await client.query(
        `insert into ${name} (${['region_id', ...keys.map(({ column }) => `"${column}"`)]})
         values (${['$1', ...keys.map(({ type }) => something[type])]})`,
        [regionId],
      )
      await client.query('commit')
      laid++
    } finally {
      client.release()
    }
  }
  return laid
}
