import type { Reader } from '../platform/db.server.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Discipline, StatePack } from '../region/index.ts'
import { type Asked, askedOf } from './asked.ts'

/** Packs of this installation, by state. */
export type Packs = ReadonlyMap<string, StatePack>

/** What is asked of somebody's training in the reader's region, as policy and pack stand now. */
export async function loadAsked(
  reader: Reader,
  packs: Packs,
  disciplines: readonly Discipline[],
): Promise<Asked> {
  const { state } = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  return askedOf(policy, packs.get(state)?.training ?? [], disciplines)
}
