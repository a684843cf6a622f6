import type pg from 'pg'
import { vi } from 'vitest'

/** Where a message's own two transactions can be stopped. */
export const pausePoints = {
  attemptWritten: 1,
  attemptCommitting: 2,
  outcomeWritten: 3,
  outcomeCommitting: 4,
} as const
export type PausePoint = keyof typeof pausePoints

/** Makes every write of an attempt wait wherever `pauseAt` says so: as the row is written, or in its COMMIT. */
export async function allowPauses(admin: pg.Pool): Promise<void> {
  const { attemptWritten, attemptCommitting, outcomeWritten, outcomeCommitting } = pausePoints
  await admin.query(`
    create function tailboard.pause() returns trigger language plpgsql security definer as
      $$ begin perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint); return null; end $$;
    create trigger pause_1 after insert on messaging.attempt
      for each row execute function tailboard.pause(${attemptWritten});
    create constraint trigger pause_2 after insert on messaging.attempt deferrable initially deferred
      for each row execute function tailboard.pause(${attemptCommitting});
    create trigger pause_3 after update on messaging.attempt
      for each row execute function tailboard.pause(${outcomeWritten});
    create constraint trigger pause_4 after update on messaging.attempt deferrable initially deferred
      for each row execute function tailboard.pause(${outcomeCommitting});`)
}

export type Pause = {
  /** Resolves when somebody has come to the point and waits there. */
  reached(): Promise<void>
  release(): Promise<void>
}

export async function pauseAt(admin: pg.Pool, point: PausePoint): Promise<Pause> {
  const key = pausePoints[point]
  const client = await admin.connect()
  await client.query('select pg_advisory_lock($1)', [key])
  return {
    async reached() {
      await vi.waitFor(
        async () => {
          const { rowCount } = await client.query(
            `select 1 from pg_locks where locktype = 'advisory' and not granted and objid = $1
               and database = (select oid from pg_database where datname = current_database())`,
            [key],
          )
          if (rowCount === 0) throw new Error(`nobody came to ${point}`)
        },
        { timeout: 15_000, interval: 10 },
      )
    },
    async release() {
      await client.query('select pg_advisory_unlock($1)', [key])
      client.release()
    },
  }
}
