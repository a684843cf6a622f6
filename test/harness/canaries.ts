import type pg from 'pg'
import type { Table } from './tables.ts'

/** Columns of text that hold a code, a key or a number of ours: a page could not be drawn with anything else in them. */
const coded =
  /^(kind|type|theme|role|state|discipline|time_zone|form_digest|provider|reference|code|way|act|channel|endpoint|p256dh|auth|lang|slug|number|message_key|document)$/

/**
 * Writes a word of its own into every column of text that people fill in, in all rows of a region, as nobody but the
 * owner of the disk can. Answers each word with the table and column it stands in. What a constraint refuses is a code.
 */
export async function plantCanaries(
  admin: pg.Pool,
  tables: readonly Table[],
  regionId: string,
): Promise<ReadonlyMap<string, string>> {
  const planted = new Map<string, string>()
  const client = await admin.connect()
  try {
    for (const { name, texts } of tables.filter((table) => table.regional))
      for (const column of texts.filter((one) => !coded.test(one))) {
        const word = `Canary${planted.size}x`
        const value =
          column === 'email'
            ? `lower($1) || substr(md5(ctid::text), 1, 8) || '@peers.example'`
            : `$1 || ' ' || substr(md5(ctid::text), 1, 8)`
        await client.query('begin')
        await client.query('set local session_replication_role = replica')
        const written = await client
          .query(`update ${name} set ${column} = ${value} where region_id = $2 and ${column} is not null`, [
            word,
            regionId,
          ])
          .then(({ rowCount }) => rowCount ?? 0)
          .catch((error: { code?: string }) => {
            // A check says which words may stand there.
            if (error.code === '23514') return 0
            throw error
          })
        await client.query(written > 0 ? 'commit' : 'rollback')
        if (written > 0) planted.set(column === 'email' ? word.toLowerCase() : word, `${name}.${column}`)
      }
  } finally {
    client.release()
  }
  return planted
}
