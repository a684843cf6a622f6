import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { cancelClass } from './classes.server.ts'
import { type Learner, openClasses } from './classes.testing.ts'
import { evaluate, evaluatedBy, loadEvaluation } from './evaluation.server.ts'
import type { Answers } from './evaluation.ts'

const start = Temporal.Instant.from('2027-01-04T15:00:00Z')
const answers = (all: number, more: Partial<Answers> = {}): Answers => ({
  ...{ useful: all, clear: all, practice: all, colleague: all },
  ...more,
})

describe('an evaluation', () => {
  let all: Awaited<ReturnType<typeof openClasses>>
  let id: string
  let people: Learner[]
  beforeAll(async () => {
    all = await openClasses(start)
  })
  afterAll(() => all?.base.drop())
  const meeting = () => all.span('2027-02-01')
  const closed = () => meeting().endsAt.add({ hours: 24 * 14 })
  beforeEach(async () => {
    await all.base.setNow(start)
    id = await all.planned(7, [meeting()])
    people = []
    for (let one = 0; one < 7; one++) people.push(await all.learner())
    for (const who of people) doneWith(await all.join(who, id))
    await all.base.setNow(meeting().endsAt)
  })
  const say = async (who: Parameters<typeof evaluate>[1], given: Answers) =>
    codeOf(await evaluate(all.db, who, id, given))
  const result = async () => {
    const one = await all.load(id)
    return await all.db.read(all.ira, (reader) => loadEvaluation(reader, one))
  }

  it('below the smallest count says nothing at all, also not how many answered', async () => {
    for (const who of people.slice(0, 4)) expect(await say(who, answers(5))).toBe('done')
    expect(await result()).toBeNull()
    await all.base.setNow(closed())
    expect(await result()).toBeNull()
  })

  it('says averages and their number once nobody can answer any more, and not while a difference would tell', async () => {
    for (const who of people.slice(0, 5)) expect(await say(who, answers(4))).toBe('done')
    expect(await result()).toBeNull()
    expect(await say(people[5]!, answers(4, { useful: 1 }))).toBe('done')
    expect(await result()).toBeNull()
    await all.base.setNow(closed())
    expect(await result()).toEqual({
      answers: 6,
      averages: { useful: '3.5', clear: '4.0', practice: '4.0', colleague: '4.0' },
    })
    expect(await say(people[6]!, answers(1))).toBe('evaluation_over')
  })

  it('is shown at once where everybody answered', async () => {
    for (const who of people) expect(await say(who, answers(3))).toBe('done')
    expect((await result())?.answers).toBe(7)
  })

  it('goes by the region’s smallest count', async () => {
    for (const who of people) expect(await say(who, answers(3))).toBe('done')
    const set = (least: number) =>
      all.base.admin.query(
        `update region.policy set settings = jsonb_set(settings, '{tallies}', jsonb_build_object('smallestCount', $1::int))`,
        [least],
      )
    await set(8)
    expect(await result()).toBeNull()
    await set(5)
    expect(await result()).not.toBeNull()
  })

  it('counts one answer of each, however often and however fast it is sent', async () => {
    const [who] = people as [Learner]
    await Promise.all([1, 2, 3].map(() => say(who, answers(5))))
    expect(await say(who, answers(1))).toBe('done')
    const { rows } = await all.base.admin.query(
      'select question, answer, count from training.evaluation where class_id = $1 order by question',
      [id],
    )
    expect(rows).toEqual(
      ['clear', 'colleague', 'practice', 'useful'].map((question) => ({ question, answer: 5, count: 1 })),
    )
    const done = await all.db.read(who, (reader) => evaluatedBy(reader, [who.enrolmentId]))
    expect([...done]).toEqual([id])
  })

  it('is for whoever had a seat, once it is over, and not for its instructor', async () => {
    expect(await say(await all.learner(), answers(5))).toBe('unknown_class')
    expect(await say(all.rae, answers(5))).toBe('unknown_class')
    const there = people[0]!
    await all.base.setNow(meeting().startsAt)
    expect(await say(there, answers(5))).toBe('class_not_over')
    await all.base.setNow(start)
    const [self, other] = [await all.learner({ actor: all.ira }), await all.planned(1, [meeting()])]
    doneWith(await all.join(self, other))
    doneWith(await all.join(there, other))
    await all.base.setNow(meeting().endsAt)
    id = other
    expect(await say(self, answers(5))).toBe('own_class')
    expect(await say(there, answers(5))).toBe('unknown_class')
    expect(codeOf(await evaluate(all.db, there, newId<string>(), answers(5)))).toBe('unknown_class')
  })

  it('of a class that was cancelled is none; and answers are one of five', async () => {
    for (const wrong of [0, 6, 2.5])
      expect(await say(people[0]!, answers(3, { clear: wrong }))).toBe('not_a_choice clear')
    await all.base.setNow(start)
    doneWith(await cancelClass(all.db, all.ira, id))
    await all.base.setNow(meeting().endsAt)
    expect(await say(people[0]!, answers(3))).toBe('class_cancelled')
  })
})
