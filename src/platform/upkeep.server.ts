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

/** How many hours ago each was last done, by what the database remembers. */
export async function hoursSinceUpkeep(pool: pg.Pool): Promise<ReadonlyMap<Upkeep, number>> {
  const { rows } = await pool.query<{ what: Upkeep; hours: number }>(
    'select what, (extract(epoch from tailboard.now() - done_at) / 3600)::float8 as hours from tailboard.upkeep',
  )
  return new Map(rows.map((row) => [row.what, row.hours]))
}
