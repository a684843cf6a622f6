import type { Reader } from '../platform/db.server.ts'
import { loadAgencies, loadRegion, todayIn } from '../region/index.server.ts'
import { notTaken } from './before.server.ts'
import type { Course, Library } from './course.ts'
import { inOrder } from './courseOrder.ts'
import { type Enrolment, type EnrolmentHow, strongest } from './enrolment.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { codesOf, entryOf, seatsOf } from './entry.server.ts'
import type { Asking, KeptView, LearnerLine, TrainingView } from './keepView.ts'
import { titled } from './learnView.server.ts'
import { may } from './may.ts'
import { waitingOnSeats } from './ownSeats.server.ts'
import { loadRecords } from './records.server.ts'
import { reviewsOf } from './review.server.ts'
import { skillsShown } from './skillsShown.ts'
import type { TrainingTables } from './tables.server.ts'

/** All courses; who is in them only for whoever keeps training. */
export async function loadTraining(reader: Reader, library: Library): Promise<TrainingView> {
  const region = await loadRegion(reader)
  const keeps = may(reader.actor, 'keep_training')
  const courses = [
    ...inOrder(library.courses.filter(({ depth }) => depth === 'full')),
    ...inOrder(library.courses.filter(({ depth }) => depth !== 'full')),
  ]
  const reviewed = await reviewsOf(reader, courses)
  const enrolments = keeps ? await loadEnrolments(reader, {}) : []
  const modes = keeps ? await Promise.all(courses.map(({ id }) => entryOf(reader, id))) : []
  return {
    region,
    asking: await askingOf(reader, library, enrolments),
    courses: courses.map((course, at) => {
      const of = enrolments.filter((one) => one.course === course.id)
      const count = (state: 'open' | 'finished') => of.filter((one) => one.state === state).length
      return {
        course,
        reviewed: reviewed.get(course.id)!,
        kept: keeps ? { learners: count('open'), finished: count('finished'), mode: modes[at]! } : null,
      }
    }),
  }
}

/** Who waits for a yes, the longest first. */
async function askingOf(
  reader: Reader,
  library: Library,
  enrolments: readonly Enrolment[],
): Promise<Asking[]> {
  const { timeZone } = await loadRegion(reader)
  const asking: Asking[] = []
  for (const one of enrolments.filter(({ state }) => state === 'asked').reverse()) {
    const course = library.courses.find(({ id }) => id === one.course)
    const lacks = course === undefined ? [] : await notTaken(reader, library, course, one.accountId)
    asking.push({
      ...{ enrolmentId: one.id, name: one.name, course: course?.title ?? one.course },
      askedOn: one.enrolledAt.toZonedDateTimeISO(timeZone).toPlainDate(),
      lacks: titled(library, lacks).map(({ title }) => title),
    })
  }
  return asking
}

/** One course with how one gets in and who is in it. */
export async function loadKept(reader: Reader, course: Course): Promise<KeptView> {
  return {
    region: await loadRegion(reader),
    course,
    today: await todayIn(reader),
    mode: await entryOf(reader, course.id),
    codes: await codesOf(reader, course.id),
    seats: await seatsOf(reader, course.id),
    seatsWaiting: await waitingOnSeats(reader, course.id),
    agencies: await loadAgencies(reader),
    learners: await learnersOf(reader, course),
    named: (await namedTo(reader, course.id)).size,
  }
}

async function learnersOf(reader: Reader, course: Course): Promise<LearnerLine[]> {
  const records = await loadRecords(reader, { courses: [course] }, { course: course.id })
  return records.map(({ enrolment, course: known, tests, inPersonMinutes, looks, certificate }) => {
    const { id, name, how, agencyId, state } = enrolment
    const { sectionsRead, practised, passedWith } = known!.progress
    return {
      ...{ enrolmentId: id, name, how, agencyId, state, sectionsRead, practised, inPersonMinutes },
      test: passedWith !== null ? 'passed' : tests.length > 0 ? 'not_passed' : 'none',
      skillsShown: skillsShown(course, looks),
      certificateId: certificate?.id ?? null,
    }
  })
}

/** Addresses that were named to a course and did not come yet, each with the strongest way, and since when. */
export async function namedTo(
  reader: Reader,
  course: string,
): Promise<Map<string, { readonly how: EnrolmentHow; readonly askedAt: Temporal.Instant }>> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.invited')
    .select(['email', 'how', 'asked_at as askedAt'])
    .where('region_id', '=', reader.regionId)
    .where('course', '=', course)
    .orderBy('id')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.email)].map(([email, ways]) => [email, strongest(ways)!]))
}
