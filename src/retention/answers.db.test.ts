import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { openPool } from '../platform/db.server.ts'
import type { RegionId } from '../platform/ids.ts'
import { addRegion } from '../region/index.server.ts'
import { sweepRegion } from './sweep.server.ts'

const start = Temporal.Instant.from('2027-03-01T15:00:00Z')
const later = (days: number) => start.add({ hours: days * 24 })

describe('answers in courses', () => {
  let base: TestDatabase
  let pool: pg.Pool
  let regionId: RegionId
  const query = async (text: string, given: readonly unknown[] = []) =>
    (await base.admin.query(text, [...given])).rows

  /** An enrolment with everything that can be done under one; answers its id. */
  const learned = async (finishBy: string, ended?: 'left' | 'finished'): Promise<string> => {
    const [{ id }] = await query(
      `with l as (insert into training.learner (region_id, account_id, name)
         values ($1, gen_random_uuid(), 'Kit A.') returning account_id)
       insert into training.enrolment (region_id, id, account_id, course, how, needs_approval, enrolled_at, finish_by)
         select $1, gen_random_uuid(), account_id, 'tiny', 'alone', false, $2, $3 from l returning id`,
      [regionId, start.toString(), finishBy],
    )
    const of = [regionId, id]
    await query(`insert into training.section_read values ($1, $2, '01-first', 'start')`, of)
    await query(`insert into training.check_answer values ($1, $2, '01-first', 'which', 1)`, of)
    await query(`insert into training.practice values ($1, $2, 'a-talk', $3)`, [...of, start.toString()])
    await query(`insert into training.practice_way values ($1, $2, 'a-talk', '{1}')`, of)
    await query(
      `with a as (insert into training.attempt
           (region_id, id, enrolment_id, fingerprint, drawn, pass_percent, handed_in_at, right_answers)
         values ($1, gen_random_uuid(), $2, 'f', '{q-1:012}', 80, $3, 1) returning id)
       insert into training.attempt_answer select $1, id, 'q-1', 0 from a`,
      [...of, start.toString()],
    )
    if (ended !== undefined)
      await query('insert into training.enrolment_end values ($1, $2, $3, $4)', [
        ...of,
        ...[ended, later(10).toString()],
      ])
    return id
  }
  const kept = async (id: string) =>
    (
      await query(
        `select (select count(*)::int from training.check_answer where enrolment_id = $1) as checks,
           (select count(*)::int from training.practice_way where enrolment_id = $1) as ways,
           (select count(*)::int from training.attempt_answer r join training.attempt a on a.id = r.attempt_id
             where a.enrolment_id = $1) as answers,
           (select count(*)::int from training.section_read where enrolment_id = $1) as sections,
           (select count(*)::int from training.practice where enrolment_id = $1) as talks,
           (select count(*)::int from training.attempt where enrolment_id = $1 and right_answers = 1) as marks`,
        [id],
      )
    )[0]
  const whole = { checks: 1, ways: 1, answers: 1, sections: 1, talks: 1, marks: 1 }
  const stays = { ...whole, checks: 0, ways: 0, answers: 0 }
  const sweep = async (dryRun = false, from = regionId) =>
    (await sweepRegion(pool, from, { dryRun })).find(({ rule }) => rule.name === 'answers in courses')!.rows

  beforeAll(async () => {
    base = await freshDatabase()
    await base.setNow(start)
    pool = openPool({ url: base.url('tailboard_worker'), role: null, max: 2 })
    const region = (slug: string) =>
      addRegion(base.db, {
        ...{ slug, name: slug, state: 'MA', timeZone: 'America/New_York', teamPhone: '617-555-0100' },
      })
    regionId = await region('here')
    await region('there')
  })
  afterAll(async () => {
    await pool.end()
    await base.drop()
  })

  it('go ninety days after the course is over, and leave the mark and the day; an open course loses none', async () => {
    const [left, finished] = [await learned('2099-01-01', 'left'), await learned('2099-01-01', 'finished')]
    // Its last day is ten days after the beginning, like their end.
    const ranOut = await learned('2027-03-10')
    const open = await learned('2099-01-01')
    await base.setNow(later(99))
    expect(await sweep()).toBe(0)
    await base.setNow(later(101))
    expect([await sweep(true), await kept(left)]).toEqual([9, whole])
    const [other] = await query(`select region_id as id from region.region where slug = 'there'`)
    expect(await sweep(false, other.id)).toBe(0)
    expect([await sweep(), await sweep()]).toEqual([9, 0])
    for (const id of [left, finished, ranOut]) expect(await kept(id)).toEqual(stays)
    expect(await kept(open)).toEqual(whole)
    await base.setNow(later(3000))
    expect([await sweep(), await kept(open)]).toEqual([0, whole])
  })

  it('given after the course was finished are as old as their own day', async () => {
    await base.setNow(start)
    const id = await learned('2099-01-01', 'finished')
    await query('update training.check_answer set answered_at = $2 where enrolment_id = $1', [
      ...[id, later(200).toString()],
    ])
    await query('update training.practice_way set walked_at = $2 where enrolment_id = $1', [
      ...[id, later(200).toString()],
    ])
    await base.setNow(later(289))
    expect([await sweep(), await kept(id)]).toEqual([1, { ...whole, answers: 0 }])
    await base.setNow(later(291))
    expect([await sweep(), await kept(id)]).toEqual([2, stays])
  })

  it('go while a legal hold stands: nobody but their owner reads them', async () => {
    await base.setNow(start)
    const id = await learned('2099-01-01', 'left')
    await query(
      `insert into retention.hold (region_id, id, reason) values ($1, gen_random_uuid(), 'litigation')`,
      [regionId],
    )
    await base.setNow(later(101))
    expect([await sweep(), await kept(id)]).toEqual([3, stays])
  })
})
