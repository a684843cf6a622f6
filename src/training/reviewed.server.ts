import type { Reader } from '../platform/db.server.ts'
import type { Course } from './course.ts'
import { passed } from './retest.ts'
import type { TrainingTables } from './tables.server.ts'

/**
 * Whether a clinician marked for this region the text somebody passed on, or today's: text that is reviewed later holds for
 * those who learned it before.
 */
export async function reviewedFor(
  reader: Reader,
  course: Pick<Course, 'id' | 'fingerprint'>,
  enrolmentId: string,
): Promise<boolean> {
  const tables = reader.tables<TrainingTables>()
  const passedText = await textPassed(reader, enrolmentId)
  const review = await tables
    .selectFrom('training.review')
    .select('id')
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course.id)
    .where('fingerprint', 'in', [course.fingerprint, ...(passedText === null ? [] : [passedText])])
    .limit(1)
    .executeTakeFirst()
  return review !== undefined
}

/** The text of the test that somebody passed; null: none was passed. */
export async function textPassed(reader: Reader, enrolmentId: string): Promise<string | null> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.attempt')
    .select(['fingerprint', 'right_answers', 'drawn', 'pass_percent'])
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .where('handed_in_at', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
  const won = rows.find((row) =>
    passed({ right: row.right_answers!, of: row.drawn.length, passPercent: row.pass_percent }),
  )
  return won?.fingerprint ?? null
}
