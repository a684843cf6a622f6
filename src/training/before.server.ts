import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Course, Library } from './course.ts'
import { reviewsOf } from './review.server.ts'
import type { TrainingTables } from './tables.server.ts'

/**
 * Courses to be taken before this one for which somebody holds no certificate of ours. One that lapsed was earned all the same; one
 * that was revoked was not. Whoever holds this very course has been past that.
 */
export async function notTaken(
  reader: Reader,
  library: Courses,
  course: Course,
  accountId: AccountId,
): Promise<string[]> {
  const before = await requiredBefore(reader, library, course)
  if (before.length === 0) return []
  const held = (await holdersOf(reader, [course.id, ...before], [accountId])).get(accountId)
  return held?.has(course.id) === true ? [] : before.filter((id) => held?.has(id) !== true)
}

/** The same of those among these accounts who ever learned here; whoever lacks none is left out. */
export async function learnersWithout(
  reader: Reader,
  library: Courses,
  course: Course,
  accounts: readonly AccountId[],
): Promise<Map<AccountId, string[]>> {
  const before = await requiredBefore(reader, library, course)
  if (before.length === 0 || accounts.length === 0) return new Map()
  const holders = await holdersOf(reader, [course.id, ...before], accounts)
  const learners = await reader
    .tables<TrainingTables>()
    .selectFrom('training.learner')
    .select('account_id')
    .where('region_id', '=', reader.regionId)
    .where('account_id', 'in', accounts)
    .execute()
  return new Map(
    learners
      .filter(({ account_id: id }) => !holders.get(id)?.has(course.id))
      .map(({ account_id: id }) => [id, before.filter((of) => !holders.get(id)?.has(of))] as const)
      .filter(([, lacks]) => lacks.length > 0),
  )
}

type Courses = Pick<Library, 'courses'>

/**
 * Of what comes before a course, that of which the region issues certificates today: nobody is kept from learning by a course that no
 * clinician has reviewed here yet.
 */
export async function requiredBefore(
  reader: Reader,
  { courses }: Courses,
  { after }: Course,
): Promise<string[]> {
  const before = courses.filter(({ id, depth }) => depth === 'full' && after.includes(id))
  const reviewed = await reviewsOf(
    reader,
    before.filter(({ crisis }) => crisis),
  )
  return before.filter(({ id, crisis }) => !crisis || reviewed.get(id)!.now !== null).map(({ id }) => id)
}

/** Who of these holds certificates of these courses, and of which. */
async function holdersOf(
  reader: Reader,
  courses: readonly string[],
  accounts: readonly AccountId[],
): Promise<Map<AccountId, Set<string>>> {
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
    .where('c.account_id', 'in', accounts)
    .execute()
  const held = new Map<AccountId, Set<string>>()
  for (const { account_id: id, course } of rows) held.set(id, (held.get(id) ?? new Set()).add(course))
  return held
}
