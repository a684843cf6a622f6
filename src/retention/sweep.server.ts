import type pg from 'pg'
import { type Ask, auditBySystem, countTooOld, retireBy } from '../audit/index.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { codeOf, interval, type Keep, type Removal, type Rule } from './rule.ts'
import { rules } from './rules.ts'

/** Of one rule: how many rows went, or would; `held`: a legal hold keeps them. */
export type Went = { readonly rule: Rule; readonly rows: number; readonly held: boolean }

type Options = { readonly dryRun: boolean; readonly batch?: number }

/** Rows of a table without dependents, and things with all that hangs on them, removed in one transaction. */
const usualBatch = 500

/**
 * Removes what is too old in a region, a batch a transaction. Killed in the middle, the next one goes on where it was:
 * what went was counted in the transaction it went in.
 */
export async function sweepRegion(pool: pg.Pool, regionId: RegionId, options: Options): Promise<Went[]> {
  const went: Went[] = []
  for (const rule of rules) {
    const removals = rule.removals.filter((removal) => !removal.everywhere)
    if (removals.length === 0 && rule.removals.length > 0) continue
    let rows = 0
    let held = false
    for (const removal of removals) {
      const done = await emptied(pool, regionId, rule, removal, options)
      rows += done.rows
      held ||= done.held
    }
    went.push({ rule, rows, held })
  }
  return went
}

/** The same for what belongs to no region. */
export async function sweepInstallation(pool: pg.Pool, { dryRun }: Options): Promise<Went[]> {
  const went: Went[] = []
  for (const rule of rules) {
    const removals = rule.removals.filter((removal) => removal.everywhere)
    if (removals.length === 0) continue
    const rows = await asKeeper(pool, null, async (client) => {
      let gone = 0
      for (const { table, moment } of removals) {
        const where = `where (${moment}) <= tailboard.now() - $1::interval`
        const given = [interval(rule.keep)]
        if (dryRun) gone += await count(client, `select count(*) as rows from ${table} t ${where}`, given)
        else gone += (await client.query(`delete from ${table} t ${where}`, given)).rowCount ?? 0
      }
      return gone
    })
    went.push({ rule, rows, held: false })
  }
  return went
}

type Emptied = { readonly rows: number; readonly held: boolean }

async function emptied(
  pool: pg.Pool,
  regionId: RegionId,
  rule: Rule,
  removal: Removal,
  { dryRun, batch = usualBatch }: Options,
): Promise<Emptied> {
  let rows = 0
  for (;;) {
    const step = await asKeeper(pool, regionId, async (client) => {
      if (rule.held && (await isHeld(client)))
        return { rows: await due(client, regionId, rule.keep, removal), held: true, more: false }
      if (dryRun) return { rows: await due(client, regionId, rule.keep, removal), held: false, more: false }
      if (removal.trail) return { rows: (await retireBy(asks(client))) ?? 0, held: false, more: false }
      const gone = await removeSome(client, regionId, rule.keep, removal, batch)
      if (rule.held && gone.rows > 0) await leaveEntry(client, rule, gone.rows)
      return { ...gone, held: false }
    })
    rows += step.rows
    if (!step.more) return { rows, held: step.held }
  }
}

const tooOld = ({ table, moment }: Removal) =>
  `from ${table} t where t.region_id = $1 and (${moment}) <= tailboard.now() - $2::interval`

/** How many rows would go now, with those that hang on them. */
async function due(client: pg.ClientBase, regionId: RegionId, keep: Keep, removal: Removal): Promise<number> {
  if (removal.trail) return await countTooOld(asks(client))
  if (removal.first === undefined)
    return await count(client, `select count(*) as rows ${tooOld(removal)}`, [regionId, interval(keep)])
  const ids = await idsOf(client, regionId, keep, removal, null)
  let rows = ids.length
  for (const { table, of } of removal.first)
    rows += await count(client, `select count(*) as rows from ${table} where region_id = $1 and ${of}`, [
      regionId,
      ids,
    ])
  return rows
}

async function removeSome(
  client: pg.ClientBase,
  regionId: RegionId,
  keep: Keep,
  removal: Removal,
  batch: number,
): Promise<{ readonly rows: number; readonly more: boolean }> {
  const { table, first, counted } = removal
  if (first === undefined) {
    const gone = await client.query(
      `delete from ${table} t where t.region_id = $1 and t.ctid = any(array(select t.ctid ${tooOld(removal)} limit $3))`,
      [regionId, interval(keep), batch],
    )
    return { rows: gone.rowCount ?? 0, more: gone.rowCount === batch }
  }
  const ids = await idsOf(client, regionId, keep, removal, batch)
  if (counted !== undefined) await client.query(`${addCounts} ${counted} ${onceMore}`, [regionId, ids])
  let rows = 0
  for (const step of [...first, { table, of: 'id = any($2)' }])
    rows +=
      (await client.query(`delete from ${step.table} where region_id = $1 and ${step.of}`, [regionId, ids]))
        .rowCount ?? 0
  return { rows, more: ids.length === batch }
}

const addCounts = `insert into retention.past_request as past
  (region_id, month, kind, incidents, requests, teams, sessions)
  select $1, counted.* from (`
const onceMore = `) counted on conflict (region_id, month, kind) do update set
  incidents = past.incidents + excluded.incidents, requests = past.requests + excluded.requests,
  teams = past.teams + excluded.teams, sessions = past.sessions + excluded.sessions`

async function idsOf(
  client: pg.ClientBase,
  regionId: RegionId,
  keep: Keep,
  removal: Removal,
  limit: number | null,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(`select t.id ${tooOld(removal)} limit $3`, [
    regionId,
    interval(keep),
    limit,
  ])
  return rows.map((row) => row.id)
}

async function count(client: pg.ClientBase, text: string, given: readonly unknown[]): Promise<number> {
  return (await client.query<{ rows: number }>(text, [...given])).rows[0]!.rows
}

/**
 * Of the team's work alone: how often somebody's own notes, devices and visits go is nobody's business, and an entry for
 * them each night would bury the others.
 */
async function leaveEntry(client: pg.ClientBase, rule: Rule, rows: number): Promise<void> {
  await auditBySystem(asks(client), {
    act: 'rows_removed',
    subject: 'region',
    detail: { rule: codeOf(rule), rows: Math.min(rows, 999_999) },
  })
}

function asks(client: pg.ClientBase): Ask {
  return async <Row>(text: string, given: readonly unknown[]) =>
    (await client.query(text, [...given])).rows as Row[]
}

async function isHeld(client: pg.ClientBase): Promise<boolean> {
  return (await client.query<{ held: boolean }>('select retention.held() as held')).rows[0]!.held
}

/**
 * One transaction of the worker's under the role that may remove rows, walled into one region. Two of one region wait
 * for each other, and for whoever sets a hold: once it is set, nothing goes.
 */
export async function asKeeper<Result>(
  pool: pg.Pool,
  regionId: RegionId | null,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role tailboard_keeper')
    if (regionId !== null)
      await client.query(
        `select set_config('tailboard.region', $1, true), pg_advisory_xact_lock(hashtextextended('retention ' || $1, 0))`,
        [regionId],
      )
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}
