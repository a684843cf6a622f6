import type { Reader, Tx } from '../platform/db.server.ts'
import type { Channel } from './reach.ts'
import type { MessagingTables } from './tables.server.ts'

export type Outcome = 'taken' | 'refused' | 'unreachable' | 'stopped'
export type Earlier = {
  readonly attempt: number
  readonly outcome: Outcome | null
  readonly provider: string | null
  readonly startedAt: Temporal.Instant
}

export async function earlierAttempts(reader: Reader, key: string): Promise<Earlier[]> {
  return await reader
    .tables<MessagingTables>()
    .selectFrom('messaging.attempt')
    .select(['attempt', 'outcome', 'provider', 'started_at as startedAt'])
    .where('message_key', '=', key)
    .where('region_id', '=', reader.regionId)
    .orderBy('attempt')
    .execute()
}

/** Whether it went out, or never can: then there is nothing more to do. */
export function isSettled(earlier: readonly Earlier[]): boolean {
  return earlier.some(({ outcome }) => outcome !== null && outcome !== 'unreachable')
}

/** Written and committed before anything is on the wire; answers its number. */
export async function beginAttempt(
  tx: Tx,
  key: string,
  earlier: readonly Earlier[],
  by: { readonly channel: Channel; readonly provider: string | null },
): Promise<number> {
  const attempt = earlier.length + 1
  await tx
    .tables<MessagingTables>()
    .insertInto('messaging.attempt')
    .values({ region_id: tx.regionId, message_key: key, attempt, ...by, outcome: null })
    .execute()
  return attempt
}

export async function endAttempt(
  tx: Tx,
  key: string,
  attempt: number,
  told: { readonly outcome: Outcome; readonly reference?: string },
): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .updateTable('messaging.attempt')
    .set({ outcome: told.outcome, reference: told.reference ?? null })
    .where('region_id', '=', tx.regionId)
    .where('message_key', '=', key)
    .where('attempt', '=', attempt)
    .execute()
}
