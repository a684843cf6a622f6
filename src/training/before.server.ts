import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Course } from './course.ts'
import type { TrainingTables } from './tables.server.ts'

/**
 * Courses to be taken before this one for which somebody holds no certificate of ours. One that lapsed was earned all the same; one
 * that was revoked was not.
 */
export async function notTaken(
  reader: Reader,
  course: Pick<Course, 'after'>,
  accountId: AccountId,
): Promise<string[]> {
  const held = (await holdersOf(reader, course.after, accountId)).get(accountId)
  return course.after.filter((id) => held?.has(id) !== true)
}

/** The same of everybody who ever learned here; whoever lacks none is left out. */
export async function learnersWithout(
  reader: Reader,
  course: Pick<Course, 'after'>,
): Promise<Map<AccountId, string[]>> {
  if (course.after.length === 0) return new Map()
  const holders = await holdersOf(reader, course.after)
  const learners = await reader
    .tables<TrainingTables>()
    .selectFrom('training.learner')
    .select('account_id')
    .where('region_id', '=', reader.regionId)
    .execute()
  return new Map(
    learners
      .map(({ account_id: id }) => [id, course.after.filter((of) => !holders.get(id)?.has(of))] as const)
      .filter(([, lacks]) => lacks.length > 0),
  )
}

/** Who holds certificates of these courses, and of which. */
async function holdersOf(
  reader: Reader,
  courses: readonly string[],
  only?: AccountId,
): Promise<Map<AccountId, Set<string>>> {
  if (courses.length === 0) return new Map()
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.certificate as c')
    .leftJoin('training.revocation as r', (join) =>
      join.onRef('r.region_id', '=', 'c.region_id').onRef('r.certificate_id', '=', 'c.id'),
    )
    .select(['c.account_id', 'c.course'])
    .where('c.region_id', '=', reader.regionId)
    .where('c.course', 'in', courses)
    .where('r.certificate_id', 'is', null)
    .$if(only !== undefined, (query) => query.where('c.account_id', '=', only!))
    .execute()
  const held = new Map<AccountId, Set<string>>()
  for (const { account_id: id, course } of rows) held.set(id, (held.get(id) ?? new Set()).add(course))
  return held
}
