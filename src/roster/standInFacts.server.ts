import { accountsWith } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { awaitingClearance } from './clearance.server.ts'
import { deployableOn } from './deployable.ts'
import type { DutyShift, StandIn } from './dutyShift.ts'
import { loadFiles } from './files.server.ts'
import { loadMembers } from './members.server.ts'
import { loadOnCall } from './onCall.server.ts'
import type { Span } from './shiftHours.ts'
import { type StandIns, standIns } from './standIn.ts'
import { loadRequirements } from './stateLaw.server.ts'

/** Who may take this shift over. Coordinators' names come from outside: their addresses live behind another role. */
export async function loadStandIns(
  reader: Reader,
  shift: DutyShift,
  names: ReadonlyMap<AccountId, string> = new Map(),
): Promise<StandIns<MemberId | AccountId>> {
  return shift.whose.kind === 'member'
    ? await amongMembers(reader, shift, shift.whose.memberId)
    : await amongCoordinators(reader, shift, shift.whose.accountId, names)
}

async function amongMembers(reader: Reader, shift: DutyShift, holder: MemberId, only?: MemberId) {
  const { timeZone } = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  const requirements = await loadRequirements(reader, policy)
  const files = await loadFiles(reader, timeZone, only)
  const offCall = policy.load.offAfterHardest ? await awaitingClearance(reader, reader.now) : new Map()
  const { meanwhile, lately } = await around(reader, shift)
  const days = daysOf(shift, timeZone)
  const members = (await loadMembers(reader)).filter(({ id }) => only === undefined || id === only)
  return standIns<MemberId>(
    { ...shift, holder },
    members.map(({ id, name }) => {
      const missing = days.flatMap((day) => deployableOn(files.get(id)!, day, requirements).missing)
      return {
        id,
        name,
        onCall: meanwhile.shifts.filter((one) => one.memberId === id),
        away: meanwhile.away.filter((one) => one.memberId === id),
        deployable: missing.length === 0,
        onLeave: missing.includes('leave'),
        offCall: offCall.has(id),
        lately: lately.shifts.filter((one) => one.memberId === id).length,
      }
    }),
  )
}

async function amongCoordinators(
  reader: Reader,
  shift: DutyShift,
  holder: AccountId,
  names: ReadonlyMap<AccountId, string>,
) {
  const { meanwhile, lately } = await around(reader, shift)
  return standIns<AccountId>(
    { ...shift, holder },
    (await accountsWith(reader, 'duty_coordinator')).map((id) => ({
      id,
      name: names.get(id) ?? '–',
      onCall: meanwhile.coordinators.filter((one) => one.accountId === id),
      away: [],
      deployable: true,
      onLeave: false,
      offCall: false,
      lately: lately.coordinators.filter((one) => one.accountId === id).length,
    })),
  )
}

/** Whether one member may take this shift of another over. */
export async function memberMayTake(reader: Reader, shift: DutyShift, memberId: MemberId): Promise<boolean> {
  if (shift.whose.kind !== 'member') return false
  return (await amongMembers(reader, shift, shift.whose.memberId, memberId)).may.length > 0
}

/** The same of whoever was asked, by the request they were asked with. */
export async function mayTake(reader: Reader, request: StandIn, person: string): Promise<boolean> {
  if (request.whose.kind === 'member') return await memberMayTake(reader, request, person as MemberId)
  return (await loadStandIns(reader, request)).may.some((one) => one.id === person)
}

const latelyHours = 90 * 24

/** Who is on call or away while the shift lasts, and how often everybody was on call in the last ninety days. */
async function around(reader: Reader, shift: Span) {
  return {
    meanwhile: await loadOnCall(reader, shift.startsAt, shift.endsAt),
    lately: await loadOnCall(reader, reader.now.subtract({ hours: latelyHours }), reader.now),
  }
}

/** Every day the shift touches, in the region's calendar. */
function daysOf(shift: Span, timeZone: string): Temporal.PlainDate[] {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  const first = dayOf(shift.startsAt)
  const more = first.until(dayOf(shift.endsAt.subtract({ nanoseconds: 1 }))).days
  return Array.from({ length: more + 1 }, (_, days) => first.add({ days }))
}
