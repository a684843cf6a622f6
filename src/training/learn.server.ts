import type { Actor } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Course } from './course.ts'
import { type Enrolment, whyNotLearn } from './enrolment.ts'
import { loadEnrolments, ownEnrolment } from './enrolments.server.ts'
import { isEnd, turnAt } from './practiceWalk.ts'
import { problem, type TrainingCode } from './problems.ts'
import { type Place, placeKey, type Done as Was } from './progress.ts'
import { type HandedIn, passed, type TestsBefore } from './retest.ts'
import { settleSoon } from './settleSoon.server.ts'
import type { TrainingTables } from './tables.server.ts'

type Account = Extract<Actor, { kind: 'account' }>

/** What was done under one enrolment. */
export async function loadDone(reader: Reader, enrolmentId: string): Promise<Was> {
  return (await loadDoneOf(reader, [enrolmentId])).get(enrolmentId)!
}

/** The same for many at once; every id that was given has an entry. */
export async function loadDoneOf(reader: Reader, enrolmentIds: readonly string[]): Promise<Map<string, Was>> {
  const found = new Map(
    enrolmentIds.map((id) => [
      id,
      { read: new Set<string>(), practised: new Set<string>(), tests: [] as HandedIn[] },
    ]),
  )
  if (found.size === 0) return found
  const tables = reader.tables<TrainingTables>()
  const ids = [...found.keys()]
  const read = await tables
    .selectFrom('training.section_read')
    .select(['enrolment_id', 'lesson', 'section'])
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', 'in', ids)
    .execute()
  const practised = await tables
    .selectFrom('training.practice')
    .select(['enrolment_id', 'practice'])
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', 'in', ids)
    .execute()
  const tests = await tables
    .selectFrom('training.attempt')
    .select(['enrolment_id', 'handed_in_at', 'right_answers', 'drawn', 'pass_percent'])
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', 'in', ids)
    .where('handed_in_at', 'is not', null)
    .orderBy('id')
    .execute()
  const { timeZone } = await loadRegion(reader)
  for (const row of read) found.get(row.enrolment_id)!.read.add(placeKey(row))
  for (const row of practised) found.get(row.enrolment_id)!.practised.add(row.practice)
  for (const row of tests)
    found.get(row.enrolment_id)!.tests.push({
      on: row.handed_in_at!.toZonedDateTimeISO(timeZone).toPlainDate(),
      right: row.right_answers!,
      of: row.drawn.length,
      passPercent: row.pass_percent,
    })
  return found
}

/**
 * Tests that count for whether another may be begun: those of this enrolment, and those that were failed under earlier ones of the
 * same course which came to nothing.
 */
export async function testsThatCount(
  reader: Reader,
  { id, accountId, course }: Pick<Enrolment, 'id' | 'accountId' | 'course'>,
): Promise<TestsBefore> {
  const all = (await loadEnrolments(reader, { accountId, course })).filter(
    (one) => one.id === id || one.state !== 'finished',
  )
  const done = await loadDoneOf(
    reader,
    all.map((one) => one.id),
  )
  const others = [...done].flatMap(([of, { tests }]) => (of === id ? [] : tests))
  return { own: done.get(id)?.tests ?? [], earlier: others.filter((test) => !passed(test)) }
}

/** One's own answers to the knowledge checks of a lesson, by check. */
export async function checkAnswers(
  reader: Reader,
  enrolmentId: string,
  lesson: string,
): Promise<Map<string, number>> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.check_answer')
    .select(['check_id', 'choice'])
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .where('lesson', '=', lesson)
    .execute()
  return new Map(rows.map((row) => [row.check_id, row.choice]))
}

/** A section was read; once is enough, and a second tap changes nothing. */
export async function readSection(
  db: Db,
  actor: Account,
  course: Course,
  enrolmentId: string,
  place: Place,
): Promise<Outcome<null, TrainingCode>> {
  const lesson = course.lessons.find((one) => one.id === place.lesson)
  if (!lesson?.sections.some((one) => one.id === place.section)) return problem('not_a_choice')
  return await learning(db, actor, course, enrolmentId, async (tx) => {
    await tx
      .tables<TrainingTables>()
      .insertInto('training.section_read')
      .values({ region_id: tx.regionId, enrolment_id: enrolmentId, ...place })
      .onConflict((conflict) => conflict.constraint('section_read_once').doNothing())
      .execute()
    return done(null)
  })
}

/** The answer to a knowledge check: it is kept so that its owner finds it again, and counts for nothing. */
export async function answerCheck(
  db: Db,
  actor: Account,
  course: Course,
  enrolmentId: string,
  given: Place & { readonly check: string; readonly choice: number },
): Promise<Outcome<null, TrainingCode>> {
  const section = course.lessons
    .find((one) => one.id === given.lesson)
    ?.sections.find((one) => one.id === given.section)
  const check = section?.blocks
    .flatMap((block) => (block.kind === 'check' ? [block.check] : []))
    .find((one) => one.id === given.check)
  if (check?.options[given.choice] === undefined) return problem('not_a_choice', `check-${given.check}`)
  return await learning(
    db,
    actor,
    course,
    enrolmentId,
    async (tx) => {
      const { choice } = given
      await tx
        .tables<TrainingTables>()
        .insertInto('training.check_answer')
        .values({
          region_id: tx.regionId,
          enrolment_id: enrolmentId,
          lesson: given.lesson,
          check_id: given.check,
          choice,
        })
        .onConflict((conflict) =>
          conflict.constraint('check_answer_once').doUpdateSet({ choice, answered_at: tx.now }),
        )
        .execute()
      return done(null)
    },
    'under way',
  )
}

/** Choices made so far in a practice conversation; empty where it was not begun, or begun anew. */
export async function practicePath(
  reader: Reader,
  enrolmentId: string,
  practice: string,
): Promise<readonly number[]> {
  const row = await reader
    .tables<TrainingTables>()
    .selectFrom('training.practice_way')
    .select('path')
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .where('practice', '=', practice)
    .executeTakeFirst()
  return row?.path ?? []
}

/**
 * One step in a practice conversation, or its beginning anew (an empty path). `path` is the whole way to it, so that a second tap
 * and a browser's *Back* take the same step once. That an end was reached stays, however often it is walked again.
 */
export async function walkPractice(
  db: Db,
  actor: Account,
  course: Course,
  enrolmentId: string,
  given: { readonly practice: string; readonly path: readonly number[] },
): Promise<Outcome<null, TrainingCode>> {
  const practice = course.practice.find((one) => one.id === given.practice)
  const turn = practice === undefined ? null : turnAt(practice, given.path)
  if (turn === null) return problem('not_a_choice')
  return await learning(db, actor, course, enrolmentId, async (tx) => {
    const of = { region_id: tx.regionId, enrolment_id: enrolmentId, practice: given.practice }
    if (isEnd(turn)) await endPractice(tx, of)
    else
      await tx
        .tables<TrainingTables>()
        .insertInto('training.practice_way')
        .values({ ...of, path: [...given.path] })
        .onConflict((conflict) =>
          conflict.constraint('practice_way_once').doUpdateSet({ path: [...given.path], walked_at: tx.now }),
        )
        .execute()
    return done(null)
  })
}

/** What was chosen goes when an end is reached: that it was reached is all that stays. */
async function endPractice(
  tx: Tx,
  of: Omit<TrainingTables['training.practice_way'], 'path' | 'walked_at'>,
): Promise<void> {
  const ended_at = tx.now
  await tx
    .tables<TrainingTables>()
    .insertInto('training.practice')
    .values({ ...of, ended_at })
    .onConflict((conflict) => conflict.constraint('practice_once').doUpdateSet({ ended_at }))
    .execute()
  await tx
    .tables<TrainingTables>()
    .deleteFrom('training.practice_way')
    .where('region_id', '=', of.region_id)
    .where('enrolment_id', '=', of.enrolment_id)
    .where('practice', '=', of.practice)
    .execute()
}

/**
 * What somebody does in a course of their own that is open. Whoever names an enrolment of somebody else is told that there is
 * none. Where a step was done, a job looks afterwards whether a certificate is due.
 */
export async function learning<Value>(
  db: Db,
  actor: Account,
  course: Course,
  enrolmentId: string,
  work: (tx: Tx, enrolment: Enrolment) => Promise<Outcome<Value, TrainingCode>>,
  step: 'done' | 'under way' = 'done',
): Promise<Outcome<Value, TrainingCode>> {
  return await db.write(actor, async (tx) => {
    const enrolment = await openEnrolment(tx, actor.accountId, course.id, enrolmentId)
    if (!enrolment.ok) return enrolment
    const outcome = await work(tx, enrolment.value)
    if (outcome.ok && step === 'done') await settleSoon(tx, enrolmentId)
    return outcome
  })
}

async function openEnrolment(
  tx: Tx,
  accountId: AccountId,
  course: string,
  id: string,
): Promise<Outcome<Enrolment, TrainingCode>> {
  const enrolment = await ownEnrolment(tx, accountId, id)
  if (enrolment === null || enrolment.course !== course) return problem('unknown_enrolment')
  const why = whyNotLearn(enrolment.state)
  return why === null ? done(enrolment) : problem(why)
}
