import type { MemberId } from '../platform/ids.ts'
import type { SheetKnown } from './sheetKnown.ts'
import { type SheetRow, unread } from './sheetRow.ts'

/** Whom a row of another sheet is about: the member with the address in its column `email`. */
export function memberByEmail(known: SheetKnown): (row: SheetRow) => MemberId | typeof unread {
  const idOf = new Map(known.members.map((member) => [member.email, member.id]))
  return (row) => {
    const email = row.email('email')
    return email === unread ? unread : (idOf.get(email) ?? row.refuse('email', 'unknown_member'))
  }
}
