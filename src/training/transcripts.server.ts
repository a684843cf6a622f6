import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { csvText } from '../platform/csv.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import { inPersonMinutes } from './attendance.server.ts'
import { certificateOfEach } from './certificate.server.ts'
import { lastDayOf } from './certificate.ts'
import type { Course, Library } from './course.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { loadDoneOf } from './learn.server.ts'
import { may } from './may.ts'
import { paperOf } from './paper.ts'
import { progressOf } from './progress.ts'
import { loadLooks } from './signOff.server.ts'
import { type Transcript, transcriptRows } from './transcript.ts'

/** Every enrolment of a region as CSV; null: not theirs to take out. What is taken out is on record before anybody has it. */
export async function exportTranscripts(
  { db, library }: { readonly db: Db; readonly library: Library },
  actor: Actor,
): Promise<string | null> {
  if (!may(actor, 'keep_training')) return null
  const all: Transcript[] = []
  for (const course of library.courses)
    all.push(...(await db.read(actor, (reader) => transcriptsOf(reader, course))))
  await db.write(actor, (tx) =>
    audit(tx, { act: 'transcripts_exported', subject: 'region', detail: { rows: all.length } }),
  )
  return csvText(transcriptRows(all))
}

async function transcriptsOf(reader: Reader, course: Course): Promise<Transcript[]> {
  const enrolments = await loadEnrolments(reader, { course: course.id })
  const ids = enrolments.map(({ id }) => id)
  const { timeZone } = await loadRegion(reader)
  const agencies = new Map((await loadAgencies(reader)).map((one) => [one.id, one.name]))
  const done = await loadDoneOf(reader, ids)
  const minutes = await inPersonMinutes(reader, ids)
  const looks = await loadLooks(reader, ids)
  const certificates = await certificateOfEach(reader, course.id)
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  return enrolments.map((one) => {
    const progress = progressOf(course, done.get(one.id)!)
    const certificate = certificates.get(one.id)
    return {
      ...{ name: one.name, course: course.id, how: one.how, state: one.state },
      fingerprint: certificate?.fingerprint ?? course.fingerprint,
      agency: one.agencyId === null ? null : (agencies.get(one.agencyId) ?? null),
      enrolledOn: dayOf(one.enrolledAt),
      finishedOn: certificate?.issuedOn ?? null,
      // A certificate says what it said on its day, whatever was corrected since.
      onlineMinutes: certificate?.onlineMinutes ?? progress.minutes,
      inPersonMinutes: certificate?.inPersonMinutes ?? minutes.get(one.id)!,
      testPercent: certificate?.scorePercent ?? progress.passedWith,
      skillsShown: [...(looks.get(one.id) ?? [])].filter(([, look]) => look.verdict === 'shown').length,
      skills: course.skills.length,
      certificate:
        certificate === undefined
          ? null
          : {
              number: paperOf(certificate, '').number,
              lastDay: lastDayOf(certificate),
              revokedOn: certificate.revocation === null ? null : dayOf(certificate.revocation.at),
            },
    }
  })
}
