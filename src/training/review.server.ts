import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { coded } from './coded.ts'
import type { Course } from './course.ts'
import { settleReviewed } from './jobs.ts'
import { may } from './may.ts'
import { problem, type TrainingCode } from './problems.ts'
import { type Review, type Reviewed, unreviewed } from './review.ts'
import type { TrainingTables } from './tables.server.ts'

type Version = Pick<Course, 'id' | 'fingerprint'>

/** Who reviewed this very text for the region; null: nobody, whoever reviewed another one. */
export async function reviewOf(reader: Reader, course: Version): Promise<Review | null> {
  return (await reviewsOf(reader, [course])).get(course.id)!.now
}

/** Of several courses at once, what was said of an earlier text too; every course has an entry. */
export async function reviewsOf(reader: Reader, courses: readonly Version[]): Promise<Map<string, Reviewed>> {
  const found = new Map(courses.map(({ id }) => [id, unreviewed]))
  if (courses.length === 0) return found
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.review')
    .select(['course', 'fingerprint', 'reviewer', 'licence', 'reviewed_at'])
    .where('region_id', '=', reader.regionId)
    .where('course', 'in', [...found.keys()])
    .orderBy('reviewed_at')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const review = { reviewer: row.reviewer, licence: row.licence, reviewedAt: row.reviewed_at }
    const stands = courses.some(({ id, fingerprint }) => id === row.course && fingerprint === row.fingerprint)
    found.set(row.course, { ...found.get(row.course)!, [stands ? 'now' : 'before']: review })
  }
  return found
}

const longest = 80

/** The clinical director says that a clinician read this text. Sent twice, it stands once. */
export async function reviewCourse(
  db: Db,
  actor: Actor,
  course: Course,
  given: {
    readonly reviewer: string
    readonly licence: string
    /** The text that stood on the page. */
    readonly fingerprint: string
  },
): Promise<Outcome<null, TrainingCode>> {
  if (!may(actor, 'review_course') || actor.kind !== 'account') return problem('not_allowed')
  if (course.depth === 'outline') return problem('course_outline')
  if (given.fingerprint !== course.fingerprint) return problem('course_changed')
  const [reviewer, licence] = [given.reviewer.trim(), given.licence.trim()]
  for (const [field, text] of Object.entries({ reviewer, licence })) {
    if (text === '') return problem('text_missing', field)
    if (text.length > longest || hasUnseen(text)) return problem('text_unreadable', field)
  }
  return await db.write(actor, async (tx) => {
    const rows = tx.tables<TrainingTables>()
    const { numInsertedOrUpdatedRows: added } = await rows
      .insertInto('training.review')
      .values({
        region_id: tx.regionId,
        id: newId<string>(),
        ...{ course: course.id, fingerprint: course.fingerprint, reviewer, licence },
        recorded_by: actor.accountId,
      })
      .onConflict((conflict) => conflict.columns(['region_id', 'course', 'fingerprint']).doNothing())
      .executeTakeFirstOrThrow()
    if (added === 0n) {
      const now = await reviewOf(tx, course)
      const same = now?.reviewer === reviewer && now.licence === licence
      return same ? done(null) : problem('reviewed_already')
    }
    await audit(tx, { act: 'course_reviewed', subject: 'region', detail: { course: coded(course.id) } })
    // Whoever waited for nothing but this has their certificate.
    await enqueue(tx, settleReviewed, { regionId: tx.regionId, course: course.id })
    return done(null)
  })
}
