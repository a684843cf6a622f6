import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { loadRegion, regionDirectory } from '../region/index.server.ts'
import type { Discipline, Policy, StatePack } from '../region/index.ts'
import { type Requirements, requirementsFor, type StateLaw } from './requirements.ts'
import type { RosterTables } from './tables.server.ts'

/** What is asked of a member here: the given policy, with the state's law as the region adopted it last. */
export async function loadRequirements(
  reader: Reader,
  policy: Pick<Policy, 'standing'>,
): Promise<Requirements> {
  const adopted = await adoptedLaw(reader)
  return requirementsFor(policy, adopted?.state ?? null)
}

/** Whom the state's law names, as the region adopted it last; null: nobody read it. */
export async function lawNames(reader: Reader): Promise<readonly Discipline[] | null> {
  const disciplines = (await adoptedLaw(reader))?.state.covered.disciplines ?? []
  return disciplines.length === 0 ? null : disciplines
}

/**
 * Copies what a state's pack asks of supporters to the region, so that every process and every past decision
 * answers from one text. Writes nothing while the last copy says the same. Whoever makes a region calls this.
 */
export async function adoptStateLaw(tx: Tx, pack: StateLaw | undefined): Promise<void> {
  if (pack === undefined) return
  const before = await adoptedLaw(tx)
  if (before !== null && textOf(before.state) === textOf(pack)) return
  await tx
    .tables<RosterTables>()
    .insertInto('roster.state_law')
    .values({
      region_id: tx.regionId,
      version: (before?.version ?? 0) + 1,
      citation: pack.law.citation,
      certified_by: pack.supporter.certifiedBy,
      designated_before: pack.supporter.designatedBefore,
      names: pack.covered.disciplines,
    })
    // Another process that starts at the same time writes the same.
    .onConflict((conflict) => conflict.columns(['region_id', 'version']).doNothing())
    .execute()
}

/** Every region under the packs of this installation, as read at its start. */
export async function adoptPacks(db: Db, packs: ReadonlyMap<string, StatePack>): Promise<void> {
  for (const { regionId } of await regionDirectory(db))
    await db.write({ kind: 'system', regionId }, async (tx) =>
      adoptStateLaw(tx, packs.get((await loadRegion(tx)).state)),
    )
}

async function adoptedLaw(reader: Reader): Promise<{ version: number; state: StateLaw } | null> {
  const row = await reader
    .tables<RosterTables>()
    .selectFrom('roster.state_law')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const supporter = { certifiedBy: row.certified_by, designatedBefore: row.designated_before }
  const covered = { disciplines: row.names ?? [] }
  return { version: row.version, state: { law: { citation: row.citation }, supporter, covered } }
}

function textOf({ law, supporter, covered }: StateLaw): string {
  return JSON.stringify([
    law.citation,
    supporter.certifiedBy,
    supporter.designatedBefore,
    covered.disciplines,
  ])
}
