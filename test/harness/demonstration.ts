import { join } from 'node:path'
import { type LoadedRegion, loadDemoRegion, readDemoRegion } from '../../src/demonstration.server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

type Name = 'harbor' | 'montgomery'
type Loaded = { readonly template: string; readonly regions: Readonly<Record<string, LoadedRegion>> }

const loaded = new Map<string, Promise<Loaded>>()

/** A database in which these fictional regions stand as of a day; a worker loads them once, and each file clones that. */
export async function demoDatabase<Named extends Name>(
  names: readonly Named[],
  day: Temporal.PlainDate,
  lasting: boolean,
): Promise<{ readonly base: TestDatabase; readonly regions: Readonly<Record<Named, LoadedRegion>> }> {
  const key = `${names} ${day} ${lasting}`
  const once = loaded.get(key) ?? load(names, day, lasting)
  loaded.set(key, once)
  const { template, regions } = await once
  return { base: await freshDatabase(template), regions }
}

async function load(names: readonly Name[], day: Temporal.PlainDate, lasting: boolean): Promise<Loaded> {
  const { name, db, admin } = await freshDatabase()
  const demo = join(import.meta.dirname, '../../demo')
  const regions: Record<string, LoadedRegion> = {}
  for (const one of names)
    regions[one] = await loadDemoRegion(db, demo, readDemoRegion(demo, one), day, lasting)
  // Nobody may be connected to what is cloned.
  await db.close()
  await admin.end()
  return { template: name, regions }
}
