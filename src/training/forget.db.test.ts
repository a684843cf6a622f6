import { afterAll, beforeAll, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { tinyCourse } from './course.testing.ts'
import { forgetLearner } from './forget.server.ts'
import { answerCheck, readSection, walkPractice } from './learn.server.ts'
import { openTraining } from './training.testing.ts'

let t: Awaited<ReturnType<typeof openTraining>>
beforeAll(async () => {
  t = await openTraining()
})
afterAll(() => t.base.drop())

it('forgets how somebody learned, their papers and their name, keeps that somebody was trained, and touches nobody else', async () => {
  const [who, other] = [t.person(), t.person()]
  const ids: string[] = []
  for (const person of [who, other]) {
    const id = await t.enrolled(person)
    ids.push(id)
    const place = { lesson: '01-first', section: 'middle' }
    doneWith(await readSection(t.base.db, person, tinyCourse, id, place))
    doneWith(await answerCheck(t.base.db, person, tinyCourse, id, { ...place, check: 'which', choice: 0 }))
    for (const path of [[0], [1]])
      doneWith(await walkPractice(t.base.db, person, tinyCourse, id, { practice: 'a-talk', path }))
    await t.rows(
      `with c as (insert into training.claim (region_id, id, account_id, kind, issuer, number, issued_on, expires_on, evidence_kind, evidence_kept)
         values ($1, gen_random_uuid(), $2, 'AIC', 'ICISF', '7', '2026-01-01', '2030-01-01', 'card', 'a drawer') returning id),
       k as (insert into training.claim_check (region_id, claim_id, verdict) select $1, id, 'seen' from c returning claim_id)
       insert into training.claim_withdrawal (region_id, claim_id, why) select $1, claim_id, 'not_theirs' from k`,
      [t.here.regionId, person.accountId],
    )
  }
  await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
    forgetLearner(tx, who.accountId, who.email),
  )
  const counts = async (person: typeof who, id: string) =>
    await Promise.all(
      [
        ['select 1 from training.section_read where enrolment_id = $1', id],
        ['select 1 from training.check_answer where enrolment_id = $1', id],
        ['select 1 from training.practice where enrolment_id = $1', id],
        ['select 1 from training.practice_way where enrolment_id = $1', id],
        ['select 1 from training.claim where account_id = $1', person.accountId],
        ['select 1 from training.enrolment where account_id = $1', person.accountId],
        [`select 1 from training.learner where account_id = $1 and name = 'Kit A.'`, person.accountId],
      ].map(async ([text, value]) => (await t.rows(text!, [value])).length),
    )
  expect(await counts(who, ids[0]!)).toEqual([0, 0, 0, 0, 0, 1, 0])
  expect(await counts(other, ids[1]!)).toEqual([1, 1, 1, 1, 1, 1, 1])
})
