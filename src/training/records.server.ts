import type { Reader } from '../platform/db.server.ts'
import { inPersonMinutes } from './attendance.server.ts'
import { certificateOfEach } from './certificate.server.ts'
import type { Certificate } from './certificate.ts'
import type { Course, Library } from './course.ts'
import type { Enrolment } from './enrolment.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { loadDoneOf } from './learn.server.ts'
import { type Progress, progressOf } from './progress.ts'
import type { HandedIn } from './retest.ts'
import { type Look, loadLooks } from './signOff.server.ts'

/** What one enrolment came to by now. */
export type TrainingRecord = {
  readonly enrolment: Enrolment
  /** With how far they are; null: it is no more in the library, and how far somebody was in it can't be told. */
  readonly course: (Course & { readonly progress: Progress }) | null
  readonly tests: readonly HandedIn[]
  readonly inPersonMinutes: number
  readonly looks: ReadonlyMap<string, Look>
  readonly certificate: (Certificate & { readonly fingerprint: string }) | null
}

/** Of one course, or of all; newest first. */
export async function loadRecords(
  reader: Reader,
  { courses }: Pick<Library, 'courses'>,
  of: { readonly course?: string },
): Promise<TrainingRecord[]> {
  const enrolments = await loadEnrolments(reader, of)
  const ids = enrolments.map(({ id }) => id)
  const done = await loadDoneOf(reader, ids)
  const minutes = await inPersonMinutes(reader, ids)
  const looks = await loadLooks(reader, ids)
  const certificates = await certificateOfEach(reader, of)
  return enrolments.map((enrolment) => {
    const { id } = enrolment
    const course = courses.find((one) => one.id === enrolment.course)
    const was = done.get(id)!
    return {
      ...{ enrolment, tests: was.tests, inPersonMinutes: minutes.get(id)! },
      course: course === undefined ? null : { ...course, progress: progressOf(course, was) },
      looks: looks.get(id) ?? new Map(),
      certificate: certificates.get(id) ?? null,
    }
  })
}
