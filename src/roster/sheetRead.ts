import type { AgencyId, MemberId } from '../platform/ids.ts'
import type { Sheet } from './sheet.ts'
import { agencyReader } from './sheetAgencies.ts'
import { credentialReader } from './sheetCredentials.ts'
import { readSheetFile } from './sheetFile.ts'
import type { SheetAgency, SheetCredential, SheetKnown, SheetMember, SheetShift } from './sheetKnown.ts'
import { memberReader } from './sheetMembers.ts'
import { inOrder, type Planned, planRows } from './sheetPlan.ts'
import type { SheetProblem } from './sheetProblem.ts'
import { rowsOf } from './sheetRow.ts'
import { shiftReader } from './sheetShifts.ts'

export type SheetPlan =
  | { readonly sheet: 'agencies'; readonly rows: readonly Planned<SheetAgency, AgencyId>[] }
  | { readonly sheet: 'members'; readonly rows: readonly Planned<SheetMember, MemberId>[] }
  | { readonly sheet: 'credentials'; readonly rows: readonly Planned<SheetCredential, never>[] }
  | { readonly sheet: 'shifts'; readonly rows: readonly Planned<SheetShift, never>[] }

export type SheetRead = {
  readonly plan: SheetPlan
  /** Every problem of the file, by row; with any, nothing of the plan may be saved. */
  readonly problems: readonly SheetProblem[]
  /** Headings that are not read. */
  readonly ignored: readonly string[]
}

/** A file against what the region has: what each row comes to, and everything that is wrong at once. Never throws. */
export function readSheet(text: string, sheet: Sheet, known: SheetKnown): SheetRead {
  const file = readSheetFile(text, sheet)
  const problems = [...file.problems]
  const rows = rowsOf(file, problems)
  const plan: SheetPlan =
    sheet === 'agencies'
      ? { sheet, rows: planRows(rows, agencyReader(known)) }
      : sheet === 'members'
        ? { sheet, rows: planRows(rows, memberReader(known)) }
        : sheet === 'credentials'
          ? { sheet, rows: planRows(rows, credentialReader(known)) }
          : { sheet, rows: planRows(rows, shiftReader(known)) }
  return { plan, problems: inOrder(problems), ignored: file.ignored }
}
