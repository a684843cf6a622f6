import { sql } from 'kysely'
import type { Db } from '../../src/platform/db.server.ts'
import type { RegionId } from '../../src/platform/ids.ts'
import type { Table } from './tables.ts'

/** PostgreSQL's word for both "permission denied" and "violates row-level security". */
const refused = '42501'

/**
 * What somebody who set the region `from` could do, under the application's role, to the rows of the region `of`: read
 * them, change them, take them away, add one. `row` is a row of that region as JSON. Answers a line for each breach.
 */
export async function sqlBreaches(
  db: Db,
  table: Table,
  row: string,
  from: RegionId,
  of: RegionId,
): Promise<string[]> {
  const name = sql.raw(table.name)
  const columns = sql.raw(table.columns.join(', '))
  const attempts = {
    read: sql`select 1 from ${name} where region_id = ${of}`,
    change: sql`update ${name} set region_id = region_id where region_id = ${of} returning 1`,
    remove: sql`delete from ${name} where region_id = ${of} returning 1`,
    add: sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, ${row}::jsonb) returning 1`,
  }
  const breaches: string[] = []
  for (const [what, attempt] of Object.entries(attempts)) {
    const told = await db
      .write({ kind: 'system', regionId: from }, async (tx) => {
        const { rows } = await attempt.execute(tx.tables())
        // Nothing stays of what worked.
        throw new Undone(rows.length)
      })
      .catch((error: unknown) => {
        if (error instanceof Undone) return error.rows
        if ((error as { code?: string }).code === refused) return 0
        return String(error)
      })
    if (told !== 0) breaches.push(`${what} ${table.name}: ${told}`)
  }
  return breaches
}

class Undone extends Error {
  readonly rows: number
  constructor(rows: number) {
    super('undone')
    this.rows = rows
  }
}
