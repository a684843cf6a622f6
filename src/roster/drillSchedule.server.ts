import { sql } from 'kysely'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { begin } from './beginDrill.server.ts'
import { drillBegins, drillDay } from './drill.ts'
import { startDrill } from './jobs.ts'
import { problem } from './problems.ts'
import type { RosterTables } from './tables.server.ts'

type Next = { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant }

/** When the next drill begins by itself. Days are counted from the last one, whoever began it. */
export async function nextDrill(reader: Reader): Promise<Next | null> {
  const tables = reader.tables<RosterTables>()
  const last = await tables
    .selectFrom('roster.drill')
    .select((eb) => eb.fn.max('began_at').as('at'))
    .where('region_id', '=', reader.regionId)
    .executeTakeFirst()
  const schedule = await tables
    .selectFrom('roster.drill_schedule')
    .select('counted_from')
    .where('region_id', '=', reader.regionId)
    .executeTakeFirst()
  const from = (last?.at as Temporal.Instant | null | undefined) ?? schedule?.counted_from
  if (from === undefined) return null
  const { timeZone } = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  const day = drillDay(from, policy.drill.everyDays, timeZone)
  return { day, at: drillBegins(day, reader.now, timeZone) }
}

/**
 * Looked at with every heartbeat: the next drill has a job that begins it. One that was lost, or is due on another day
 * since the policy was changed, is ordered again. The first look counts the days to the first drill: a region that is
 * new, or newly upgraded, is not asked at once.
 */
export async function keepDrills(db: Db, regionId: RegionId): Promise<void> {
  await db.write({ kind: 'system', regionId }, async (tx) => {
    await tx
      .tables<RosterTables>()
      .insertInto('roster.drill_schedule')
      .values({ region_id: regionId })
      .onConflict((conflict) => conflict.column('region_id').doNothing())
      .execute()
    const next = await nextDrill(tx)
    if (next === null) return
    const waiting = await sql`select tailboard.jobs_waiting(${[keyOf(tx, next)]})`.execute(tx.tables())
    if (waiting.rows.length === 0) await order(tx, next)
  })
}

/** The job: begins the drill if its time has come, and orders the next look. */
export async function beginDueDrill(db: Db, regionId: RegionId): Promise<void> {
  const system = { kind: 'system', regionId } as const
  // Somebody began one by hand in this very moment: then it is not due any more.
  await refusedBy({ drill_one_at_a_time: problem('drill_running') }, () =>
    db.write(system, async (tx) => {
      const next = await nextDrill(tx)
      if (next !== null && Temporal.Instant.compare(next.at, tx.now) <= 0) await begin(tx)
      return null
    }),
  )
  await db.write(system, async (tx) => {
    const next = await nextDrill(tx)
    if (next !== null) await order(tx, next)
  })
}

/** The day is part of the key: a job for another day is another job, and finds nothing due when it wakes. */
const keyOf = (tx: Tx, { day }: Next) => `drill:${tx.regionId}:${day}`

async function order(tx: Tx, next: Next): Promise<void> {
  await enqueue(tx, startDrill, { regionId: tx.regionId }, { key: keyOf(tx, next), at: next.at })
}
