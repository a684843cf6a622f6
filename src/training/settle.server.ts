import { audit } from '../audit/index.server.ts'
import { memberAccounts } from '../identity/index.server.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import { loadRegion, todayIn } from '../region/index.server.ts'
import { papers } from '../roster/index.server.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import { inPersonMinutes } from './attendance.server.ts'
import { holdCertificate, issueCertificate } from './certificate.server.ts'
import { stateOf } from './certificate.ts'
import { leaveClassesOf } from './classPlaces.server.ts'
import type { Library } from './course.ts'
import type { Enrolment } from './enrolment.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { tellCertificate } from './jobs.ts'
import { loadDone } from './learn.server.ts'
import { stepsFor } from './learnView.server.ts'
import { paperOf } from './paper.ts'
import { progressOf } from './progress.ts'
import { textPassed } from './reviewed.server.ts'
import { settleRenewals } from './settleSoon.server.ts'
import { signedOff } from './signOff.server.ts'
import type { TrainingTables } from './tables.server.ts'

type Deps = { readonly db: Db; readonly library: Library; readonly packs: Packs }

/**
 * Whether an enrolment's certificate is due: every step is done, and in time. Then it is issued, told to its holder, and put on file
 * with the team where they are a member. May run any number of times.
 */
export async function settle(deps: Deps, regionId: RegionId, enrolmentId: string): Promise<void> {
  await deps.db.write({ kind: 'system', regionId }, async (tx) => {
    await holdLearner(tx, enrolmentId)
    const [enrolment] = await loadEnrolments(tx, { id: enrolmentId })
    const course = deps.library.courses.find((one) => one.id === enrolment?.course)
    if (enrolment === undefined || course === undefined || !(await inTime(tx, enrolment))) return
    const done = await loadDone(tx, enrolmentId)
    const asked = await loadAsked(tx, deps.packs, await disciplinesOf(tx, enrolment))
    const steps = await stepsFor(tx, deps.library, { course, enrolment }, done, asked)
    if (steps.some((step) => !step.done)) return
    const progress = progressOf(course, done)
    const issuedOn = await todayIn(tx)
    const certificateId = await issueCertificate(tx, {
      enrolmentId,
      accountId: enrolment.accountId,
      name: enrolment.name,
      course: course.id,
      title: course.title,
      fingerprint: (await textPassed(tx, enrolmentId)) ?? course.fingerprint,
      onlineMinutes: progress.minutes,
      inPersonMinutes: (await inPersonMinutes(tx, [enrolmentId])).get(enrolmentId) ?? 0,
      scorePercent: progress.passedWith!,
      issuedOn,
      expiresOn: issuedOn.add({ days: asked.certificateDays }),
    })
    await tx
      .tables<TrainingTables>()
      .insertInto('training.enrolment_end')
      .values({ region_id: tx.regionId, enrolment_id: enrolmentId, why: 'finished' })
      .execute()
    await leaveClassesOf(tx, enrolmentId)
    await audit(tx, { act: 'certificate_issued', subject: { account: enrolment.accountId } })
    await enqueue(tx, tellCertificate, { regionId: tx.regionId, certificateId })
    await fileCertificates(tx)
  })
}

/**
 * Puts certificates on file with the team, of whoever is a member of it: with the certificate, or later, when they become one. What
 * the state's law names is another paper: ours may be asked for beside it and never takes its place.
 */
export async function fileCertificates(tx: Tx): Promise<void> {
  const today = await todayIn(tx)
  const rows = await tx
    .tables<TrainingTables>()
    .selectFrom('training.certificate')
    .select(['id', 'account_id'])
    .where('region_id', '=', tx.regionId)
    .where('filed_for', 'is', null)
    .where('expires_on', '>', today)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return
  const members = await memberAccounts(tx)
  const { name } = await loadRegion(tx)
  for (const row of rows) {
    const memberId = members.get(row.account_id)
    if (memberId === undefined) continue
    const certificate = await holdCertificate(tx, row.id)
    if (certificate === null || stateOf(certificate, today, certificate.revocation) !== 'valid') continue
    const paper = paperOf(certificate, name)
    await papers.file(tx, memberId, { ...paper, evidence: { kind: 'certificate', kept: 'Tailboard' } })
    await tx
      .tables<TrainingTables>()
      .updateTable('training.certificate')
      .set({ filed_for: memberId })
      .where('region_id', '=', tx.regionId)
      .where('id', '=', row.id)
      .execute()
  }
}

/** Courses of crisis that were waiting for a clinician: everybody whose last open step was the review is looked at again. */
export async function settleCourse(deps: Deps, regionId: RegionId, course: string): Promise<void> {
  const open = await deps.db.read({ kind: 'system', regionId }, async (reader) =>
    (await loadEnrolments(reader, { course })).filter(
      (one) => one.state === 'open' || one.state === 'expired',
    ),
  )
  for (const { id } of open) await settle(deps, regionId, id)
  // Hours in its classes count from now on, also for what somebody renews elsewhere.
  await deps.db.write({ kind: 'system', regionId }, async (tx) => {
    for (const accountId of await attendedIn(tx, course)) await settleRenewals(tx, accountId)
  })
}

/** Whoever was in a class of a course. */
async function attendedIn(reader: Reader, course: string): Promise<AccountId[]> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.attendance as a')
    .innerJoin('training.enrolment as e', (join) =>
      join.onRef('e.region_id', '=', 'a.region_id').onRef('e.id', '=', 'a.enrolment_id'),
    )
    .select('e.account_id')
    .distinct()
    .where('a.region_id', '=', reader.regionId)
    .where('e.course', '=', course)
    .execute()
  return rows.map((row) => row.account_id)
}

/**
 * Whether what was done counts: the enrolment is open, or its time ran out and everything in a room was before its end, however late
 * somebody wrote it down. Reading and tests end with it by themselves, and a review that comes later takes nothing away.
 */
async function inTime(reader: Reader, { id, state, finishBy }: Enrolment): Promise<boolean> {
  if (state !== 'expired') return state === 'open'
  const { timeZone } = await loadRegion(reader)
  const met = await reader
    .tables<TrainingTables>()
    .selectFrom('training.attendance as a')
    .innerJoin('training.class_meeting as m', (join) =>
      join.onRef('m.region_id', '=', 'a.region_id').onRef('m.id', '=', 'a.meeting_id'),
    )
    .select('m.starts_at')
    .where('a.region_id', '=', reader.regionId)
    .where('a.enrolment_id', '=', id)
    .execute()
  const looks = [...(await signedOff(reader, id)).values()].map((look) => look.observedOn)
  const days = [...met.map((row) => row.starts_at.toZonedDateTimeISO(timeZone).toPlainDate()), ...looks]
  return days.every((day) => Temporal.PlainDate.compare(day, finishBy) <= 0)
}

/** Its learner's row is held: whatever is settled for one person is settled one after the other. */
async function holdLearner(tx: Tx, enrolmentId: string): Promise<void> {
  await tx
    .tables<TrainingTables>()
    .selectFrom('training.learner')
    .select('account_id')
    .where('region_id', '=', tx.regionId)
    .where('account_id', 'in', (eb) =>
      eb
        .selectFrom('training.enrolment')
        .select('account_id')
        .where('region_id', '=', tx.regionId)
        .where('id', '=', enrolmentId),
    )
    .forUpdate()
    .execute()
}
