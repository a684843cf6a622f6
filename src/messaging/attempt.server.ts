import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db.server.ts'
import type { DeliveryState } from './phone.ts'
import type { Channel } from './reach.ts'
import type { MessagingTables } from './tables.server.ts'

export type Outcome = 'taken' | 'refused' | 'unreachable' | 'stopped' | 'unknown'
export type Earlier = {
  readonly attempt: number
  readonly outcome: Outcome | null
  readonly provider: string | null
  readonly state: DeliveryState | null
  readonly startedAt: Temporal.Instant
}

export async function earlierAttempts(reader: Reader, key: string): Promise<Earlier[]> {
  return await reader
    .tables<MessagingTables>()
    .selectFrom('messaging.attempt')
    .select(['attempt', 'outcome', 'provider', 'state', 'started_at as startedAt'])
    .where('message_key', '=', key)
    .where('region_id', '=', reader.regionId)
    .orderBy('attempt')
    .execute()
}

/**
 * Whether it went out, or never can: then there is nothing more to do. A receipt says so too, where the answer to the
 * attempt was lost.
 */
export function isSettled(earlier: readonly Earlier[]): boolean {
  return earlier.some((one) => one.state !== null || (one.outcome !== 'unreachable' && !mayBeTaken(one)))
}

/** Nobody knows whether it went out: the process died on the wire, or the provider never answered. */
export function mayBeTaken({ outcome }: Pick<Earlier, 'outcome'>): boolean {
  return outcome === null || outcome === 'unknown'
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

/** How the last attempt at a message went. */
export type Sent = {
  /** Null: nobody can know yet. */
  readonly outcome: Outcome | null
  readonly state: DeliveryState | null
  readonly startedAt: Temporal.Instant
}

/** Of these messages, by key; one that never left the house is missing. */
export async function loadSent(reader: Reader, keys: readonly string[]): Promise<ReadonlyMap<string, Sent>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string } & Sent>`
    select distinct on (message_key) message_key as key, outcome, state, started_at as "startedAt"
      from messaging.attempt
     where region_id = ${reader.regionId} and message_key = any(${keys})
     order by message_key, attempt desc`.execute(reader.tables<MessagingTables>())
  return new Map(rows.map(({ key, ...sent }) => [key, sent]))
}
