import { parseArgs } from 'node:util'
import { decodedCsv } from '../platform/csv.ts'
import type { Db } from '../platform/db.server.ts'
import { regionIdBySlug } from '../region/index.server.ts'
import { uploadWords } from '../ui/uploadWords.ts'
import { exportSheet } from './exportSheet.server.ts'
import { checkSheet, importSheet } from './importSheet.server.ts'
import { type Sheet, sheetCalled, sheets } from './sheet.ts'
import { sheetReport } from './sheetReport.ts'

const importUsage = `tailboard import ${sheets.join('|')} FILE --region SLUG [--dry-run]\n`
const exportUsage = `tailboard export ${sheets.join('|')} --region SLUG\n`

/** 0: done; 1: the file has problems, nothing was saved; 2: the command was not understood. */
type Answer = { readonly code: 0 | 1 | 2; readonly text: string }
type Open = (work: (db: Db) => Promise<Answer>) => Promise<Answer>

/** `import`, when its first word is a sheet; null: another import's. */
export async function importSheetCommand(
  args: readonly string[],
  read: (file: string) => Uint8Array,
  open: Open,
): Promise<Answer | null> {
  // A mistyped --dry-run must not save anything.
  const given = argumentsIn(args, true)
  const words = given?.words ?? args.filter((arg) => !arg.startsWith('-'))
  const sheet = sheetCalled(words[0])
  if (sheet === null) return null
  const file = given?.words[1]
  if (given?.slug === undefined || file === undefined || given.words.length > 2)
    return { code: 2, text: importUsage }
  const decoded = decodedCsv(read(file))
  if (!decoded.ok) return { code: 1, text: `${file}: ${uploadWords.en[decoded.why]}\nNothing was saved.\n` }
  const { slug, dryRun } = given
  return await open((db) =>
    inRegion(db, slug, async (actor) => {
      const imported = dryRun
        ? await checkSheet(db, actor, sheet, decoded.text)
        : await importSheet(db, actor, sheet, decoded.text, null)
      if (!imported.ok)
        return { code: 1, text: 'Somebody changed the roster meanwhile. Nothing was saved; try again.\n' }
      return {
        code: imported.value.problems.length > 0 ? 1 : 0,
        text: `${sheetReport(imported.value, dryRun)}\n`,
      }
    }),
  )
}

/** A sheet as CSV. */
export async function exportSheetCommand(args: readonly string[], open: Open): Promise<Answer> {
  const given = argumentsIn(args, false)
  const sheet: Sheet | null = sheetCalled(given?.words[0])
  if (given?.slug === undefined || sheet === null || given.words.length > 1)
    return { code: 2, text: exportUsage }
  const { slug } = given
  return await open((db) =>
    inRegion(db, slug, async (actor) => ({ code: 0, text: (await exportSheet(db, actor, sheet))! })),
  )
}

type System = {
  readonly kind: 'system'
  readonly regionId: NonNullable<Awaited<ReturnType<typeof regionIdBySlug>>>
}

async function inRegion(db: Db, slug: string, work: (actor: System) => Promise<Answer>): Promise<Answer> {
  const regionId = await regionIdBySlug(db, slug)
  if (regionId === null)
    return { code: 2, text: `There is no region "${slug}". Give the short name in its address.\n` }
  return await work({ kind: 'system', regionId })
}

function argumentsIn(args: readonly string[], dry: boolean) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        ...(dry ? { 'dry-run': { type: 'boolean' as const } } : {}),
      },
    })
    return {
      words: positionals,
      slug: values.region,
      dryRun: 'dry-run' in values && values['dry-run'] === true,
    }
  } catch {
    return null
  }
}
