import type { Actor } from '../platform/actor.ts'
import type { Outcome } from '../platform/problem.ts'
import { todayIn } from '../region/index.server.ts'
import { certificatesOf } from './certificate.server.ts'
import type { Library } from './course.ts'
import { beginCourse, type Deps } from './enrol.server.ts'
import { problem, type TrainingCode } from './problems.ts'
import { renewalRefused } from './renewal.ts'

/**
 * Whoever holds a certificate that runs out soon, or ran out, takes its course again. Of two presses both are answered with the one
 * enrolment.
 */
export async function renewCertificate(
  deps: Deps & { readonly library: Library },
  actor: Extract<Actor, { kind: 'account' }>,
  id: string,
  email: string,
): Promise<Outcome<{ enrolmentId: string }, TrainingCode>> {
  const { own, today } = await deps.db.read(actor, async (reader) => ({
    own: await certificatesOf(reader, actor.accountId),
    today: await todayIn(reader),
  }))
  const asked = own.find((one) => one.id === id)
  // Of one course the newest counts; an older one was renewed already.
  const newest = own.find((one) => one.course === asked?.course)
  const course = deps.library.courses.find((one) => one.id === asked?.course)
  if (newest === undefined) return problem('unknown_certificate')
  if (course === undefined) return problem('unknown_course')
  const refused = renewalRefused(newest, today)
  if (refused !== null) return problem(refused)
  return await beginCourse(deps, actor, { course, email, name: null, code: '' })
}
