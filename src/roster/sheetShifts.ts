import type { SheetKnown, SheetShift } from './sheetKnown.ts'
import { memberByEmail } from './sheetMember.ts'
import type { SheetReader } from './sheetPlan.ts'
import { unread } from './sheetRow.ts'
import { momentText } from './sheetTimes.ts'

/** A longer one is a slip of a date (assumed: nobody is on call for a month in one piece). */
const longestDays = 31

/** A shift is known by its member and both its times. Nobody is on call twice at once; one may follow another at once. */
export function shiftReader(known: SheetKnown): SheetReader<SheetShift, never> {
  const memberOf = memberByEmail(known)
  const there = new Set(known.shifts.map(keyOf))
  const taken = Map.groupBy<SheetShift['memberId'], SheetShift & { readonly row?: number }>(
    known.shifts,
    (shift) => shift.memberId,
  )
  const say = (at: Temporal.Instant) => momentText(at, known.timeZone)
  return {
    read(row) {
      const memberId = memberOf(row)
      const [startsAt, endsAt] = [
        row.moment('starts_at', known.timeZone),
        row.moment('ends_at', known.timeZone),
      ]
      if (startsAt === unread || endsAt === unread) return { memberId, startsAt, endsAt }
      const hours = startsAt.until(endsAt).total('hours')
      if (hours <= 0)
        return { memberId, startsAt, endsAt: row.refuse('ends_at', 'ends_before_start', say(startsAt)) }
      if (hours > longestDays * 24)
        return { memberId, startsAt, endsAt: row.refuse('ends_at', 'shift_long', String(longestDays)) }
      return { memberId, startsAt, endsAt }
    },
    key: ({ memberId, startsAt, endsAt }) =>
      memberId === unread || startsAt === unread || endsAt === unread
        ? null
        : keyOf({ memberId, startsAt, endsAt }),
    decide(row, given) {
      if (there.has(keyOf(given))) return { what: 'unchanged', row: row.row }
      const mine = taken.get(given.memberId) ?? []
      const other = mine.find((one) => overlap(one, given))
      if (other !== undefined)
        return row.refuse('starts_at', 'shift_overlaps', `${say(other.startsAt)} – ${say(other.endsAt)}`)
      taken.set(given.memberId, [...mine, given])
      return { what: 'added', row: row.row, given }
    },
  }
}

export function shiftCells(shift: SheetShift, email: string, timeZone: string): string[] {
  return [email, momentText(shift.startsAt, timeZone), momentText(shift.endsAt, timeZone)]
}

function overlap(one: SheetShift, other: SheetShift): boolean {
  return (
    Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 &&
    Temporal.Instant.compare(other.startsAt, one.endsAt) < 0
  )
}

function keyOf(one: SheetShift): string {
  return `${one.memberId} ${one.startsAt} ${one.endsAt}`
}
