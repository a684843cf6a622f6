import { sql } from 'kysely'
import { callerOf } from './caller.ts'
import type { Tx } from './db.server.ts'
import type { Secrets } from './secrets.server.ts'

/** So many are usual: from one address, and from everybody in a region, each in its own stretch of minutes. */
export type DoorLimit = {
  readonly perCaller: { readonly knocks: number; readonly minutes: number }
  readonly perRegion: { readonly knocks: number; readonly minutes: number }
}

/**
 * Counts one knock at a door that needs no sign-in, in the transaction of what it asks; answers whether more came than
 * is usual. `address` is the connection's own, null where there is none. It holds for every process together, since
 * the counts stand in the database; the address does not: only a hash that nobody can compare the day after.
 */
export async function knock(
  tx: Tx,
  secrets: Secrets,
  door: string,
  address: string | null,
  limit: DoorLimit,
): Promise<boolean> {
  const day = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  const caller = secrets
    .sign(`door ${day}`, `${tx.regionId} ${callerOf(address ?? '')}`)
    .subarray(0, 16)
    .toString('base64url')
  await sql`delete from tailboard.door_knock
             where region_id = ${tx.regionId} and window_from < ${tx.now.subtract({ hours: 24 })}`.execute(
    tx.tables(),
  )
  const all = await counted(tx, door, '', limit.perRegion.minutes)
  const mine = await counted(tx, door, caller, limit.perCaller.minutes)
  return all > limit.perRegion.knocks || mine > limit.perCaller.knocks
}

async function counted(tx: Tx, door: string, caller: string, minutes: number): Promise<number> {
  const length = minutes * 60_000
  const from = Temporal.Instant.fromEpochMilliseconds(Math.floor(tx.now.epochMilliseconds / length) * length)
  const { rows } = await sql<{ knocks: number }>`
    insert into tailboard.door_knock as k (region_id, door, caller, window_from)
    values (${tx.regionId}, ${door}, ${caller}, ${from})
    on conflict (region_id, door, caller, window_from) do update set knocks = k.knocks + 1
    returning knocks`.execute(tx.tables())
  return rows[0]!.knocks
}
