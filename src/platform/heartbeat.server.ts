import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from './db.server.ts'
import { type Beat, beatSeconds } from './heartbeat.ts'
import { job } from './jobs.ts'
import type { Log } from './log.server.ts'
import { type Handler, handle } from './worker.server.ts'

const beat = job('tailboard.heartbeat', z.object({}))

/** Every process that takes jobs calls this at its start: one beat waits for all of them together. */
export async function startHeartbeat(db: Db): Promise<void> {
  await db.outside((outside) =>
    sql`select tailboard.enqueue(${beat.name}, '{}'::jsonb, 'heartbeat', tailboard.now())`.execute(outside),
  )
}

/** `mend` looks after everything that runs and answers how much of it had no next step. */
export function heartbeatHandler(db: Db, log: Log, mend: () => Promise<number>): Handler {
  return handle(beat, async () => {
    // The next beat first: one that fails on the way must not be the last.
    await db.outside((outside) =>
      sql`select tailboard.enqueue(${beat.name}, '{}'::jsonb, 'heartbeat',
            tailboard.now() + make_interval(secs => ${beatSeconds}))`.execute(outside),
    )
    const mended = await mend()
    if (mended > 0) log.error({ mended }, 'call-outs had no next step; each was given one again')
    await db.outside((outside) =>
      sql`insert into tailboard.heartbeat (beat_at, mended, given_up)
          values (tailboard.now(), ${mended}, tailboard.jobs_given_up())
          on conflict (only_one) do update
            set beat_at = excluded.beat_at, mended = excluded.mended, given_up = excluded.given_up`.execute(
        outside,
      ),
    )
  })
}

/** The last beat, and the database's clock; throws where the database does not answer. */
export async function lastBeat(db: Db): Promise<{ beat: Beat | null; now: Temporal.Instant }> {
  return await db.outside(async (outside) => {
    const { rows } = await sql<{
      now: Temporal.Instant
      at: Temporal.Instant | null
      mended: number | null
      given_up: number | null
    }>`select tailboard.now() as now, h.beat_at as at, h.mended, h.given_up
         from (select 1) one left join tailboard.heartbeat h on true`.execute(outside)
    const { now, at, mended, given_up } = rows[0]!
    return { now, beat: at === null ? null : { at, mended: mended ?? 0, givenUp: given_up ?? 0 } }
  })
}
