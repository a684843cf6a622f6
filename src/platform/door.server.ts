import { sql } from 'kysely'
import { callerOf } from './caller.ts'
import type { Db, Reader, Tx } from './db.server.ts'
import type { RegionId } from './ids.ts'
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
  const caller = hashed(tx, secrets, callerOf(address ?? ''))
  const all = await counted(tx, door, '', limit.perRegion.minutes)
  const mine = await counted(tx, door, caller, limit.perCaller.minutes)
  return all > limit.perRegion.knocks || mine > limit.perCaller.knocks
}

async function counted(tx: Tx, door: string, caller: string, minutes: number): Promise<number> {
  const from = windowFrom(tx.now, minutes)
  const { rows } = await sql<{ knocks: number }>`
    insert into tailboard.door_knock as k (region_id, door, caller, window_from)
    values (${tx.regionId}, ${door}, ${caller}, ${from})
    on conflict (region_id, door, caller, window_from) do update set knocks = k.knocks + 1
    returning knocks`.execute(tx.tables())
  const { knocks } = rows[0]!
  // Whoever opens a window also sweeps.
  if (knocks === 1)
    await sql`delete from tailboard.door_knock
               where region_id = ${tx.regionId} and window_from < ${tx.now.subtract({ hours: 24 })}`.execute(
      tx.tables(),
    )
  return knocks
}

/** Doors that belong to no region are counted under this one, which none has. */
export const noRegion = '00000000-0000-0000-0000-000000000000' as RegionId
const installation = { kind: 'system', regionId: noRegion } as const

type Knock = {
  readonly db: Db
  readonly secrets: Secrets
  readonly rule: { readonly door: string; readonly knocks: number; readonly minutes: number }
  /** A caller, or a token; only its hash of the day is kept. */
  readonly key: string
}

/** Counts a knock, whatever becomes of what it asks; answers how many seconds to wait where more came than is usual. */
export async function knockAt({ db, secrets, rule, key }: Knock): Promise<number | null> {
  return await db.write(installation, async (tx) => {
    const knocks = await counted(tx, rule.door, hashed(tx, secrets, key), rule.minutes)
    return knocks > rule.knocks ? secondsLeft(tx.now, rule.minutes) : null
  })
}

/** The same without counting: null while another try is usual. */
export async function waitAt({ db, secrets, rule, key }: Knock): Promise<number | null> {
  return await db.read(installation, async (reader) => {
    const { rows } = await sql<{ knocks: number }>`
      select knocks from tailboard.door_knock
       where region_id = ${noRegion} and door = ${rule.door} and caller = ${hashed(reader, secrets, key)}
         and window_from = ${windowFrom(reader.now, rule.minutes)}`.execute(reader.tables())
    return (rows[0]?.knocks ?? 0) >= rule.knocks ? secondsLeft(reader.now, rule.minutes) : null
  })
}

function hashed({ now, regionId }: Reader, secrets: Secrets, who: string): string {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate()
  return secrets.sign(`door ${day}`, `${regionId} ${who}`).subarray(0, 16).toString('base64url')
}

function windowFrom(now: Temporal.Instant, minutes: number): Temporal.Instant {
  const length = minutes * 60_000
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
}

function secondsLeft(now: Temporal.Instant, minutes: number): number {
  const ends = windowFrom(now, minutes).add({ minutes })
  return Math.max(1, Math.ceil((ends.epochMilliseconds - now.epochMilliseconds) / 1000))
}
