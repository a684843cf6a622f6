import { audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { csvText } from '../platform/csv.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import { lastDayOf } from './certificate.ts'
import type { Library } from './course.ts'
import { may } from './may.ts'
import { paperOf } from './paper.ts'
import { loadRecords, type TrainingRecord } from './records.server.ts'
import { bestPassed } from './retest.ts'
import { skillsShown } from './skillsShown.ts'
import { type Transcript, transcriptRows } from './transcript.ts'

/** Every enrolment of a region as CSV; null: not theirs to take out. What is taken out is on record before anybody has it. */
export async function exportTranscripts(
  { db, library }: { readonly db: Db; readonly library: Library },
  actor: Actor,
): Promise<string | null> {
  if (!may(actor, 'keep_training')) return null
  const all = await db.read(actor, (reader) => loadTranscripts(reader, library))
  await db.write(actor, (tx) =>
    audit(tx, { act: 'transcripts_exported', subject: 'region', detail: { rows: all.length } }),
  )
  return csvText(transcriptRows(all))
}

/** By course, those that are no more in the library included: who was trained in them was trained. */
async function loadTranscripts(reader: Reader, library: Library): Promise<Transcript[]> {
  const { timeZone } = await loadRegion(reader)
  const agencies = new Map((await loadAgencies(reader)).map((one) => [one.id, one.name]))
  const byCourse = Map.groupBy(await loadRecords(reader, library, {}), ({ enrolment }) => enrolment.course)
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  return [...byCourse.keys()].sort().flatMap((id) => {
    const records = byCourse.get(id)!
    // A course that is gone is called what its newest certificate calls it.
    const known = records.find(({ certificate }) => certificate !== null)?.certificate?.title ?? id
    return records.map((record) => {
      const { agencyId } = record.enrolment
      const agency = agencyId === null ? null : (agencies.get(agencyId) ?? null)
      return transcriptOf(record, { agency, title: record.course?.title ?? known, dayOf })
    })
  })
}

type About = Pick<Transcript, 'agency' | 'title'> & {
  readonly dayOf: (at: Temporal.Instant) => Temporal.PlainDate
}
function transcriptOf(record: TrainingRecord, { agency, title, dayOf }: About): Transcript {
  const { enrolment, course, inPersonMinutes, looks, certificate } = record
  const { name, how, state } = enrolment
  return {
    ...{ name, course: enrolment.course, title, how, state, agency },
    fingerprint: certificate?.fingerprint ?? course?.fingerprint ?? null,
    enrolledOn: dayOf(enrolment.enrolledAt),
    finishedOn: certificate?.issuedOn ?? null,
    // A certificate says what it said on its day, whatever was corrected since.
    onlineMinutes: certificate?.onlineMinutes ?? course?.progress.minutes ?? null,
    inPersonMinutes: certificate?.inPersonMinutes ?? inPersonMinutes,
    testPercent: certificate?.scorePercent ?? bestPassed(record.tests),
    skillsShown: course === null ? null : skillsShown(course, looks),
    skills: course?.skills.length ?? null,
    certificate:
      certificate === null
        ? null
        : {
            number: paperOf(certificate, '').number,
            lastDay: lastDayOf(certificate),
            revokedOn: certificate.revocation === null ? null : dayOf(certificate.revocation.at),
          },
  }
}
