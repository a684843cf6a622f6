import { audit } from '../audit/index.server.ts'
import { accountsWith } from '../identity/index.server.ts'
import { type Actor, accountOf } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { heldPlaces, type Span, stateOf } from './class.ts'
import { classNears, tellCancelled } from './classJobs.ts'
import { mostMeetings } from './classMeetings.ts'
import { fillSeats } from './classPlaces.server.ts'
import type { Library } from './course.ts'
import { classRefusals, keepClass } from './keepClass.server.ts'
import { limits } from './limits.ts'
import { may } from './may.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

export type NewClass = {
  /** Made where the form was drawn, so that a form sent twice plans one class. */
  readonly id: string
  readonly course: string
  readonly place: string
  readonly seats: number
  readonly instructor: AccountId
  /** Soonest first, none over another: `readMeetings` sees to it. */
  readonly meetings: readonly Span[]
}

/** Whoever has a seat is reminded so long before. */
const reminderHours = 48

/** A class of a course. Who keeps all classes names an instructor; who teaches, themselves. */
export async function planClass(
  deps: { readonly db: Db; readonly library: Library },
  actor: Actor,
  given: NewClass,
): Promise<Outcome<{ readonly id: string }, TrainingCode>> {
  if (!may(actor, 'keep_classes') && !may(actor, 'teach')) return problem('not_allowed')
  const course = deps.library.courses.find((one) => one.id === given.course)
  if (course === undefined) return problem('not_a_choice', 'course')
  if (course.depth === 'outline') return problem('course_outline', 'course')
  if (given.place.length < 1 || given.place.length > limits.place || hasUnseen(given.place))
    return problem('text_missing', 'place')
  if (!isWhole(given.seats, 1, limits.classSeats)) return problem('number_wrong', 'seats')
  if (given.meetings.length === 0) return problem('day_missing', 'day_1')
  if (given.meetings.length > mostMeetings) return problem('too_many', 'day_1')
  return await refusedBy(classRefusals, () =>
    deps.db.write(actor, async (tx) => {
      if (!(await instructorsFor(tx, actor)).includes(given.instructor))
        return problem('not_a_choice', 'instructor')
      const begins = given.meetings[0]!.startsAt
      if (Temporal.Instant.compare(begins, tx.now) <= 0) return problem('day_past', 'day_1')
      const made = await tx
        .tables<TrainingTables>()
        .insertInto('training.class')
        .values({
          ...{ region_id: tx.regionId, id: given.id, course: course.id, place: given.place },
          ...{ seats: given.seats, instructor: given.instructor, made_at: tx.now },
          made_by: accountOf(actor),
          ...{ cancelled_at: null, cancelled_by: null },
        })
        .onConflict((conflict) => conflict.columns(['region_id', 'id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (made === undefined) return done({ id: given.id })
      const meetings = given.meetings.map(({ startsAt, endsAt }) => ({
        ...{ region_id: tx.regionId, id: newId<string>(), class_id: given.id },
        ...{ starts_at: startsAt, ends_at: endsAt },
      }))
      await tx.tables<TrainingTables>().insertInto('training.class_meeting').values(meetings).execute()
      const at = begins.subtract({ hours: reminderHours })
      if (Temporal.Instant.compare(at, tx.now) > 0) {
        const payload = { regionId: tx.regionId, classId: given.id }
        await enqueue(tx, classNears, payload, { key: `class-nears:${given.id}`, at })
      }
      await audit(tx, {
        act: 'class_planned',
        subject: { class: given.id },
        detail: { seats: given.seats, meetings: meetings.length, instructor: given.instructor },
      })
      return done({ id: given.id })
    }),
  )
}

/** Whom this actor may name as a class's instructor. */
export async function instructorsFor(reader: Reader, actor: Actor): Promise<AccountId[]> {
  const self = actor.kind === 'account' ? [actor.accountId] : []
  if (!may(actor, 'keep_classes')) return self
  const instructors = await accountsWith(reader, 'instructor')
  return [...instructors, ...self.filter((one) => !instructors.includes(one))]
}

/** It takes place no more, and whoever has a place in it is told. */
export async function cancelClass(db: Db, actor: Actor, id: string): Promise<Outcome<null, TrainingCode>> {
  return await keepClass(db, actor, id, async (tx, one) => {
    const state = stateOf(one, tx.now)
    if (state === 'cancelled') return done(null)
    if (state === 'over') return problem('class_over')
    await tx
      .tables<TrainingTables>()
      .updateTable('training.class')
      .set({ cancelled_at: tx.now, cancelled_by: accountOf(actor) })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .execute()
    const told = new Set([...heldPlaces(one).map((place) => place.accountId), one.instructor])
    // Whoever cancels knows it.
    for (const accountId of told)
      if (accountId !== accountOf(actor))
        await enqueue(tx, tellCancelled, { regionId: tx.regionId, classId: id, accountId })
    await audit(tx, {
      act: 'class_cancelled',
      subject: { class: id },
      detail: { places: heldPlaces(one).length },
    })
    return done(null)
  })
}

/** A larger room: never fewer seats, for they are given. While it runs too, for whoever waits and came. */
export async function moreSeats(
  db: Db,
  actor: Actor,
  id: string,
  seats: number,
): Promise<Outcome<null, TrainingCode>> {
  return await keepClass(db, actor, id, async (tx, one) => {
    const state = stateOf(one, tx.now)
    if (state === 'over') return problem('class_over')
    if (state === 'cancelled') return problem('class_cancelled')
    if (!isWhole(seats, one.seats, limits.classSeats)) return problem('number_wrong', 'seats')
    if (seats === one.seats) return done(null)
    await tx
      .tables<TrainingTables>()
      .updateTable('training.class')
      .set({ seats })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', id)
      .execute()
    await fillSeats(tx, { ...one, seats })
    await audit(tx, { act: 'class_seats_added', subject: { class: id }, detail: { seats, was: one.seats } })
    return done(null)
  })
}

function isWhole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}
