import type pg from 'pg'

/** The operator's own work that a database remembers. */
export type Upkeep = 'backup' | 'retention'

export async function recordUpkeep(
  client: pg.ClientBase | pg.Pool,
  what: Upkeep,
  at: Temporal.Instant,
): Promise<void> {
  await client.query(
    `insert into tailboard.upkeep (what, done_at) values ($1, $2)
     on conflict (what) do update set done_at = greatest(tailboard.upkeep.done_at, excluded.done_at)`,
    [what, at.toString()],
  )
}
