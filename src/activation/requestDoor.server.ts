import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db.server.ts'
import { type DoorLimit, knock } from '../platform/door.server.ts'
import type { ActivationId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import type { ActivationTables } from './tables.server.ts'

/** More than a bad night brings (assumed). */
const limit: DoorLimit = {
  perCaller: { knocks: 5, minutes: 15 },
  perRegion: { knocks: 20, minutes: 60 },
}

/** Through which door a request came: counted with it, answers whether so many come that it rings with others. */
export type Door = (tx: Tx) => Promise<boolean>

export function requestDoor(secrets: Secrets, address: string | null): Door {
  return (tx) => knock(tx, secrets, 'request', address, limit)
}

/** Whether another request of the same agency has rung, and rings on because nobody took it. */
export async function anotherRings(reader: Reader, activationId: ActivationId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from activation.request mine
      join activation.request r on r.region_id = mine.region_id and r.agency_id = mine.agency_id
                               and r.activation_id <> mine.activation_id
      join activation.alert a on a.region_id = r.region_id and a.activation_id = r.activation_id
     where mine.region_id = ${reader.regionId} and mine.activation_id = ${activationId}
       and a.due_at is not null and a.round > 0
       and not exists (select 1 from activation.taking t where t.region_id = a.region_id
                          and t.activation_id = a.activation_id and t.handed_on_at is null)
     limit 1`.execute(reader.tables<ActivationTables>())
  return rows.length > 0
}

/** Those that wait for one another decide one after the other, or two of them would ring. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rings with others ${tx.regionId}`}, 0))`.execute(
    tx.tables(),
  )
}
