import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { type Class, heldPlaces, minutesOf, seated } from './class.ts'
import { keepClass } from './keepClass.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import { settleSoon } from './settleSoon.server.ts'
import type { TrainingTables } from './tables.server.ts'

/** Minutes by meeting, then by enrolment. */
export type Attendance = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * Who was there, and for how long: all of it or none. What stands already is left, what differs is corrected, each with an
 * entry of its own. `field` of a problem is the enrolment's id.
 */
export async function enterAttendance(
  db: Db,
  actor: Actor,
  classId: string,
  meetingId: string,
  minutes: ReadonlyMap<string, number>,
): Promise<Outcome<null, TrainingCode>> {
  return await keepClass(db, actor, classId, async (tx, one) => {
    const meeting = one.meetings.find((found) => found.id === meetingId)
    if (meeting === undefined) return problem('unknown_class')
    if (Temporal.Instant.compare(tx.now, meeting.startsAt) < 0) return problem('not_begun')
    if (one.cancelledAt !== null && Temporal.Instant.compare(one.cancelledAt, meeting.startsAt) <= 0)
      return problem('class_cancelled')
    const known = (await loadAttendance(tx, one)).get(meetingId)
    const places = new Map(seated(heldPlaces(one)).map((place) => [place.enrolmentId, place]))
    for (const [enrolmentId, given] of minutes) {
      const place = places.get(enrolmentId)
      if (place === undefined) return problem('not_in_class', enrolmentId)
      if (actor.kind === 'account' && place.accountId === actor.accountId)
        return problem('own_class', enrolmentId)
      if (!Number.isInteger(given) || given < 0 || given > minutesOf(meeting))
        return problem('number_wrong', enrolmentId)
    }
    const recorded_by = actor.kind === 'account' ? actor.accountId : null
    for (const [enrolmentId, given] of minutes) {
      const was = known?.get(enrolmentId)
      if (was === given) continue
      const row = { minutes: given, recorded_at: tx.now, recorded_by }
      await tx
        .tables<TrainingTables>()
        .insertInto('training.attendance')
        .values({ region_id: tx.regionId, meeting_id: meetingId, enrolment_id: enrolmentId, ...row })
        .onConflict((conflict) => conflict.constraint('attendance_once').doUpdateSet(row))
        .execute()
      await audit(tx, {
        act: 'attendance_entered',
        subject: { account: places.get(enrolmentId)!.accountId },
        detail: { meeting: meetingId, minutes: given, ...(was === undefined ? {} : { was }) },
      })
      await settleSoon(tx, enrolmentId)
    }
    return done(null)
  })
}

export async function loadAttendance(reader: Reader, one: Pick<Class, 'meetings'>): Promise<Attendance> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.attendance')
    .select(['meeting_id', 'enrolment_id', 'minutes'])
    .where('region_id', '=', reader.regionId)
    .where(
      'meeting_id',
      'in',
      one.meetings.map((meeting) => meeting.id),
    )
    .execute()
  const found = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const of = found.get(row.meeting_id) ?? new Map<string, number>()
    found.set(row.meeting_id, of.set(row.enrolment_id, row.minutes))
  }
  return found
}

/** Minutes in a room, over all classes; 0 where nothing was entered. */
export async function inPersonMinutes(
  reader: Reader,
  enrolmentIds: readonly string[],
): Promise<Map<string, number>> {
  const sums = new Map(enrolmentIds.map((id) => [id, 0]))
  if (enrolmentIds.length === 0) return sums
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.attendance')
    .select(['enrolment_id', 'minutes'])
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', 'in', enrolmentIds)
    .execute()
  for (const row of rows) sums.set(row.enrolment_id, sums.get(row.enrolment_id)! + row.minutes)
  return sums
}
