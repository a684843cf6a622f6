import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Db } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { regionDirectory, regionIdBySlug } from '../region/index.server.ts'
import { liftHold, loadHolds, setHold } from './hold.server.ts'
import { holdReasons, holdsSaid, isHoldReason } from './hold.ts'
import { recordSweep } from './jobs.server.ts'
import { reportOf } from './report.ts'
import { sweepInstallation, sweepRegion } from './sweep.server.ts'

type Answer = { readonly code: 0 | 1 | 2; readonly text: string }
type Open = (work: (services: { db: Db; workerPool: pg.Pool }) => Promise<Answer>) => Promise<Answer>

const retentionUsage = 'tailboard retention [--dry-run] [--region SLUG]\n'
const holdUsage = `tailboard hold on|off --region SLUG --reason CODE
tailboard hold list --region SLUG
  CODE is ${holdReasons.join(', ')}\n`

const noRegion = (slug: string): Answer => ({
  code: 2,
  text: `There is no region "${slug}". Give the short name in its address.\n`,
})

/** `tailboard retention`: removes what is too old, or says what would go. */
export async function retentionCommand(args: readonly string[], open: Open): Promise<Answer> {
  const given = argumentsIn(args)
  if (given === null || given.positionals.length > 0 || given.reason !== undefined)
    return { code: 2, text: retentionUsage }
  const { region: slug, dryRun } = given
  return await open(async ({ db, workerPool }) => {
    const regions = (await regionDirectory(db)).filter((one) => slug === undefined || one.slug === slug)
    if (slug !== undefined && regions.length === 0) return noRegion(slug)
    let text = dryRun ? 'Nothing is removed: this is what would be.\n' : ''
    for (const region of regions)
      text += `\n${region.slug}\n${reportOf(await sweepRegion(workerPool, region.regionId, { dryRun }), dryRun)}`
    if (slug === undefined) {
      text += `\nthe installation\n${reportOf(await sweepInstallation(workerPool, { dryRun }), dryRun)}`
      if (!dryRun) await recordSweep(workerPool)
    }
    return { code: 0, text: text.trimStart() }
  })
}

/** `tailboard hold`: keeps what a region has, for as long as a court or an inquiry needs it. */
export async function holdCommand(args: readonly string[], open: Open): Promise<Answer> {
  const given = argumentsIn(args)
  const [what, ...more] = given?.positionals ?? []
  if (given === null || given.dryRun || more.length > 0) return { code: 2, text: holdUsage }
  const { region: slug, reason } = given
  if (slug === undefined) return { code: 2, text: `Say which region: --region SLUG.\n${holdUsage}` }
  return await open(async ({ db }) => {
    const regionId = await regionIdBySlug(db, slug)
    if (regionId === null) return noRegion(slug)
    if (what === 'list' && reason === undefined)
      return { code: 0, text: holdsSaid(await loadHolds(db, regionId)) }
    if (what !== 'on' && what !== 'off') return { code: 2, text: holdUsage }
    if (!isHoldReason(reason))
      return { code: 2, text: `Say why, with one of these codes: --reason ${holdReasons.join('|')}.\n` }
    return await (what === 'on' ? held : lifted)(db, regionId, slug, reason)
  })
}

async function held(...[db, regionId, slug, reason]: Parameters<typeof lifted>): Promise<Answer> {
  return (await setHold(db, regionId, reason))
    ? {
        code: 0,
        text: `From now on nothing of ${slug} goes for its age, until "tailboard hold off". Conversations are not held.\n`,
      }
    : { code: 1, text: `A hold for ${reason} stands already.\n` }
}

async function lifted(
  db: Db,
  regionId: RegionId,
  slug: string,
  reason: (typeof holdReasons)[number],
): Promise<Answer> {
  if (!(await liftHold(db, regionId, reason))) return { code: 1, text: `No hold for ${reason} stands.\n` }
  const left = (await loadHolds(db, regionId)).filter((one) => one.liftedAt === null)
  return {
    code: 0,
    text:
      left.length > 0
        ? `Lifted. ${slug} is still held for ${left.map((one) => one.reason).join(', ')}.\n`
        : `Lifted. What is too old goes with the next "tailboard retention", at the latest tomorrow.\n`,
  }
}

/** Null when something was mistyped: a wrong --dry-run must not remove anything. */
function argumentsIn(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        reason: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    return { region: values.region, reason: values.reason, dryRun: values['dry-run'], positionals }
  } catch {
    return null
  }
}
