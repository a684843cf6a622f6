import { afterAll, beforeAll, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { issueCertificate } from './certificate.server.ts'
import { tinyCourse } from './course.testing.ts'
import { rightKey } from './draw.testing.ts'
import { forgetLearner } from './forget.server.ts'
import { answerCheck, readSection, walkPractice } from './learn.server.ts'
import { makeShowing } from './showings.server.ts'
import { attemptsOf, beginTest, handIn, saveAnswers } from './test.server.ts'
import { openTraining, type Person } from './training.testing.ts'

let t: Awaited<ReturnType<typeof openTraining>>
beforeAll(async () => {
  t = await openTraining()
})
afterAll(() => t.base.drop())

/** Learned, tested and certified, with papers of other bodies, training that goes on, and a course that waits elsewhere. */
async function lived(who: Person): Promise<void> {
  const { db } = t.base
  const { regionId } = t.here
  const id = await t.enrolled(who)
  for (const lesson of tinyCourse.lessons)
    for (const { id: section } of lesson.sections)
      doneWith(await readSection(db, who, tinyCourse, id, { lesson: lesson.id, section }))
  const check = { lesson: '01-first', section: 'middle', check: 'which', choice: 0 }
  doneWith(await answerCheck(db, who, tinyCourse, id, check))
  for (const path of [[0], [1]])
    doneWith(await walkPractice(db, who, tinyCourse, id, { practice: 'a-talk', path }))
  doneWith(await beginTest(db, new Map(), who, tinyCourse, id))
  const [open] = await db.read(who, (reader) => attemptsOf(reader, id))
  doneWith(await saveAnswers(db, who, tinyCourse, id, rightKey(open!.drawn, tinyCourse.bank)))
  doneWith(await handIn(db, who, tinyCourse, id))
  const day = Temporal.PlainDate.from('2027-03-01')
  const certificate = await db.write({ kind: 'system', regionId }, (tx) =>
    issueCertificate(tx, {
      ...{
        enrolmentId: id,
        accountId: who.accountId,
        name: 'Kit A.',
        course: 'tiny',
        title: 'A tiny course',
      },
      ...{ fingerprint: tinyCourse.fingerprint, onlineMinutes: 50, inPersonMinutes: 120, scorePercent: 100 },
      ...{ issuedOn: day, expiresOn: day.add({ years: 1 }) },
    }),
  )
  doneWith(await makeShowing(db, who, certificate, ['name']))
  const of = [regionId, who.accountId]
  await t.rows(
    `with c as (insert into training.claim (region_id, id, account_id, kind, issuer, number, issued_on, expires_on, evidence_kind, evidence_kept)
       values ($1, gen_random_uuid(), $2, 'AIC', 'ICISF', '7', '2026-01-01', '2030-01-01', 'card', 'a drawer') returning id),
     k as (insert into training.claim_check (region_id, claim_id, verdict) select $1, id, 'seen' from c returning claim_id)
     insert into training.claim_withdrawal (region_id, claim_id, why) select $1, claim_id, 'not_theirs' from k`,
    of,
  )
  await t.rows(
    `insert into training.continued (region_id, id, account_id, kind, what, minutes, done_on, evidence_kept)
     values ($1, gen_random_uuid(), $2, 'training', 'A day on grief', 60, '2027-02-01', 'a drawer')`,
    of,
  )
  await t.rows(
    `insert into training.lapse_told (region_id, account_id, paper, ends_on, days) values ($1, $2, 'AIC', '2030-01-01', 90)`,
    of,
  )
  await t.rows(
    `insert into training.invited (region_id, id, course, email, name, how) values ($1, gen_random_uuid(), 'further', $2, 'Kit A.', 'list')`,
    [regionId, who.email],
  )
}

const enrolled = 'enrolment_id in (select id from training.enrolment where account_id = $1)'
const goes = {
  section_read: enrolled,
  check_answer: enrolled,
  practice: enrolled,
  practice_way: enrolled,
  attempt_answer: `attempt_id in (select id from training.attempt where ${enrolled})`,
  claim: 'account_id = $1',
  claim_check: 'claim_id in (select id from training.claim where account_id = $1)',
  claim_withdrawal: 'claim_id in (select id from training.claim where account_id = $1)',
  continued: 'account_id = $1',
  lapse_told: 'account_id = $1',
  learner: `account_id = $1 and name <> '–'`,
  certificate: `account_id = $1 and name <> '–'`,
  showing:
    'ended_on is null and certificate_id in (select id from training.certificate where account_id = $1)',
}
const stays = { enrolment: 'account_id = $1', attempt: enrolled, certificate: 'account_id = $1' }

it('forgets how somebody learned, their papers and their name, keeps that somebody was trained, and touches nobody else', async () => {
  const [who, other] = [t.person(), t.person()]
  for (const person of [who, other]) await lived(person)
  // Of what is gone nothing hangs on a row that is gone too.
  const { rows: ids } = await t.base.admin.query('select id from training.claim where account_id = $1', [
    who.accountId,
  ])
  const left = async (person: Person, tables: Readonly<Record<string, string>>) =>
    (
      await Promise.all(
        Object.entries(tables).map(async ([name, where]) => {
          const rows = await t.rows(`select 1 from training.${name} where ${where}`, [person.accountId])
          return rows.length > 0 ? [name] : []
        }),
      )
    ).flat()
  expect(await left(who, goes)).toEqual(Object.keys(goes))

  await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
    forgetLearner(tx, who.accountId, who.email.toUpperCase()),
  )
  expect(await left(who, goes)).toEqual([])
  expect(await left(who, stays)).toEqual(Object.keys(stays))
  for (const table of ['claim_check', 'claim_withdrawal'])
    expect(await t.rows(`select 1 from training.${table} where claim_id = $1`, [ids[0].id])).toEqual([])
  expect(
    await t.rows(
      'select why from training.enrolment_end e join training.enrolment n on n.id = e.enrolment_id where account_id = $1',
      [who.accountId],
    ),
  ).toEqual([{ why: 'left' }])
  expect(await left(other, goes)).toEqual(Object.keys(goes))
  expect(await t.rows('select email from training.invited')).toEqual([{ email: other.email }])
})
