import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { readPacks } from '../region/index.server.ts'
import { tinyCourse } from './course.testing.ts'
import { rightKey } from './draw.testing.ts'
import { leaveCourse } from './enrol.server.ts'
import {
  answerCheck,
  checkAnswers,
  loadDone,
  practicePath,
  readSection,
  walkPractice,
} from './learn.server.ts'
import { progressOf } from './progress.ts'
import { attemptsOf, beginTest, handIn, saveAnswers } from './test.server.ts'
import { openTraining, type Person } from './training.testing.ts'

const packs = readPacks(process.cwd())
const places = tinyCourse.lessons.flatMap((lesson) =>
  lesson.sections.map((section) => ({ lesson: lesson.id, section: section.id })),
)
const missing = { ok: false, code: 'unknown_enrolment' }

describe('learning', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  beforeAll(async () => {
    t = await openTraining(undefined, packs)
  })
  afterAll(() => t.base.drop())

  const read = (who: Person, id: string, place = places[0]!) =>
    readSection(t.base.db, who, tinyCourse, id, place)
  const answer = (who: Person, id: string, given: object = {}) =>
    answerCheck(t.base.db, who, tinyCourse, id, {
      ...{ lesson: '01-first', section: 'middle', check: 'which', choice: 1, ...given },
    })
  const walk = (who: Person, id: string, path: number[]) =>
    walkPractice(t.base.db, who, tinyCourse, id, { practice: 'a-talk', path })
  const begin = (who: Person, id: string) => beginTest(t.base.db, packs, who, tinyCourse, id)
  const save = (who: Person, id: string, answers: Map<string, number>) =>
    saveAnswers(t.base.db, who, tinyCourse, id, answers)
  const hand = (who: Person, id: string) => handIn(t.base.db, who, tinyCourse, id)
  const tests = (who: Person, id: string) => t.base.db.read(who, (reader) => attemptsOf(reader, id))
  const progress = async (who: Person, id: string) =>
    progressOf(tinyCourse, await t.base.db.read(who, (reader) => loadDone(reader, id)))

  /** Right answers to all that was drawn, but for as many as are to be wrong. */
  async function answers(who: Person, id: string, wrong = 0): Promise<Map<string, number>> {
    const [open] = await tests(who, id)
    const key = [...rightKey(open!.drawn, tinyCourse.bank)]
    return new Map(key.map(([id, right], index) => [id, index < wrong ? (right + 1) % 3 : right]))
  }
  async function ready(who = t.person()): Promise<[Person, string]> {
    const id = await t.enrolled(who)
    for (const place of places) doneWith(await read(who, id, place))
    doneWith(await walk(who, id, [0]))
    return [who, id]
  }

  it('keeps what was read section by section, and a second tap changes nothing', async () => {
    const who = t.person()
    const id = await t.enrolled(who)
    doneWith(await read(who, id))
    doneWith(await read(who, id))
    expect(await progress(who, id)).toMatchObject({ sectionsRead: 1, next: places[1] })
    expect(await read(who, id, { lesson: '01-first', section: 'nowhere' })).toMatchObject({
      code: 'not_a_choice',
    })
  })

  it('keeps the last answer to a check, for its owner', async () => {
    const who = t.person()
    const id = await t.enrolled(who)
    doneWith(await answer(who, id))
    doneWith(await answer(who, id, { choice: 0 }))
    const kept = await t.base.db.read(who, (reader) => checkAnswers(reader, id, '01-first'))
    expect([...kept]).toEqual([['which', 0]])
    expect(await answer(who, id, { choice: 7 })).toMatchObject({ code: 'not_a_choice', field: 'check-which' })
    expect(await answer(who, id, { section: 'start' })).toMatchObject({ code: 'not_a_choice' })
  })

  it('walks a talk step by step; its end counts once, and walking it again takes nothing away', async () => {
    const who = t.person()
    const id = await t.enrolled(who)
    doneWith(await walk(who, id, [1]))
    expect(await progress(who, id)).toMatchObject({ practised: 0 })
    doneWith(await walk(who, id, [1, 0]))
    expect(await progress(who, id)).toMatchObject({ practised: 1 })
    // What they chose on the way is not kept beyond its end.
    expect(await t.base.db.read(who, (reader) => practicePath(reader, id, 'a-talk'))).toEqual([])
    expect(await walk(who, id, [0, 0])).toMatchObject({ code: 'not_a_choice' })
  })

  it('opens the test when the course was read and practised, and not before', async () => {
    const who = t.person()
    const id = await t.enrolled(who)
    expect(await begin(who, id)).toMatchObject({ code: 'not_finished' })
    const [other, whole] = await ready()
    doneWith(await begin(other, whole))
    expect((await tests(other, whole))[0]).toMatchObject({ passPercent: 80, handedInAt: null })
  })

  it('draws one test for two taps, and marks one for two more', async () => {
    const [who, id] = await ready()
    expect((await Promise.all([begin(who, id), begin(who, id)])).every((one) => one.ok)).toBe(true)
    expect(await tests(who, id)).toHaveLength(1)
    doneWith(await save(who, id, await answers(who, id)))
    const [one, other] = await Promise.all([hand(who, id), hand(who, id)])
    expect([one, other]).toEqual([
      { ok: true, value: { passed: true } },
      { ok: true, value: { passed: true } },
    ])
    expect(await tests(who, id)).toHaveLength(1)
    expect(await begin(who, id)).toMatchObject({ code: 'passed_already' })
  })

  it('keeps answers until they are handed in, changes none afterwards, and takes none that were not drawn', async () => {
    const [who, id] = await ready()
    doneWith(await begin(who, id))
    const all = await answers(who, id)
    const [first] = all.keys()
    doneWith(await save(who, id, new Map([[first!, 9]])))
    const undrawn = tinyCourse.bank.find((one) => !all.has(one.id))!
    doneWith(await save(who, id, new Map([[undrawn.id, 0]])))
    expect((await tests(who, id))[0]!.answers.size).toBe(0)
    doneWith(await save(who, id, all))
    expect(doneWith(await hand(who, id))).toEqual({ passed: true })
    expect(await save(who, id, all)).toMatchObject({ code: 'test_handed_in' })
  })

  it('lets nobody mark themselves: what was answered counts, whatever else a form says', async () => {
    const [who, id] = await ready()
    doneWith(await begin(who, id))
    doneWith(await save(who, id, await answers(who, id, 4)))
    expect(doneWith(await hand(who, id))).toEqual({ passed: false })
    expect((await tests(who, id))[0]).toMatchObject({ right: 0 })
    // The role behind the pages can't reach past its region either.
    const foreign = t.person('learner', t.there.regionId)
    expect(await hand(foreign, id)).toMatchObject(missing)
  })

  it('waits a week before the next try where policy says so', async () => {
    const [who, id] = await ready()
    doneWith(await begin(who, id))
    doneWith(await save(who, id, await answers(who, id, 1)))
    expect(doneWith(await hand(who, id))).toEqual({ passed: false })
    expect(await begin(who, id)).toMatchObject({ code: 'retest_early' })
    await t.base.setNow(Temporal.Instant.from('2027-03-08T15:00:00Z'))
    doneWith(await begin(who, id))
    expect(await tests(who, id)).toHaveLength(2)
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
  })

  it('waits as long for whoever leaves and enrols again', async () => {
    const [who, id] = await ready()
    doneWith(await begin(who, id))
    doneWith(await save(who, id, await answers(who, id, 1)))
    expect(doneWith(await hand(who, id))).toEqual({ passed: false })
    doneWith(await leaveCourse(t.base.db, who, id))
    const [, again] = await ready(who)
    expect(again).not.toBe(id)
    expect(await begin(who, again)).toMatchObject({ code: 'retest_early' })
  })

  it('is taken again by whoever enrols anew, once the months for tests are over', async () => {
    const who = t.person('learner', t.there.regionId)
    const [, id] = await ready(who)
    const fail = async (of: string, on: string) => {
      await t.base.setNow(Temporal.Instant.from(`${on}T15:00:00Z`))
      doneWith(await begin(who, of))
      doneWith(await save(who, of, await answers(who, of, 1)))
      expect(doneWith(await hand(who, of))).toEqual({ passed: false })
    }
    await fail(id, '2027-03-01')
    await fail(id, '2028-02-10')
    await t.base.setNow(Temporal.Instant.from('2028-02-29T15:00:00Z'))
    expect(await begin(who, id)).toMatchObject({ code: 'tests_over' })
    doneWith(await leaveCourse(t.base.db, who, id))
    const [, again] = await ready(who)
    expect(await begin(who, again)).toMatchObject({ code: 'retest_early' })
    await fail(again, '2028-03-11')
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
  })

  it('counts nothing of a test whose questions changed meanwhile: another is drawn from the new text', async () => {
    const [who, id] = await ready()
    doneWith(await begin(who, id))
    doneWith(await save(who, id, await answers(who, id)))
    const newer = {
      ...tinyCourse,
      fingerprint: 'd'.repeat(64),
      bank: tinyCourse.bank.map((one) => ({ ...one, options: [...one.options].reverse() })),
    }
    expect(await handIn(t.base.db, who, newer, id)).toMatchObject({ code: 'course_changed' })
    expect(await saveAnswers(t.base.db, who, newer, id, new Map())).toMatchObject({ code: 'course_changed' })
    doneWith(await beginTest(t.base.db, packs, who, newer, id))
    const [open, ...more] = await tests(who, id)
    expect([open!.answers.size, open!.handedInAt, more]).toEqual([0, null, []])
  })

  it('asks what the state asks: 80 per cent of policy stand, thirty days of Alabama’s text', async () => {
    const who = t.person('learner', t.there.regionId)
    const [, id] = await ready(who)
    doneWith(await begin(who, id))
    doneWith(await save(who, id, await answers(who, id, 1)))
    expect(doneWith(await hand(who, id))).toEqual({ passed: false })
    await t.base.setNow(Temporal.Instant.from('2027-03-30T15:00:00Z'))
    expect(await begin(who, id)).toMatchObject({ code: 'retest_early' })
    await t.base.setNow(Temporal.Instant.from('2027-03-31T15:00:00Z'))
    doneWith(await begin(who, id))
    await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
  })

  describe('of somebody else', () => {
    let other: Person
    let mine: string
    /** Everything that is kept of an enrolment: sections, answers, talks, tests and whether it ended. */
    const kept = (id: string) =>
      t.rows(
        `select (select count(*) from training.section_read where enrolment_id = $1) as sections,
           (select json_agg(row(check_id, choice)) from training.check_answer where enrolment_id = $1) as checks,
           (select json_agg(row(practice, ended_at)) from training.practice where enrolment_id = $1) as talks,
           (select json_agg(row(practice, path)) from training.practice_way where enrolment_id = $1) as ways,
           (select count(*) from training.attempt where enrolment_id = $1) as tests,
           (select count(*) from training.enrolment_end where enrolment_id = $1) as ends`,
        [id],
      )
    beforeAll(async () => {
      ;[, mine] = await ready()
      other = t.person()
      await t.enrolled(other)
    })

    it.each([
      ['somebody else’s section', () => read(other, mine)],
      ['somebody else’s check', () => answer(other, mine)],
      ['somebody else’s talk', () => walk(other, mine, [0])],
      ['somebody else’s test, begun', () => begin(other, mine)],
      ['somebody else’s test, answered', () => save(other, mine, new Map([['q-1', 0]]))],
      ['somebody else’s test, handed in', () => hand(other, mine)],
      ['somebody else’s enrolment, ended', () => leaveCourse(t.base.db, other, mine)],
      [
        'one’s own, of another course',
        async () => {
          const id = await t.enrolled(other)
          return readSection(t.base.db, other, { ...tinyCourse, id: 'another' }, id, places[0]!)
        },
      ],
    ])('%s is not found, and nothing of it changes', async (_what, attempt) => {
      const before = await kept(mine)
      expect(await attempt()).toMatchObject(missing)
      expect(await kept(mine)).toEqual(before)
    })
  })

  it('takes nothing more once somebody left', async () => {
    const [who, id] = await ready()
    doneWith(await leaveCourse(t.base.db, who, id))
    expect(await read(who, id)).toMatchObject({ code: 'enrolment_over' })
    expect(await begin(who, id)).toMatchObject({ code: 'enrolment_over' })
  })
})
