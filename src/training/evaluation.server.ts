import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadPolicy } from '../region/index.server.ts'
import { type Class, endsAt, heldPlaces, type Place, seated, stateOf } from './class.ts'
import { holdClass } from './classStore.server.ts'
import {
  type Answers,
  type Evaluation,
  evaluationDays,
  evaluationOf,
  evaluationQuestions,
} from './evaluation.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

/** What stands against somebody's answers about a class; null: they may answer. Whether they did already is not asked. */
export function evaluationRefused(one: Class, actor: Actor, now: Temporal.Instant): TrainingCode | null {
  if (seatOf(one, actor) === undefined) return 'unknown_class'
  // Their own results are the others' words.
  if (actor.kind === 'account' && actor.accountId === one.instructor) return 'own_class'
  const state = stateOf(one, now)
  if (state === 'cancelled') return 'class_cancelled'
  if (state !== 'over') return 'class_not_over'
  return Temporal.Instant.compare(now, closesAt(one)) < 0 ? null : 'evaluation_over'
}

/** Counts one person's answers, once. Which were theirs is kept nowhere, nor when they came. */
export async function evaluate(
  db: Db,
  actor: Actor,
  classId: string,
  answers: Answers,
): Promise<Outcome<null, TrainingCode>> {
  for (const question of evaluationQuestions)
    if (![1, 2, 3, 4, 5].includes(answers[question])) return problem('not_a_choice', question)
  return await db.write(actor, async (tx) => {
    const one = await holdClass(tx, classId)
    if (one === null) return problem('unknown_class')
    const refused = evaluationRefused(one, actor, tx.now)
    if (refused !== null) return problem(refused)
    const tables = tx.tables<TrainingTables>()
    const first = await tables
      .insertInto('training.evaluated')
      .values({ region_id: tx.regionId, class_id: classId, enrolment_id: seatOf(one, actor)!.enrolmentId })
      .onConflict((conflict) => conflict.constraint('evaluated_once').doNothing())
      .returning('enrolment_id')
      .executeTakeFirst()
    if (first === undefined) return done(null)
    for (const question of evaluationQuestions)
      await tables
        .insertInto('training.evaluation')
        .values({ region_id: tx.regionId, class_id: classId, question, answer: answers[question], count: 1 })
        .onConflict((conflict) =>
          conflict.constraint('evaluation_once').doUpdateSet({ count: sql`training.evaluation.count + 1` }),
        )
        .execute()
    return done(null)
  })
}

/** Of these classes, those about which whoever asks has answered. */
export async function evaluatedBy(reader: Reader, enrolmentIds: readonly string[]): Promise<Set<string>> {
  if (enrolmentIds.length === 0) return new Set()
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.evaluated')
    .select('class_id')
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', 'in', enrolmentIds)
    .execute()
  return new Set(rows.map((row) => row.class_id))
}

/** Whether the answers of whoever asks are counted. */
export async function hasEvaluated(reader: Reader, one: Class): Promise<boolean> {
  const seat = seatOf(one, reader.actor)
  return seat !== undefined && (await evaluatedBy(reader, [seat.enrolmentId])).has(one.id)
}

/**
 * What a class was found to be; null while there is nothing to show. It is shown when nobody can answer any more: two
 * averages, one before and one after somebody's answer, would give that answer away.
 */
export async function loadEvaluation(reader: Reader, one: Class): Promise<Evaluation | null> {
  if (stateOf(one, reader.now) !== 'over') return null
  const tables = reader.tables<TrainingTables>()
  if (Temporal.Instant.compare(reader.now, closesAt(one)) < 0) {
    const answered = await tables
      .selectFrom('training.evaluated')
      .select('enrolment_id')
      .where('region_id', '=', reader.regionId)
      .where('class_id', '=', one.id)
      .execute()
    const done = new Set(answered.map((row) => row.enrolment_id))
    const asked = seated(heldPlaces(one)).filter((place) => place.accountId !== one.instructor)
    if (asked.some((place) => !done.has(place.enrolmentId))) return null
  }
  const { policy } = await loadPolicy(reader)
  const counted = await tables
    .selectFrom('training.evaluation')
    .select(['question', 'answer', 'count'])
    .where('region_id', '=', reader.regionId)
    .where('class_id', '=', one.id)
    .execute()
  return evaluationOf(counted, policy.tallies.smallestCount)
}

function seatOf(one: Class, actor: Actor): Place | undefined {
  return seated(heldPlaces(one)).find(
    (place) => actor.kind === 'account' && place.accountId === actor.accountId,
  )
}

function closesAt(one: Class): Temporal.Instant {
  return endsAt(one).add({ hours: 24 * evaluationDays })
}
