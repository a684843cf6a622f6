import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import { finishBy } from './asked.ts'
import { leaveClassesOf } from './classPlaces.server.ts'
import type { Course } from './course.ts'
import { stands } from './enrolment.ts'
import { loadEnrolments, ownEnrolment, todayIn } from './enrolments.server.ts'
import { entryOf, openCode } from './entry.server.ts'
import { wordFrom } from './entry.ts'
import { nameLearner } from './nameLearner.server.ts'
import { waitingFor } from './nameTo.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import type { TrainingTables } from './tables.server.ts'
import { wholly } from './wholly.server.ts'

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
 * once, both are answered with the one enrolment that stands.
 */
export async function beginCourse(
  { db, packs }: Deps,
  actor: Extract<Actor, { kind: 'account' }>,
  { course, email, name, code: typed }: Begin,
): Promise<Outcome<{ enrolmentId: string }, TrainingCode>> {
  if (course.depth === 'outline') return problem('course_outline')
  const { accountId } = actor
  return await wholly(db, actor, async (tx) => {
    const named = await nameLearner(tx, accountId, name)
    if (!named.ok) return named
    const standing = (await loadEnrolments(tx, { accountId, course: course.id })).find((one) =>
      stands(one.state),
    )
    if (standing !== undefined) {
      await taken(tx, course.id, email)
      return done({ enrolmentId: standing.id })
    }
    const waiting = (await waitingFor(tx, email)).find((one) => one.course === course.id)
    const word = wordFrom(typed)
    const code = word === '' ? null : await openCode(tx, course.id, word, email)
    if (word !== '' && code === null) return problem('code_unknown', 'code')
    const mode = await entryOf(tx, course.id)
    const how = code !== null ? 'code' : (waiting?.how ?? 'alone')
    if (how === 'alone' && mode === 'closed') return problem('course_closed')
    const id = newId<string>()
    const agencyId = code !== null ? code.agencyId : (waiting?.agencyId ?? null)
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
        code_id: code !== null ? code.id : (waiting?.codeId ?? null),
        needs_approval: how === 'alone' && mode === 'approval',
        finish_by: finishBy(await todayIn(tx), asked),
      })
      .execute()
    await taken(tx, course.id, email)
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

/** The place that waited for an address is taken; a seat that somebody who is in the course was named to is free again. */
async function taken(tx: Tx, course: string, email: string): Promise<void> {
  await tx
    .tables<TrainingTables>()
    .deleteFrom('training.invited')
    .where('region_id', '=', tx.regionId)
    .where('course', '=', course)
    .where('email', '=', email.toLowerCase())
    .execute()
}
