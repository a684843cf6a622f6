import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueCertificate } from './certificate.server.ts'
import { enrol } from './classes.testing.ts'
import { tinyLibrary } from './course.testing.ts'
import { openTraining } from './training.testing.ts'
import { exportTranscripts } from './transcripts.server.ts'

describe('transcripts', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  beforeAll(async () => {
    t = await openTraining()
  })
  afterAll(() => t.base.drop())

  it('keep whoever was trained in a course that is gone, under the name of its certificate, or its id', async () => {
    const { regionId } = t.here
    const learned = async (name: string, course: string) => {
      const { accountId } = t.person()
      return { accountId, enrolmentId: await enrol(t.base, regionId, accountId, name, { course }) }
    }
    const hal = await learned('Hal E.', 'old')
    await learned('Ida L.', 'old')
    await learned('Jo M.', 'older')
    await learned('Kit A.', 'tiny')
    const number = await t.base.db.write({ kind: 'system', regionId }, (tx) =>
      issueCertificate(tx, {
        ...{ ...hal, name: 'Hal E.', course: 'old', title: 'An old course', fingerprint: 'e'.repeat(64) },
        ...{ onlineMinutes: 40, inPersonMinutes: 30, scorePercent: 90 },
        issuedOn: Temporal.PlainDate.from('2027-03-01'),
        expiresOn: Temporal.PlainDate.from('2029-03-01'),
      }),
    )
    const text = await exportTranscripts({ ...t.deps, library: tinyLibrary }, t.person('duty_coordinator'))
    const [, ...rows] = text!.trim().split('\r\n')
    const version = tinyLibrary.courses[0]!.fingerprint.slice(0, 12)
    expect(rows).toEqual([
      'Ida L.,old,An old course,,alone,,2027-03-01,,open,,0,,,,,,',
      `Hal E.,old,An old course,eeeeeeeeeeee,alone,,2027-03-01,2027-03-01,open,40,30,90,,,${number.slice(-12)},2029-02-28,`,
      'Jo M.,older,older,,alone,,2027-03-01,,open,,0,,,,,,',
      `Kit A.,tiny,A tiny course,${version},alone,,2027-03-01,,open,0,0,,0,2,,,`,
    ])
  })
})
