import { csvText } from '../platform/csv.ts'
import { type Sheet, sheetColumns } from './sheet.ts'
import { agencyCells } from './sheetAgencies.ts'
import { credentialCells } from './sheetCredentials.ts'
import type { SheetKnown } from './sheetKnown.ts'
import { memberCells } from './sheetMembers.ts'
import { shiftCells } from './sheetShifts.ts'

/** What the region has as a CSV that reads back to the same. */
export function sheetTable(sheet: Sheet, known: SheetKnown): string {
  return csvText([sheetColumns[sheet], ...rowsFrom(sheet, known)])
}

/** A sheet to fill in. */
export function sheetTemplate(sheet: Sheet): string {
  return csvText([sheetColumns[sheet]])
}

function rowsFrom(sheet: Sheet, known: SheetKnown): string[][] {
  const agencies = new Map(known.agencies.map((agency) => [agency.id, agency.name]))
  const emails = new Map(known.members.map((member) => [member.id, member.email]))
  switch (sheet) {
    case 'agencies':
      return known.agencies.map(agencyCells)
    case 'members':
      return known.members.map((member) => memberCells(member, (id) => agencies.get(id)!))
    case 'credentials':
      return known.credentials.map((one) => credentialCells(one, emails.get(one.memberId)!))
    case 'shifts':
      return known.shifts.map((one) => shiftCells(one, emails.get(one.memberId)!, known.timeZone))
  }
}
