import type { Reader } from '../platform/db.server.ts'
import type { Course } from './course.ts'
import type { TrainingTables } from './tables.server.ts'

/**
 * Whether a clinician marked for this region the text somebody was tested on, or today's: text that is reviewed later holds for
 * those who learned it before.
 */
export async function reviewedFor(
  reader: Reader,
  course: Pick<Course, 'id' | 'fingerprint'>,
  enrolmentId: string,
): Promise<boolean> {
  const tables = reader.tables<TrainingTables>()
  const tested = await tables
    .selectFrom('training.attempt')
    .select('fingerprint')
    .where('region_id', '=', reader.regionId)
    .where('enrolment_id', '=', enrolmentId)
    .execute()
  const review = await tables
    .selectFrom('training.review')
    .select('id')
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course.id)
    .where('fingerprint', 'in', [course.fingerprint, ...tested.map((row) => row.fingerprint)])
    .limit(1)
    .executeTakeFirst()
  return review !== undefined
}
