import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { may } from './may.ts'
import type { Sheet } from './sheet.ts'
import { loadSheetKnown } from './sheetKnown.server.ts'
import { sheetTable } from './sheetTable.ts'

/** What the region has, as a CSV that the import reads back to the same; null: not theirs to take out. */
export async function exportSheet(db: Db, actor: Actor, sheet: Sheet): Promise<string | null> {
  if (actor.kind !== 'system' && !may(actor, 'export_sheet', null)) return null
  const table = await db.read(actor, async (reader) => sheetTable(sheet, await loadSheetKnown(reader)))
  // On record before anybody has it.
  await db.write(actor, (tx) => audit(tx, { act: 'sheet_exported', subject: 'region', detail: { sheet } }))
  return table
}
