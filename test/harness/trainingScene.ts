import { newId } from '../../src/platform/ids.ts'
import { issueCertificate } from '../../src/training/certificate.server.ts'
import { planClass } from '../../src/training/classes.server.ts'
import { joinClass } from '../../src/training/classPlaces.server.ts'
import type { Course } from '../../src/training/course.ts'
import { trainingPaths } from '../../src/training/index.ts'
import type { Person, TwoRegions } from './twoRegions.ts'

type Post = (who: Person, path: string, fields?: Readonly<Record<string, string>>) => Promise<unknown>
type At = (who: Person, path: string) => void

const slug = 'harbor'
const fundamentals = 'peer-support-fundamentals'

/**
 * What each training form needs: courses begun, read and in their test, classes ahead, running and over, a certificate that
 * runs out, papers and enrolments that wait, seats of an agency, a key that signs.
 */
export async function layTraining(all: TwoRegions, post: Post, at: At): Promise<void> {
  const { services, base, rae, coordinator } = all
  const { db } = services
  const { regionId } = all.harbor
  const first = (role: Person['role']) => all.people.find((one) => one.role === role)!
  const [lou, ivo, ana] = [first('learner'), first('instructor'), first('peer')]
  const [contact, gus] = [first('agency_contact'), all.people.find((one) => one.email.startsWith('gus.a'))!]
  const full = services.library.courses
    .filter((one) => one.test !== null && one.practice.length > 0)
    // The way to duty offers this one where the region asks for none.
    .sort((one, other) => Number(other.id === fundamentals) - Number(one.id === fundamentals))
  const [read, tested, begun] = full as [Course, Course, Course]
  if (begun === undefined) throw new Error('The scene needs three courses with a test and a practice.')

  const enrolled = async (who: Person, course: Course): Promise<string> => {
    const names = { [`name-${course.id}`]: `Kit ${who.email.slice(0, 3)}`, [`code-${course.id}`]: '' }
    await post(who, trainingPaths.begin(slug, course.id), names)
    const { rows } = await base.admin.query(
      'select id from training.enrolment where account_id = $1 and course = $2 order by id desc limit 1',
      [who.accountId, course.id],
    )
    return rows[0].id
  }
  const readWhole = async (course: Course, enrolment: string) => {
    for (const lesson of course.lessons)
      for (const section of lesson.sections)
        await base.admin.query(
          'insert into training.section_read (region_id, enrolment_id, lesson, section) values ($1, $2, $3, $4)',
          [regionId, enrolment, lesson.id, section.id],
        )
    for (const practice of course.practice)
      await base.admin.query(
        'insert into training.practice (region_id, enrolment_id, practice, ended_at) values ($1, $2, $3, now())',
        [regionId, enrolment, practice.id],
      )
  }

  // What comes before a course was taken: by the learner with both, by the peer a while ago.
  const certificate = await certified(all, ana, read)
  for (const course of [read, tested]) await certified(all, lou, course)

  // Three courses of one learner: ready for its test, in its test, just begun.
  const [ready, inTest, open] = [
    await enrolled(lou, read),
    await enrolled(lou, tested),
    await enrolled(lou, begun),
  ]
  await readWhole(read, ready)
  await readWhole(tested, inTest)
  await post(lou, trainingPaths.test(slug, inTest))
  const checked = begun.lessons
    .flatMap((lesson) => lesson.sections.map((section) => ({ lesson, section })))
    .find(({ section }) => section.blocks.some((block) => block.kind === 'check'))!
  for (const path of [
    trainingPaths.enrolment(slug, ready),
    trainingPaths.testPart(slug, inTest, 1),
    trainingPaths.test(slug, inTest),
    trainingPaths.section(slug, open, checked.lesson.id, checked.section.id),
    trainingPaths.practice(slug, open, begun.practice[0]!.id),
    trainingPaths.enrolment(slug, open),
  ])
    at(lou, path)

  // A code, seats of the contact's agency, and somebody who waits for a yes.
  const until = Temporal.Now.plainDateISO('America/New_York').add({ days: 30 }).toString()
  await post(rae, trainingPaths.codes(slug, read.id), { uses: '5', expires: until, agency: '' })
  const { rows: spoken } = await base.admin.query(
    'select agency_id from identity."grant" where account_id = $1 and agency_id is not null',
    [contact.accountId],
  )
  await post(rae, trainingPaths.seats(slug, read.id), { seatAgency: spoken[0].agency_id, seats: '400' })
  const seat = `${read.id}-${spoken[0].agency_id}`
  for (const number of [1, 2])
    await post(contact, trainingPaths.ownSeats(slug), {
      ...{ course: read.id, agency: spoken[0].agency_id },
      ...{ [`name-${seat}`]: 'Kit sea', [`email-${seat}`]: `seat.${number}@learners.example` },
    })
  await post(rae, trainingPaths.entry(slug, begun.id), { mode: 'approval' })
  const [anaOpen] = [await enrolled(ana, tested), await enrolled(ana, begun)]
  for (const course of [read, begun]) at(rae, trainingPaths.keptCourse(slug, course.id))

  // Classes: one ahead to take a seat in, and one to give back; one that runs; one that is over.
  const planned = async (days: number, seats = 20): Promise<string> => {
    const startsAt = Temporal.Now.instant().add({ hours: 24 * days })
    const id = newId<string>()
    const meetings = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
    const given = { id, course: tested.id, place: 'Station 4', seats, instructor: ivo.accountId, meetings }
    const done = await planClass(services, coordinator, given)
    if (!done.ok) throw new Error(done.code)
    return id
  }
  const sit = async (who: Person, id: string, enrolment: string) => {
    const actor = { kind: 'account', accountId: who.accountId, regionId, roles: [who.role] } as const
    const done = await joinClass(db, actor, id, enrolment)
    if (!done.ok) throw new Error(done.code)
  }
  const begins = (id: string, hoursAgo: number) =>
    base.admin.query(
      `update training.class_meeting set starts_at = now() - $2 * interval '1 hour', ends_at = now() + (3 - $2) * interval '1 hour'
        where class_id = $1`,
      [id, hoursAgo],
    )
  await planned(9)
  const [held, running, over] = [await planned(10), await planned(3), await planned(4)]
  for (const id of [held, running, over]) {
    await sit(lou, id, inTest)
    await sit(ana, id, anaOpen)
  }
  await begins(running, 1)
  await begins(over, 30)
  for (const who of [ivo, rae]) at(who, trainingPaths.class(slug, running))
  at(lou, trainingPaths.classes(slug))
  at(lou, trainingPaths.evaluation(slug, over))

  // A certificate that runs out within the quarter, with a link that shows it; its badge makes the region's key.
  await post(ana, trainingPaths.showings(slug, certificate), { show_name: 'on' })
  for (const path of [trainingPaths.ownWay(slug), trainingPaths.certificate(slug, certificate)]) at(ana, path)
  at(rae, trainingPaths.revocation(slug, certificate))
  await all.send(all.here.teamUrl, trainingPaths.certificateBadge(slug, certificate), { cookie: ana.cookie })
  at(gus, trainingPaths.keys(slug))

  // Papers that somebody has to look at.
  const day = Temporal.Now.plainDateISO('America/New_York').subtract({ days: 40 })
  await post(ana, trainingPaths.claims(slug), {
    ...{ id: newId<string>(), kind: 'other', otherKind: 'Peer class', issuer: 'A body', number: '17' },
    ...{ issuedOn: `${day}`, expiresOn: `${day.add({ years: 2 })}`, name: 'Kit ana' },
    ...{ evidenceKind: 'letter', evidenceKept: 'Binder 2' },
  })
  // One that was seen, and may be taken back.
  await post(ana, trainingPaths.claims(slug), {
    ...{ id: newId<string>(), kind: 'other', otherKind: 'Peer class two', issuer: 'A body', number: '18' },
    ...{ issuedOn: `${day}`, expiresOn: `${day.add({ years: 2 })}`, name: 'Kit ana' },
    ...{ evidenceKind: 'letter', evidenceKept: 'Binder 2' },
  })
  await base.admin.query(
    `insert into training.claim_check (region_id, claim_id, verdict)
     select region_id, id, 'seen' from training.claim where region_id = $1 and number = '18'`,
    [regionId],
  )
  at(rae, trainingPaths.way(slug, ana.accountId))
  await post(ana, trainingPaths.continued(slug), {
    ...{ id: newId<string>(), kind: 'training', what: 'A day on grief', minutes: '90', doneOn: `${day}` },
    ...{ evidenceKept: 'Binder 3', name: 'Kit ana' },
  })
  at(rae, trainingPaths.training(slug))
}

/** Somebody finished a course a while ago. */
async function certified(
  { base, services, harbor }: TwoRegions,
  who: Person,
  course: Course,
): Promise<string> {
  const enrolmentId = newId<string>()
  const of = [harbor.regionId, enrolmentId]
  await base.admin.query(
    `insert into training.learner (region_id, account_id, name) values ($1, $2, $3) on conflict do nothing`,
    [harbor.regionId, who.accountId, `Kit ${who.email.slice(0, 3)}`],
  )
  await base.admin.query(
    `insert into training.enrolment (region_id, id, account_id, course, how, needs_approval, finish_by)
     values ($1, $2, $3, $4, 'alone', false, '2099-01-01')`,
    [...of, who.accountId, course.id],
  )
  await base.admin.query(
    `insert into training.enrolment_end (region_id, enrolment_id, why) values ($1, $2, 'finished')`,
    of,
  )
  const today = Temporal.Now.plainDateISO('America/New_York')
  return await services.db.write({ kind: 'system', regionId: harbor.regionId }, (tx) =>
    issueCertificate(tx, {
      ...{ enrolmentId, accountId: who.accountId, name: 'Kit ana', course: course.id, title: course.title },
      ...{ fingerprint: course.fingerprint, onlineMinutes: 60, inPersonMinutes: 60, scorePercent: 90 },
      ...{ issuedOn: today.subtract({ days: 300 }), expiresOn: today.add({ days: 50 }) },
    }),
  )
}
