import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { heldPlaces, seated, waiting } from './class.ts'
import { openClasses } from './classes.testing.ts'
import { keepPapers } from './lapses.server.ts'

const start = Temporal.Instant.from('2027-01-04T15:00:00Z')

describe('an enrolment whose time runs out', () => {
  let all: Awaited<ReturnType<typeof openClasses>>
  beforeAll(async () => {
    all = await openClasses(start)
  })
  afterAll(() => all?.base.drop())
  beforeEach(() => all.base.setNow(start))

  const runsOut = (who: { readonly enrolmentId: string }, day: string) =>
    all.base.admin.query('update training.enrolment set finish_by = $2 where id = $1', [who.enrolmentId, day])
  const heartbeat = () => all.db.write(all.system, keepPapers)

  it('gives its seat to whoever waits, who is told; looked at twice, nobody else moves up', async () => {
    const id = await all.planned(1, [all.span('2027-02-01')])
    const [a, b, c] = [await all.learner(), await all.learner(), await all.learner()]
    for (const [minutes, who] of [a, b, c].entries()) {
      await all.base.setNow(start.add({ minutes }))
      doneWith(await all.join(who, id))
    }
    await runsOut(a, '2027-01-10')
    const before = (await all.told('training.tellSeated')).length
    await all.base.setNow(Temporal.Instant.from('2027-01-10T23:30:00-05:00'))
    await heartbeat()
    expect((await all.load(id)).places).toHaveLength(3)
    await all.base.setNow(Temporal.Instant.from('2027-01-11T00:30:00-05:00'))
    for (const _ of [1, 2]) await heartbeat()
    const { places } = await all.load(id)
    expect(seated(places).map((one) => one.accountId)).toEqual([b.accountId])
    expect(waiting(places).map((one) => one.accountId)).toEqual([c.accountId])
    expect((await all.told('training.tellSeated')).slice(before)).toEqual([b.accountId])
  })

  it('keeps its place in a class that has begun', async () => {
    const id = await all.planned(1, [all.span('2027-02-01'), all.span('2027-02-03')])
    const a = await all.learner()
    doneWith(await all.join(a, id))
    await runsOut(a, '2027-02-01')
    await all.base.setNow(all.span('2027-02-02').startsAt)
    await heartbeat()
    expect(heldPlaces(await all.load(id))).toHaveLength(1)
  })

  it('leaves its owner one place, whichever of their enrolments has it', async () => {
    const id = await all.planned(1, [all.span('2027-02-01')])
    const a = await all.learner()
    doneWith(await all.join(a, id))
    const again = await all.learner({ actor: a })
    expect(doneWith(await all.join(again, id))).toEqual({ seated: true })
    expect((await all.load(id)).places).toHaveLength(1)
    // Once the older one ran out, its seat is nobody's, and the newer one takes it.
    await runsOut(a, '2027-01-10')
    await all.base.setNow(all.span('2027-01-11').startsAt)
    expect(doneWith(await all.join(again, id))).toEqual({ seated: true })
    expect(seated(heldPlaces(await all.load(id))).map((one) => one.enrolmentId)).toEqual([again.enrolmentId])
  })

  it('takes no seat in a class whose last meeting begins after its last day', async () => {
    const id = await all.planned(9, [all.span('2027-02-01'), all.span('2027-02-03', '21:00')])
    const [early, late] = [
      await all.learner({ finishBy: '2027-02-02' }),
      await all.learner({ finishBy: '2027-02-03' }),
    ]
    expect(codeOf(await all.join(early, id))).toBe('class_after_end')
    expect((await all.load(id)).places).toEqual([])
    expect(codeOf(await all.join(late, id))).toBe('done')
  })
})
