import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../platform/db.server.ts'
import { noRegion } from '../platform/door.server.ts'
import type { Log } from '../platform/log.server.ts'
import { recordUpkeep } from '../platform/upkeep.server.ts'
import { type Handler, handle } from '../platform/worker.server.ts'
import { regionDirectory } from '../region/index.server.ts'
import { nextSweep, sweep } from './jobs.ts'
import { asKeeper, sweepInstallation, sweepRegion, type Went } from './sweep.server.ts'

/** Looked at with every heartbeat: tomorrow's removal has a job. */
export async function keepRetention(db: Db): Promise<void> {
  await db.outside(async (outside) => {
    const { rows } = await sql<{ now: Temporal.Instant }>`select tailboard.now() as now`.execute(outside)
    const { day, at } = nextSweep(rows[0]!.now)
    const key = `retention:${day}`
    const waiting = await sql`select tailboard.jobs_waiting(${[key]})`.execute(outside)
    if (waiting.rows.length === 0)
      await sql`select tailboard.enqueue(${sweep.name}, '{}'::jsonb, ${key}, ${at})`.execute(outside)
  })
}

/** `pool` is the worker's: the application may not remove these rows. */
export function retentionHandlers({ db, pool, log }: { db: Db; pool: pg.Pool; log: Log }): Handler[] {
  return [
    handle(sweep, async () => {
      const went: Went[] = []
      // Knocks at doors of no region stand under one that none has.
      const regions = [...(await regionDirectory(db)).map((one) => one.regionId), noRegion]
      for (const regionId of regions) went.push(...(await sweepRegion(pool, regionId, { dryRun: false })))
      went.push(...(await sweepInstallation(pool, { dryRun: false })))
      await recordSweep(pool)
      const rows = went.reduce((sum, one) => sum + (one.held ? 0 : one.rows), 0)
      log.info({ rows }, 'what was too old is gone')
    }),
  ]
}

export async function recordSweep(pool: pg.Pool): Promise<void> {
  await asKeeper(pool, null, async (client) => {
    const { rows } = await client.query<{ now: Temporal.Instant }>('select tailboard.now() as now')
    await recordUpkeep(client, 'retention', rows[0]!.now)
  })
}
