import { type RawBuilder, sql } from 'kysely'
import { audit } from '../audit/index.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { type AgencyId, newId, type RegionId } from '../platform/ids.ts'
import type { Agency, Region } from './agency.ts'
import { contradictionsIn } from './contradiction.ts'
import type { Discipline } from './discipline.ts'
import { type Policy, policyFrom } from './policy.ts'
import { wrongIn } from './policyChange.ts'
import type { RegionTables } from './tables.server.ts'

export type NewRegion = Omit<Region, 'id'> & { readonly policy?: Partial<Policy> }
export type NewAgency = {
  readonly name: string
  readonly town: string
  readonly state: string
  readonly discipline: Discipline
  readonly latitude: number | null
  readonly longitude: number | null
  readonly phone?: string
}

/** Which regions exist, for the page that lists them. */
export async function regionDirectory(db: Db): Promise<{ regionId: RegionId; slug: string; name: string }[]> {
  return await db.outside(async (outside) => {
    const found = await sql<{
      region_id: RegionId
      slug: string
      name: string
    }>`select * from region.directory()`.execute(outside)
    return found.rows.map((row) => ({ regionId: row.region_id, slug: row.slug, name: row.name }))
  })
}

export async function regionIdBySlug(db: Db, slug: string): Promise<RegionId | null> {
  const region = regionBySlug(slug)
  if (region === null) return null
  return await db.outside(async (outside) => {
    const found = await sql<{ id: RegionId | null }>`select ${region} as id`.execute(outside)
    return found.rows[0]?.id ?? null
  })
}

/** The same as part of another question; null: no region can have this name. */
export function regionBySlug(slug: string): RawBuilder<RegionId | null> | null {
  // Whatever stands in an address comes here; most of it can't be a region's.
  return /^[a-z][a-z0-9-]{1,39}$/.test(slug) ? sql`region.by_slug(${slug})` : null
}

export async function loadRegion(reader: Reader): Promise<Region> {
  const row = await reader
    .tables<RegionTables>()
    .selectFrom('region.region')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .executeTakeFirstOrThrow()
  return {
    id: row.region_id,
    slug: row.slug,
    name: row.name,
    state: row.state,
    timeZone: row.time_zone,
    teamPhone: row.team_phone,
  }
}

/** The day it is by the region's clock. */
export async function todayIn(reader: Reader): Promise<Temporal.PlainDate> {
  const { timeZone } = await loadRegion(reader)
  return reader.now.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** The newest policy, or the version a running call-out started with. */
export async function loadPolicy(
  reader: Reader,
  version?: number,
): Promise<{ version: number; policy: Policy }> {
  let query = reader
    .tables<RegionTables>()
    .selectFrom('region.policy')
    .select(['version', 'settings'])
    .where('region_id', '=', reader.regionId)
  if (version !== undefined) query = query.where('version', '=', version)
  const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow()
  return { version: row.version, policy: policyFrom(row.settings as Record<string, unknown>) }
}

/** What was decided by an instant; before the first decision, the first one: whatever comes later changes neither. */
export async function policyAt(reader: Reader, at: Temporal.Instant): Promise<Policy> {
  const row = await reader
    .tables<RegionTables>()
    .selectFrom('region.policy')
    .select('settings')
    .where('region_id', '=', reader.regionId)
    .where((eb) => eb.or([eb('decided_at', '<', at), eb('version', '=', 1)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return policyFrom(row.settings as Record<string, unknown>)
}

export async function loadAgencies(reader: Reader): Promise<Agency[]> {
  const rows = await reader
    .tables<RegionTables>()
    .selectFrom('region.agency')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    town: row.town,
    discipline: row.discipline,
    phone: row.phone,
    place:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
  }))
}

/** A region by itself, in a transaction of its own. */
export async function addRegion(db: Db, region: NewRegion): Promise<RegionId> {
  const regionId = newId<RegionId>()
  await db.write({ kind: 'system', regionId }, (tx) => foundRegion(tx, region))
  return regionId
}

/**
 * The writer's region with its first policy: the defaults, with what is given put over them. Throws, naming the
 * settings, when that is no policy or contradicts itself.
 */
export async function foundRegion(tx: Tx, region: NewRegion): Promise<void> {
  const policy = policyFrom({ ...region.policy })
  const broken = [
    ...wrongIn(policy).map((one) => `${one.path}: ${one.fault}`),
    ...contradictionsIn(policy).map((one) => `${one.fields.join(', ')}: ${one.code}`),
  ]
  if (broken.length > 0) throw new Error(`the policy of ${region.slug} can't stand. ${broken.join('; ')}`)
  const tables = tx.tables<RegionTables>()
  await tables
    .insertInto('region.region')
    .values({
      region_id: tx.regionId,
      slug: region.slug,
      name: region.name,
      state: region.state,
      time_zone: region.timeZone,
      team_phone: region.teamPhone,
    })
    .execute()
  const settings = JSON.stringify(policy)
  await tables
    .insertInto('region.policy')
    .values({ region_id: tx.regionId, version: 1, settings: sql`${settings}::jsonb`, decided_by: null })
    .execute()
  await audit(tx, { act: 'region_founded', subject: 'region' })
}

export async function addAgencies(tx: Tx, agencies: readonly NewAgency[]): Promise<Map<string, AgencyId>> {
  const rows = agencies.map((agency) => ({ region_id: tx.regionId, id: newId<AgencyId>(), ...agency }))
  if (rows.length > 0) await tx.tables<RegionTables>().insertInto('region.agency').values(rows).execute()
  return new Map(rows.map((row) => [row.name, row.id]))
}
