import { parseArgs } from 'node:util'
import type { Db } from '../platform/db.server.ts'
import { policyTable } from './explain.ts'
import { defaultPolicy } from './policy.ts'
import { loadPolicy, loadRegion, regionIdBySlug } from './store.server.ts'

const usage = 'tailboard policy explain [--region SLUG]'

type Answer = { readonly code: 0 | 2; readonly text: string }

/** The defaults need no database; `open` is only asked for a region's own policy. */
export async function policyCommand(
  args: readonly string[],
  open: (work: (db: Db) => Promise<Answer>) => Promise<Answer>,
): Promise<Answer> {
  const given = argumentsIn(args)
  if (given === null) return { code: 2, text: `${usage}\n` }
  const { slug } = given
  if (slug === undefined)
    return {
      code: 0,
      text: `The defaults; a region may decide otherwise.\n\n${policyTable(defaultPolicy)}\n`,
    }
  return await open(async (db) => {
    const regionId = await regionIdBySlug(db, slug)
    if (regionId === null)
      return { code: 2, text: `There is no region "${slug}". Give the short name in its address.\n` }
    const { region, version, policy } = await db.read({ kind: 'system', regionId }, async (reader) => ({
      region: await loadRegion(reader),
      ...(await loadPolicy(reader)),
    }))
    const head = `${region.name}: version ${version} of its policy. * decided otherwise than the default.`
    return { code: 0, text: `${head}\n\n${policyTable(policy)}\n` }
  })
}

function argumentsIn(args: readonly string[]): { readonly slug: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { region: { type: 'string' } },
    })
    return positionals.length === 1 && positionals[0] === 'explain' ? { slug: values.region } : null
  } catch {
    return null
  }
}
