import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import {
  beginsWhollyBefore,
  type Class,
  type ClassState,
  heldPlaces,
  placeInLine,
  seatsLeft,
  stateOf,
  whoMovesUp,
} from './class.ts'
import { tellSeated } from './classJobs.ts'
import { holdClass, loadClasses } from './classStore.server.ts'
import { timeRunsOut } from './enrolment.ts'
import { ownEnrolment } from './enrolments.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/** A seat, or the place on the waiting list. */
export type Given = { readonly seated: true } | { readonly seated: false; readonly line: number }

/** A class that has begun, or will not, takes and gives no places. */
const refusals: Record<ClassState, TrainingCode | null> = {
  planned: null,
  running: 'class_running',
  over: 'class_over',
  cancelled: 'class_cancelled',
}

/** A seat for one's own enrolment, or a place on the waiting list. Asked twice, it is the same place. */
export async function joinClass(
  db: Db,
  actor: Actor,
  classId: string,
  enrolmentId: string,
): Promise<Outcome<Given, TrainingCode>> {
  return await db.write(actor, async (tx) => {
    const own = actor.kind === 'account' ? await ownEnrolment(tx, actor.accountId, enrolmentId) : null
    if (own === null) return problem('unknown_enrolment')
    const one = await holdClass(tx, classId)
    if (one === null) return problem('unknown_class')
    if (own.course !== one.course) return problem('unknown_enrolment')
    const refused = refusals[stateOf(one, tx.now)]
    if (refused !== null) return problem(refused)
    if (own.state !== 'open')
      return problem(own.state === 'asked' || own.state === 'declined' ? 'not_approved' : 'enrolment_over')
    const { timeZone } = await loadRegion(tx)
    // What is met after the last day counts for nobody's certificate: such a seat is kept from whoever needs it.
    if (!beginsWhollyBefore(one, timeRunsOut(own.finishBy, timeZone))) return problem('class_after_end')
    if (!heldPlaces(one).some((place) => place.accountId === own.accountId)) {
      await fillSeats(tx, one)
      await tx
        .tables<TrainingTables>()
        .insertInto('training.class_place')
        .values({
          region_id: tx.regionId,
          class_id: classId,
          enrolment_id: enrolmentId,
          asked_at: tx.now,
          seated_at: seatsLeft(one) > 0 ? tx.now : null,
        })
        .execute()
    }
    const places = heldPlaces((await holdClass(tx, classId))!)
    const line = placeInLine(places, places.find((place) => place.accountId === own.accountId)!.enrolmentId)
    return done(line === null ? { seated: true } : { seated: false, line })
  })
}

/** Gives one's own place back; whoever waited longest moves up. What was given back already is given back. */
export async function leaveClass(
  db: Db,
  actor: Actor,
  classId: string,
): Promise<Outcome<null, TrainingCode>> {
  return await db.write(actor, async (tx) => {
    const one = await holdClass(tx, classId)
    if (one === null) return problem('unknown_class')
    const own = one.places.filter((place) => actor.kind === 'account' && place.accountId === actor.accountId)
    if (own.length === 0) return done(null)
    const refused = refusals[stateOf(one, tx.now)]
    if (refused !== null) return problem(refused)
    for (const place of own) await giveBack(tx, one, place.enrolmentId)
    return done(null)
  })
}

/** The places of an enrolment that ended, in classes that have not begun: whoever ends it gives them to those who wait. */
export async function leaveClassesOf(tx: Tx, enrolmentId: string): Promise<void> {
  const rows = await tx
    .tables<TrainingTables>()
    .selectFrom('training.class_place')
    .select('class_id')
    .where('region_id', '=', tx.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('class_id')
    .execute()
  const ahead = await loadClasses(tx, { ids: rows.map((row) => row.class_id), endingAfter: tx.now })
  for (const { id } of ahead) {
    const one = await holdClass(tx, id)
    if (one !== null && stateOf(one, tx.now) === 'planned') await giveBack(tx, one, enrolmentId)
  }
}

/**
 * The places of enrolments whose time ran out, in classes that have not begun. Nobody ends these, so the heartbeat looks; one class
 * after the other in the order in which everybody holds their rows.
 */
export async function releaseSeats(tx: Tx): Promise<void> {
  const rows = await tx
    .tables<TrainingTables>()
    .selectFrom('training.class_place as p')
    .innerJoin('training.enrolment as e', (join) =>
      join.onRef('e.region_id', '=', 'p.region_id').onRef('e.id', '=', 'p.enrolment_id'),
    )
    .innerJoin('training.class_meeting as m', (join) =>
      join.onRef('m.region_id', '=', 'p.region_id').onRef('m.class_id', '=', 'p.class_id'),
    )
    .select('p.class_id')
    .distinct()
    .where('p.region_id', '=', tx.regionId)
    .where('e.finish_by', '<', await todayIn(tx))
    .where('m.starts_at', '>', tx.now)
    .orderBy('p.class_id')
    .execute()
  for (const { class_id } of rows) {
    const one = await holdClass(tx, class_id)
    if (one === null || stateOf(one, tx.now) !== 'planned') continue
    const held = heldPlaces(one)
    for (const { enrolmentId } of one.places)
      if (!held.some((place) => place.enrolmentId === enrolmentId)) await dropPlace(tx, one.id, enrolmentId)
    await fillSeats(tx, one)
  }
}

async function giveBack(tx: Tx, one: Class, enrolmentId: string): Promise<void> {
  await dropPlace(tx, one.id, enrolmentId)
  await fillSeats(tx, { ...one, places: one.places.filter((place) => place.enrolmentId !== enrolmentId) })
}

async function dropPlace(tx: Tx, classId: string, enrolmentId: string): Promise<void> {
  await tx
    .tables<TrainingTables>()
    .deleteFrom('training.class_place')
    .where('region_id', '=', tx.regionId)
    .where('class_id', '=', classId)
    .where('enrolment_id', '=', enrolmentId)
    .execute()
}

/** Seats whoever moves up, and tells them. The class's row is held. */
export async function fillSeats(tx: Tx, one: Class): Promise<void> {
  for (const { enrolmentId, accountId } of whoMovesUp(heldPlaces(one), one.seats)) {
    await tx
      .tables<TrainingTables>()
      .updateTable('training.class_place')
      .set({ seated_at: tx.now })
      .where('region_id', '=', tx.regionId)
      .where('class_id', '=', one.id)
      .where('enrolment_id', '=', enrolmentId)
      .execute()
    const at = tx.now.epochMilliseconds
    await enqueue(tx, tellSeated, { regionId: tx.regionId, classId: one.id, accountId, at })
  }
}
