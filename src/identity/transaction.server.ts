import type pg from 'pg'
import { isStalled } from '../platform/unanswered.ts'

/** One transaction on the accounts' own pool. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let stalled = false
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    stalled = isStalled(error)
    if (!stalled) await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release(stalled)
  }
}
