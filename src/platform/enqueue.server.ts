import { sql } from 'kysely'
import type { Tx } from './db.server.ts'
import type { Job } from './jobs.ts'

/** Adds the job in the transaction that causes it. The same key replaces a job that has not started. */
export async function enqueue<Payload>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  options: { readonly key?: string; readonly at?: Temporal.Instant } = {},
): Promise<void> {
  const body = JSON.stringify(job.schema.parse(payload))
  await sql`select tailboard.enqueue(${job.name}, ${body}::jsonb, ${options.key ?? null}, ${options.at ?? null})`.execute(
    tx.tables(),
  )
}
