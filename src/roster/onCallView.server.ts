import { accountsWith } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import type { DutyShift } from './dutyShift.ts'
import { loadNotes } from './handOver.server.ts'
import { may, mayOffer, mayStandIn } from './may.ts'
import { loadMembers } from './members.server.ts'
import { coordinatorGaps, loadOnCall } from './onCall.server.ts'
import type { OnCallView } from './onCallView.ts'
import { loadUnreachable } from './reachable.server.ts'
import { loadStandIns } from './standInFacts.server.ts'
import { loadStandInsAsked } from './standInStore.server.ts'
import { notCover, reachedOnly, weekOf } from './week.ts'

/** The next two weeks of duty as the reader may see and change them; coordinators still without names. */
export async function loadOnCallView(reader: Reader) {
  const { actor } = reader
  const onCall = await loadOnCall(reader, reader.now, reader.now.add({ hours: 14 * 24 }))
  const open = (await loadStandInsAsked(reader)).filter((one) => one.open)
  const shifts: DutyShift[] = [
    ...onCall.shifts.map((one) => ({ ...one, whose: { kind: 'member' as const, memberId: one.memberId } })),
    ...onCall.coordinators.map((one) => ({
      ...one,
      whose: { kind: 'coordinator' as const, accountId: one.accountId, place: one.place },
    })),
  ]
  const asked = new Set(open.map((one) => one.shiftId))
  const offers = shifts
    .filter((one) => mayOffer(actor, one.whose) && !asked.has(one.id))
    .filter((one) => Temporal.Instant.compare(one.startsAt, reader.now) > 0)
  const mayTake = async (one: DutyShift) =>
    actor.kind === 'account' &&
    mayStandIn(actor, one.whose) &&
    (await loadStandIns(reader, one)).may.some(({ id }) => id === actor.accountId)
  const standIns: OnCallView['standIns'][number][] = []
  for (const one of open)
    standIns.push({ ...one, mayTake: await mayTake(one), mayWithdraw: mayOffer(actor, one.whose) })
  const region = await loadRegion(reader)
  const midnight = reader.now.toZonedDateTimeISO(region.timeZone).startOfDay().toInstant()
  const sevenDays = await loadOnCall(reader, midnight, midnight.add({ hours: 8 * 24 }))
  const unreachable = await loadUnreachable(reader)
  return {
    region,
    week: weekOf(reachedOnly(sevenDays, unreachable), reader.now, region.timeZone),
    notCover: notCover(onCall, unreachable),
    maySeeDrills: may(actor, 'see_drills', null),
    now: reader.now,
    gapWarningDays: (await loadPolicy(reader)).policy.gapWarningDays,
    gaps: await coordinatorGaps(reader),
    members: await loadMembers(reader),
    ...onCall,
    standIns,
    asked,
    mayOffer: new Set(offers.map((one) => one.id)),
    notes: await loadNotes(reader),
    mayHandOver: may(actor, 'hand_over', null),
    mayKeepCalendar: may(actor, 'keep_calendar', null),
    ids: await accountsWith(reader, 'duty_coordinator'),
  }
}
