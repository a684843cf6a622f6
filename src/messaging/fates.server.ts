import type { Reader } from '../platform/db.server.ts'
import { type Fate, fateOf } from './fate.ts'
import type { MessagingTables } from './tables.server.ts'

/** What became of messages, by their keys, in one question. One that nobody began to send is missing. */
export async function fatesOf(reader: Reader, keys: readonly string[]): Promise<ReadonlyMap<string, Fate>> {
  if (keys.length === 0) return new Map()
  const rows = await reader
    .tables<MessagingTables>()
    .selectFrom('messaging.attempt')
    .select(['message_key', 'outcome', 'state'])
    .where('region_id', '=', reader.regionId)
    .where('message_key', 'in', keys)
    .execute()
  const attempts = Map.groupBy(rows, (row) => row.message_key)
  return new Map([...attempts].map(([key, tried]) => [key, fateOf(tried)]))
}
