import { audit } from '../audit/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { type Class, clockMinutes, heldPlaces, minutesBy, seated } from './class.ts'
import { keepClass } from './keepClass.server.ts'
import { ownAffair } from './ownAffair.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import { settleRenewals, settleSoon } from './settleSoon.server.ts'
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
      if (await ownAffair(tx, place.accountId)) return problem('own_class', enrolmentId)
      if (!Number.isInteger(given) || given < 0 || given > minutesBy(meeting, tx.now))
        return problem('number_wrong', enrolmentId)
    }
    const recorded_by = accountOf(actor)
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
      await settleRenewals(tx, places.get(enrolmentId)!.accountId)
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

/** Minutes in a room, over all classes, and no more than the clock has; 0 where nothing was entered. */
export async function inPersonMinutes(
  reader: Reader,
  enrolmentIds: readonly string[],
): Promise<Map<string, number>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.attendance as a')
    .innerJoin('training.class_meeting as m', (join) =>
      join.onRef('m.region_id', '=', 'a.region_id').onRef('m.id', '=', 'a.meeting_id'),
    )
    .select(['a.enrolment_id', 'a.minutes', 'm.starts_at', 'm.ends_at'])
    .where('a.region_id', '=', reader.regionId)
    .where('a.enrolment_id', 'in', enrolmentIds)
    .execute()
  const of = Map.groupBy(rows, (row) => row.enrolment_id)
  return new Map(
    enrolmentIds.map((id) => [
      id,
      clockMinutes(
        (of.get(id) ?? []).map(({ starts_at: startsAt, ends_at: ends, minutes }) => ({
          ...{ startsAt, endsAt: ends, minutes },
        })),
      ),
    ]),
  )
}
