import { randomInt } from 'node:crypto'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { todayIn } from '../region/index.server.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import type { Attempt } from './attempt.ts'
import type { Course } from './course.ts'
import { drawTest, putQuestions, rightAnswers } from './draw.ts'
import { learning, loadDone, testsThatCount } from './learn.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import { progressOf } from './progress.ts'
import { mayTest, passed } from './retest.ts'
import type { TrainingTables } from './tables.server.ts'

type Account = Extract<Actor, { kind: 'account' }>

/** Tests of one enrolment, newest first. */
export async function attemptsOf(reader: Reader, enrolmentId: string): Promise<Attempt[]> {
  const tables = reader.tables<TrainingTables>()
  const rows = await tables
    .selectFrom('training.attempt')
    .selectAll()
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const answers = await tables
    .selectFrom('training.attempt_answer')
    .select(['attempt_id', 'question', 'choice'])
    .where('region_id', '=', reader.regionId)
    .where(
      'attempt_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    drawn: row.drawn,
    passPercent: row.pass_percent,
    fingerprint: row.fingerprint,
    handedInAt: row.handed_in_at,
    right: row.right_answers,
    answers: new Map(
      answers.filter((one) => one.attempt_id === row.id).map((one) => [one.question, one.choice]),
    ),
  }))
}

/**
 * Draws a test, or goes on with the one that is open: a second tap draws no second one. Its pass mark is that of this moment. It
 * may be begun when the lessons were read and the talks practised, and when no rule on retests speaks against it.
 */
export async function beginTest(
  db: Db,
  packs: Packs,
  actor: Account,
  course: Course,
  enrolmentId: string,
): Promise<Outcome<null, TrainingCode>> {
  // Of two who draw in the same moment the second finds the test of the first.
  const outcome = await refusedBy({ attempt_one_open: problem('test_handed_in') }, () =>
    learning(db, actor, course, enrolmentId, async (tx, enrolment) => {
      const open = await openAttempt(tx, enrolmentId)
      if (open?.fingerprint === course.fingerprint) return done(null)
      // Its questions are no more what they were: nothing of it counts, and another is drawn.
      if (open !== null) await dropAttempt(tx, open.id)
      if (course.test === null) return problem('not_a_choice')
      const was = await loadDone(tx, enrolmentId)
      const progress = progressOf(course, was)
      if (progress.next !== null || progress.practised < progress.practices) return problem('not_finished')
      const asked = await loadAsked(tx, packs, await disciplinesOf(tx, enrolment))
      const may = mayTest(await testsThatCount(tx, enrolment), await todayIn(tx), asked)
      if (!may.may) return problem(refusals[may.why])
      await tx
        .tables<TrainingTables>()
        .insertInto('training.attempt')
        .values({
          region_id: tx.regionId,
          id: newId<string>(),
          enrolment_id: enrolmentId,
          fingerprint: course.fingerprint,
          drawn: drawTest(course, chance),
          pass_percent: asked.passPercent,
        })
        .execute()
      return done(null)
    }),
  )
  return !outcome.ok && outcome.code === 'test_handed_in' ? done(null) : outcome
}

const refusals = { passed: 'passed_already', early: 'retest_early', over: 'tests_over' } as const

/**
 * Answers to some questions of the open test; what is not among the drawn is no answer. Kept until it is handed in. Answers the
 * drawn questions, so that whoever draws the next page need not ask again.
 */
export async function saveAnswers(
  db: Db,
  actor: Account,
  course: Course,
  enrolmentId: string,
  answers: ReadonlyMap<string, number>,
): Promise<Outcome<Pick<Attempt, 'drawn'>, TrainingCode>> {
  return await learning(
    db,
    actor,
    course,
    enrolmentId,
    async (tx) => {
      const open = await openAttempt(tx, enrolmentId)
      if (open === null) return problem('test_handed_in')
      if (open.fingerprint !== course.fingerprint) return problem('course_changed')
      const put = putQuestions(open.drawn, course.bank)
      const rows = [...answers]
        .filter(([question, choice]) =>
          put.some((one) => one.id === question && one.options.some((option) => option.value === choice)),
        )
        .map(([question, choice]) => ({ region_id: tx.regionId, attempt_id: open.id, question, choice }))
      if (rows.length > 0)
        await tx
          .tables<TrainingTables>()
          .insertInto('training.attempt_answer')
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .constraint('attempt_answer_once')
              .doUpdateSet({ choice: (eb) => eb.ref('excluded.choice') }),
          )
          .execute()
      return done({ drawn: open.drawn })
    },
    'under way',
  )
}

/** Hands the open test in and marks it. A second tap finds it handed in, and is answered with the same. */
export async function handIn(
  db: Db,
  actor: Account,
  course: Course,
  enrolmentId: string,
): Promise<Outcome<{ passed: boolean }, TrainingCode>> {
  return await learning(db, actor, course, enrolmentId, async (tx) => {
    const open = await openAttempt(tx, enrolmentId)
    if (open === null) {
      const last = (await attemptsOf(tx, enrolmentId))[0]
      if (last?.right == null) return problem('test_handed_in')
      return done({ passed: passed(marked(last, last.right)) })
    }
    if (open.fingerprint !== course.fingerprint) return problem('course_changed')
    const { answers } = (await attemptsOf(tx, enrolmentId)).find((one) => one.id === open.id)!
    const right = rightAnswers(open.drawn, course.bank, answers)
    await tx
      .tables<TrainingTables>()
      .updateTable('training.attempt')
      .set({ handed_in_at: tx.now, right_answers: right })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', open.id)
      .execute()
    return done({ passed: passed(marked(open, right)) })
  })
}

const marked = ({ drawn, passPercent }: Pick<Attempt, 'drawn' | 'passPercent'>, right: number) => ({
  right,
  of: drawn.length,
  passPercent,
})

/** Its row is held: whoever hands in twice does so one after the other, and nothing is saved after it. */
async function openAttempt(
  tx: Reader,
  enrolmentId: string,
): Promise<(Pick<Attempt, 'id' | 'drawn' | 'passPercent'> & { readonly fingerprint: string }) | null> {
  const row = await tx
    .tables<TrainingTables>()
    .selectFrom('training.attempt')
    .select(['id', 'drawn', 'pass_percent', 'fingerprint'])
    .where('region_id', '=', tx.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .where('handed_in_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, drawn, fingerprint } = row
  return { id, drawn, fingerprint, passPercent: row.pass_percent }
}

async function dropAttempt(tx: Tx, id: string): Promise<void> {
  const tables = tx.tables<TrainingTables>()
  await tables
    .deleteFrom('training.attempt_answer')
    .where('region_id', '=', tx.regionId)
    .where('attempt_id', '=', id)
    .execute()
  await tables
    .deleteFrom('training.attempt')
    .where('region_id', '=', tx.regionId)
    .where('id', '=', id)
    .execute()
}

const chance = () => randomInt(2 ** 32) / 2 ** 32
