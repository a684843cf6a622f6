import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { awaitingClearance } from './clearance.server.ts'
import { inGroup } from './commitment.ts'
import { deleteOldLoad } from './jobs.ts'
import { type Heaviness, keptDays, type LoadNow, loadOf, type NotedLoad } from './ownLoad.ts'
import type { RosterTables } from './tables.server.ts'

/** What policy counts of one member, for their own page. */
export async function loadLoadNow(reader: Reader, memberId: MemberId): Promise<LoadNow> {
  const { policy } = await loadPolicy(reader)
  const { rows } = await sql<{ ended: Temporal.Instant; weight: number }>`
    select upper(during) as ended, weight from roster.commitment
     where region_id = ${reader.regionId} and member_id = ${memberId} and upper(during) <= ${reader.now}
       and upper(during) > ${reader.now.subtract({ hours: 365 * 24 })}`.execute(reader.tables<RosterTables>())
  const off = (await awaitingClearance(reader, reader.now)).get(memberId) ?? null
  const ended = {
    all: rows.map((row) => row.ended),
    inGroup: rows.filter((row) => row.weight >= inGroup).map((row) => row.ended),
  }
  return loadOf(ended, off, policy, reader.now)
}

/** Their own notes, oldest first. The policy of the table lets nobody read another's, so no id is asked for. */
export async function loadOwnNotes(reader: Reader): Promise<NotedLoad[]> {
  const oldest = reader.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: keptDays })
  const rows = await reader
    .tables<RosterTables>()
    .selectFrom('roster.own_load')
    .select(['noted_on', 'heaviness'])
    .where('region_id', '=', reader.regionId)
    .where('noted_on', '>', oldest)
    .orderBy('noted_on')
    .execute()
  return rows.map((row) => ({ on: row.noted_on, heaviness: row.heaviness }))
}

/** How heavy it was, as of today where the region is; said again the same day, the last one stands. */
export async function noteOwnLoad(db: Db, actor: Actor, given: Heaviness): Promise<void> {
  await db.write(actor, async (tx) => {
    const { timeZone } = await loadRegion(tx)
    const today = tx.now.toZonedDateTimeISO(timeZone).toPlainDate()
    await tx
      .tables<RosterTables>()
      .insertInto('roster.own_load')
      .values({ region_id: tx.regionId, noted_on: today, heaviness: given })
      .onConflict((conflict) => conflict.constraint('own_load_once_a_day').doUpdateSet({ heaviness: given }))
      .execute()
    const at = today.add({ days: keptDays }).toZonedDateTime('UTC').toInstant()
    await enqueue(
      tx,
      deleteOldLoad,
      { regionId: tx.regionId },
      { key: `old-load:${tx.regionId}:${today}`, at },
    )
  })
}

/** One day's note, or all of their own (null). */
export async function deleteOwnLoad(db: Db, actor: Actor, on: Temporal.PlainDate | null): Promise<void> {
  await db.write(actor, (tx) =>
    tx
      .tables<RosterTables>()
      .deleteFrom('roster.own_load')
      .where('region_id', '=', tx.regionId)
      // Reading a column keeps this to one's own rows: what can't be read can't be found.
      .where((eb) => (on === null ? eb('noted_on', 'is not', null) : eb('noted_on', '=', on)))
      .execute(),
  )
}

/**
 * The job of a day: what is too old goes. It asks for no column, so that the table's policy for deleting alone decides
 * which rows those are; nobody but their owner could read them, this job least of all.
 */
export async function deleteOldLoads(db: Db, regionId: RegionId): Promise<void> {
  await db.write({ kind: 'system', regionId }, (tx) =>
    tx.tables<RosterTables>().deleteFrom('roster.own_load').execute(),
  )
}
