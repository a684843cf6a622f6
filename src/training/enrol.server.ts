import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { wholly } from '../platform/wholly.server.ts'
import { todayIn } from '../region/index.server.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import { finishBy } from './asked.ts'
import { notTaken } from './before.server.ts'
import { leaveClassesOf } from './classPlaces.server.ts'
import type { Course, Library } from './course.ts'
import { isStronger, stands } from './enrolment.ts'
import { ownEnrolment } from './enrolments.server.ts'
import { type CodeTyped, entryOf, openCode } from './entry.server.ts'
import { entrance, wordFrom } from './entry.ts'
import { goOn, standingIn, type Way, wasDeclined } from './letIn.server.ts'
import { nameLearner } from './nameLearner.server.ts'
import { waitingFor } from './nameTo.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'

export type Deps = { readonly db: Db; readonly secrets: Secrets; readonly packs: Packs }

type Begin = {
  readonly course: Course
  /** Of the account, proven when it was made. */
  readonly email: string
  /** Null: as they are called already. */
  readonly name: string | null
  readonly code: string
}

/**
 * Somebody who is signed in enrols: on the place that waits for their address, with a code, or by themselves. Of two who press at
 * once, both are answered with the one enrolment that stands. Whoever waits for a yes is let in once their way needs none, if they
 * took what comes before.
 */
export async function beginCourse(
  { db, packs, library }: Deps & { readonly library: Library },
  actor: Extract<Actor, { kind: 'account' }>,
  { course, email, name, code: typed }: Begin,
): Promise<Outcome<{ enrolmentId: string }, TrainingCode>> {
  if (course.depth === 'outline') return problem('course_outline')
  const { accountId } = actor
  return await wholly(db, actor, async (tx) => {
    const named = await nameLearner(tx, accountId, name)
    if (!named.ok) return named
    const standing = await standingIn(tx, accountId, course.id)
    if (standing !== undefined && standing.state !== 'asked') {
      if (standing.state === 'open') await taken(tx, await holdWays(tx, course.id, email))
      return done({ enrolmentId: standing.id })
    }
    const ways = await holdWays(tx, course.id, email)
    const found = await wayInto(tx, course.id, typed, { email, standing })
    if (!found.ok) return found
    const { how, agencyId, codeId } = found.value
    const lacks = (await notTaken(tx, library, course, accountId)).length > 0
    const declined = await wasDeclined(tx, accountId, course.id)
    if (standing !== undefined) {
      await goOn(tx, packs, standing, found.value, { lacks, declined })
      await taken(tx, ways)
      return done({ enrolmentId: standing.id })
    }
    const enters = entrance(how, await entryOf(tx, course.id), lacks)
    if (enters === 'course_closed' || enters === 'take_before') return problem(enters)
    const id = newId<string>()
    const asked = await loadAsked(tx, packs, await disciplinesOf(tx, { accountId, agencyId }))
    await tx
      .tables<TrainingTables>()
      .insertInto('training.enrolment')
      .values({
        region_id: tx.regionId,
        id,
        account_id: accountId,
        course: course.id,
        how,
        agency_id: agencyId,
        code_id: codeId,
        needs_approval: declined || enters === 'asks',
        finish_by: finishBy(await todayIn(tx), asked),
      })
      .execute()
    await taken(tx, ways)
    return done({ enrolmentId: id })
  })
}

/** Somebody leaves a course. What they did stays on record; whoever comes back begins anew. */
export async function leaveCourse(
  db: Db,
  actor: Extract<Actor, { kind: 'account' }>,
  enrolmentId: string,
): Promise<Outcome<null, TrainingCode>> {
  return await db.write(actor, async (tx) => {
    const enrolment = await ownEnrolment(tx, actor.accountId, enrolmentId)
    if (enrolment === null) return problem('unknown_enrolment')
    if (!stands(enrolment.state)) return done(null)
    await tx
      .tables<TrainingTables>()
      .insertInto('training.enrolment_end')
      .values({ region_id: tx.regionId, enrolment_id: enrolmentId, why: 'left' })
      .onConflict((conflict) => conflict.columns(['region_id', 'enrolment_id']).doNothing())
      .execute()
    await leaveClassesOf(tx, enrolmentId)
    return done(null)
  })
}

/** The strongest way somebody has: what waits for their address, the code they typed, or themselves alone. */
async function wayInto(
  tx: Tx,
  course: string,
  typed: string,
  who: CodeTyped,
): Promise<Outcome<Way, TrainingCode>> {
  const alone: Way = { how: 'alone', agencyId: null, codeId: null }
  const waiting = (await waitingFor(tx, who.email)).find((one) => one.course === course) ?? alone
  const word = wordFrom(typed)
  if (word === '') return done(waiting)
  const code = await openCode(tx, course, word, who)
  if (code === null) return problem('code_unknown', 'code')
  return done(
    isStronger(waiting.how, 'code') ? waiting : { how: 'code', agencyId: code.agencyId, codeId: code.id },
  )
}

/** The places that wait for an address in a course. They are held: one that comes meanwhile is not among them, and stays. */
export async function holdWays(tx: Tx, course: string, email: string): Promise<string[]> {
  const rows = await tx
    .tables<TrainingTables>()
    .selectFrom('training.invited')
    .select('id')
    .where('region_id', '=', tx.regionId)
    .where('course', '=', course)
    .where('email', '=', email.toLowerCase())
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Whoever is in the course needs them no more: a seat they were named to is free again. */
export async function taken(tx: Tx, ways: readonly string[]): Promise<void> {
  if (ways.length === 0) return
  await tx
    .tables<TrainingTables>()
    .deleteFrom('training.invited')
    .where('region_id', '=', tx.regionId)
    .where('id', 'in', ways)
    .execute()
}
