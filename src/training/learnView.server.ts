import type { Reader } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import type { Asked } from './asked.ts'
import { inPersonMinutes } from './attendance.server.ts'
import { notTaken } from './before.server.ts'
import { certificatesOf } from './certificate.server.ts'
import type { Course, Library } from './course.ts'
import { type Enrolment, leadsOn, stands } from './enrolment.ts'
import { loadEnrolments, ownEnrolment } from './enrolments.server.ts'
import { entryOf } from './entry.server.ts'
import { entrance } from './entry.ts'
import { loadDone, loadDoneOf, testsThatCount } from './learn.server.ts'
import type { Before, CourseView, EnrolmentView, LearningView } from './learnView.ts'
import { wasDeclined } from './letIn.server.ts'
import { waitingFor } from './nameTo.server.ts'
import { type Done, progressOf } from './progress.ts'
import { renewalHours } from './renewalHours.server.ts'
import { mayTest } from './retest.ts'
import { reviewedFor } from './reviewed.server.ts'
import { signedOff } from './signOff.server.ts'
import type { TrainingTables } from './tables.server.ts'
import { attemptsOf } from './test.server.ts'
import { type Step, stepsOf } from './way.ts'

/** One's own courses: what waits, what is taken, what else is offered. `email` as the account has it. */
export async function loadLearning(
  reader: Reader,
  library: Library,
  accountId: AccountId,
  email: string,
): Promise<LearningView> {
  const enrolments = await loadEnrolments(reader, { accountId })
  const known = enrolments.flatMap((enrolment) => {
    const course = library.courses.find((one) => one.id === enrolment.course)
    return course === undefined ? [] : [{ enrolment, course }]
  })
  const all = await loadDoneOf(
    reader,
    known.map(({ enrolment }) => enrolment.id),
  )
  const standing = new Map(
    known
      .filter(({ enrolment }) => stands(enrolment.state))
      .map(({ enrolment }) => [enrolment.course, enrolment]),
  )
  const namings = await waitingFor(reader, email)
  const waiting = new Set(
    namings.filter((one) => leadsOn(one.how, standing.get(one.course))).map((one) => one.course),
  )
  for (const { enrolment, course } of known)
    if (enrolment.state === 'asked' && (await needsYesNoMore(reader, library, course, enrolment)))
      waiting.add(course.id)
  const full = library.courses
    .filter((course) => course.depth === 'full')
    // What others build on comes first.
    .sort((one, other) => one.after.length - other.after.length)
  const offered = full.filter((course) => !standing.has(course.id) && !waiting.has(course.id))
  const offers = (of: readonly Course[]) =>
    Promise.all(
      of.map(async (course) => ({
        course,
        mode: await entryOf(reader, course.id),
        lacks: titled(library, await notTaken(reader, library, course, accountId)),
      })),
    )
  return {
    region: await loadRegion(reader),
    name: await learnerName(reader, accountId),
    givenName: namings[0]?.name ?? null,
    waiting: await offers(full.filter((course) => waiting.has(course.id))),
    // Whoever may begin now is told that once, above.
    taken: known
      .filter(({ enrolment, course }) => enrolment.state !== 'asked' || !waiting.has(course.id))
      .map(({ enrolment, course }) => ({
        enrolment,
        course,
        progress: progressOf(course, all.get(enrolment.id)!),
      })),
    offered: await offers(offered),
  }
}

/** Whether whoever waits for a yes would be let in today: they earned what was missing, or the course was opened. */
async function needsYesNoMore(
  reader: Reader,
  library: Library,
  course: Course,
  { accountId, how }: Enrolment,
): Promise<boolean> {
  const lacks = (await notTaken(reader, library, course, accountId)).length > 0
  if (await wasDeclined(reader, accountId, course.id)) return false
  return entrance(how, await entryOf(reader, course.id), lacks) === 'at_once'
}

export function titled(library: Library, ids: readonly string[]): Before[] {
  return ids.map((id) => ({ id, title: library.courses.find((one) => one.id === id)?.title ?? id }))
}

/** A course of one's own; null for anybody else's, and where its text can't be read. */
export async function loadCourseView(
  reader: Reader,
  library: Library,
  accountId: AccountId,
  id: string,
): Promise<CourseView | null> {
  const enrolment = await ownEnrolment(reader, accountId, id)
  const course = library.courses.find((one) => one.id === enrolment?.course)
  if (enrolment === null || course === undefined) return null
  return { region: await loadRegion(reader), course, enrolment }
}

/** The same with how far it is. */
export async function loadEnrolmentView(
  reader: Reader,
  { library, packs }: { readonly library: Library; readonly packs: Packs },
  accountId: AccountId,
  id: string,
): Promise<EnrolmentView | null> {
  const opened = await loadCourseView(reader, library, accountId, id)
  if (opened === null) return null
  const { course } = opened
  const done = await loadDone(reader, id)
  const asked = await loadAsked(reader, packs, await disciplinesOf(reader, opened.enrolment))
  const certificates = await certificatesOf(reader, accountId)
  return {
    ...opened,
    done,
    progress: progressOf(course, done),
    asked,
    testOpen: (await attemptsOf(reader, id)).some(
      (one) => one.handedInAt === null && one.fingerprint === course.fingerprint,
    ),
    mayTest: mayTest(await testsThatCount(reader, opened.enrolment), await todayIn(reader), asked),
    steps: await stepsFor(reader, library, opened, done, asked),
    certificate: certificates.find((one) => one.enrolmentId === id) ?? null,
  }
}

/** The steps of one enrolment to its certificate, as they stand. */
export async function stepsFor(
  reader: Reader,
  library: Pick<Library, 'courses'>,
  { course, enrolment }: Pick<CourseView, 'course' | 'enrolment'>,
  done: Done,
  asked: Asked,
): Promise<Step[]> {
  const { id } = enrolment
  return stepsOf({
    course,
    progress: progressOf(course, done),
    inPersonMinutes: (await inPersonMinutes(reader, [id])).get(id) ?? 0,
    looks: await signedOff(reader, id),
    reviewed: await reviewedFor(reader, course, id),
    continued: await renewalHours(reader, library, enrolment, asked),
    asked,
  })
}

export async function learnerName(reader: Reader, accountId: AccountId): Promise<string | null> {
  const row = await reader
    .tables<TrainingTables>()
    .selectFrom('training.learner')
    .select('name')
    .where('region_id', '=', reader.regionId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.name ?? null
}
