import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AccountId, newId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { seated, seatsLeft, waiting } from './class.ts'
import { cancelClass, moreSeats, type NewClass, planClass } from './classes.server.ts'
import { openClasses } from './classes.testing.ts'
import { leaveClass, leaveClassesOf } from './classPlaces.server.ts'
import { classList, nextClass } from './classStore.server.ts'
import { tinyCourse } from './course.testing.ts'

const start = Temporal.Instant.from('2027-01-04T15:00:00Z')

describe('classes', () => {
  let all: Awaited<ReturnType<typeof openClasses>>
  beforeAll(async () => {
    all = await openClasses(start)
  })
  afterAll(() => all?.base.drop())
  beforeEach(() => all.base.setNow(start))

  const given = (more: Partial<NewClass> = {}): NewClass => ({
    ...{ id: newId<string>(), course: 'tiny', place: 'Station 4', seats: 2 },
    ...{ instructor: all.ira.accountId, meetings: [all.span('2027-02-01'), all.span('2027-02-03')] },
    ...more,
  })
  const plan = (actor: Parameters<typeof planClass>[1], more: Partial<NewClass> = {}) =>
    planClass(all.deps, actor, given(more))

  describe('planning', () => {
    it('is for whoever keeps classes, and for instructors their own', async () => {
      expect(codeOf(await plan(all.rae))).toBe('done')
      expect(codeOf(await plan(all.rae, { instructor: all.rae.accountId }))).toBe('done')
      expect(codeOf(await plan(all.ira))).toBe('done')
      expect(codeOf(await plan(all.ira, { instructor: all.ivo.accountId }))).toBe('not_a_choice instructor')
      const learner = await all.learner()
      expect(codeOf(await plan(all.rae, { instructor: learner.accountId }))).toBe('not_a_choice instructor')
      expect(codeOf(await plan(learner, { instructor: learner.accountId }))).toBe('not_allowed')
    })

    it('refuses by field what can’t be', async () => {
      expect(codeOf(await plan(all.rae, { course: 'unknown' }))).toBe('not_a_choice course')
      expect(codeOf(await plan(all.rae, { place: '' }))).toBe('text_missing place')
      expect(codeOf(await plan(all.rae, { place: 'x'.repeat(121) }))).toBe('text_missing place')
      for (const seats of [0, 201, 1.5, Number.NaN])
        expect(codeOf(await plan(all.rae, { seats }))).toBe('number_wrong seats')
      expect(codeOf(await plan(all.rae, { meetings: [] }))).toBe('day_missing day_1')
      expect(codeOf(await plan(all.rae, { meetings: [all.span('2027-01-04')] }))).toBe('day_past day_1')
      const outline = { ...tinyCourse, depth: 'outline' as const }
      const library = { ...all.deps.library, courses: [outline] }
      expect(codeOf(await planClass({ ...all.deps, library }, all.rae, given()))).toBe(
        'course_outline course',
      )
    })

    it('sent twice plans one class, and leaves one entry', async () => {
      const one = given()
      const before = (await all.trail('class_planned')).length
      for (const _ of [1, 2]) expect(codeOf(await planClass(all.deps, all.rae, one))).toBe('done')
      expect((await all.load(one.id)).meetings).toHaveLength(2)
      const trail = (await all.trail('class_planned')).slice(before)
      expect(trail).toEqual([
        { subject: one.id, detail: { seats: 2, meetings: 2, instructor: all.ira.accountId } },
      ])
    })
  })

  describe('joining', () => {
    it('gives a seat while there is one, then a place in line; sent twice, the same', async () => {
      const id = await all.planned(1, [all.span('2027-02-01')])
      const [a, b, c] = [await all.learner(), await all.learner(), await all.learner()]
      expect(doneWith(await all.join(a, id))).toEqual({ seated: true })
      await all.base.setNow(start.add({ minutes: 1 }))
      expect(doneWith(await all.join(b, id))).toEqual({ seated: false, line: 1 })
      await all.base.setNow(start.add({ minutes: 2 }))
      expect(doneWith(await all.join(c, id))).toEqual({ seated: false, line: 2 })
      expect(doneWith(await all.join(a, id))).toEqual({ seated: true })
      expect(doneWith(await all.join(b, id))).toEqual({ seated: false, line: 1 })
      expect((await all.load(id)).places).toHaveLength(3)
    })

    it('is refused with somebody else’s enrolment, of another course, over, or not approved', async () => {
      const id = await all.planned(9, [all.span('2027-02-01')])
      const [one, other] = [await all.learner(), await all.learner()]
      const code = async (who: typeof one) => codeOf(await all.join(who, id))
      expect(await code({ ...one, enrolmentId: other.enrolmentId })).toBe('unknown_enrolment')
      expect(await code({ ...one, enrolmentId: newId<string>() })).toBe('unknown_enrolment')
      expect(await code(await all.learner({ course: 'another' }))).toBe('unknown_enrolment')
      for (const ended of ['left', 'finished'] as const)
        expect(await code(await all.learner({ ended }))).toBe('enrolment_over')
      expect(await code(await all.learner({ finishBy: '2027-01-03' }))).toBe('enrolment_over')
      expect(await code(await all.learner({ needsApproval: true }))).toBe('not_approved')
      expect(await code(await all.learner({ needsApproval: true, verdict: 'declined' }))).toBe('not_approved')
      expect((await all.load(id)).places).toEqual([])
      expect(await code(await all.learner({ needsApproval: true, verdict: 'approved' }))).toBe('done')
      expect(await code(await all.learner({ finishBy: '2027-02-01' }))).toBe('done')
    })

    it('is refused once it has begun, is over, or was cancelled', async () => {
      const meetings = [all.span('2027-02-01'), all.span('2027-02-03')]
      const [id, cancelled] = [await all.planned(9, meetings), await all.planned(9, meetings)]
      const [one, early] = [await all.learner(), await all.learner()]
      doneWith(await all.join(early, id))
      doneWith(await cancelClass(all.db, all.ira, cancelled))
      expect(codeOf(await all.join(one, cancelled))).toBe('class_cancelled')
      expect(codeOf(await all.join(one, newId<string>()))).toBe('unknown_class')
      await all.base.setNow(meetings[0]!.startsAt)
      expect(codeOf(await all.join(one, id))).toBe('class_running')
      expect(codeOf(await leaveClass(all.db, early, id))).toBe('class_running')
      await all.base.setNow(meetings[1]!.endsAt)
      expect(codeOf(await all.join(one, id))).toBe('class_over')
    })

    it('of ten in the same moment gives two seats, one each, and eight places in line', async () => {
      const id = await all.planned(2, [all.span('2027-02-01')])
      const ten = []
      for (let one = 0; one < 10; one++) ten.push(await all.learner())
      const given = (await Promise.all(ten.flatMap((who) => [all.join(who, id), all.join(who, id)]))).map(
        doneWith,
      )
      expect(given.filter((one) => one.seated)).toHaveLength(4)
      const { places } = await all.load(id)
      expect([seated(places).length, waiting(places).length]).toEqual([2, 8])
    })
  })

  describe('leaving', () => {
    it('seats whoever waited longest and tells them alone; sent twice, nobody else', async () => {
      const id = await all.planned(1, [all.span('2027-02-01')])
      const [a, b, c] = [await all.learner(), await all.learner(), await all.learner()]
      for (const [minutes, who] of [a, c, b].entries()) {
        await all.base.setNow(start.add({ minutes }))
        doneWith(await all.join(who, id))
      }
      const before = (await all.told('training.tellSeated')).length
      for (const _ of [1, 2]) expect(codeOf(await leaveClass(all.db, a, id))).toBe('done')
      expect((await all.told('training.tellSeated')).slice(before)).toEqual([c.accountId])
      const { places } = await all.load(id)
      expect(seated(places).map((one) => one.accountId)).toEqual([c.accountId])
      expect(waiting(places).map((one) => one.accountId)).toEqual([b.accountId])
    })

    it('takes nobody else’s place', async () => {
      const id = await all.planned(1, [all.span('2027-02-01')])
      const [a, b] = [await all.learner(), await all.learner()]
      doneWith(await all.join(a, id))
      expect(codeOf(await leaveClass(all.db, b, id))).toBe('done')
      expect((await all.load(id)).places).toHaveLength(1)
    })

    it('an enrolment gives its places in classes ahead to those who wait', async () => {
      const [id, held] = [
        await all.planned(1, [all.span('2027-02-01')]),
        await all.planned(1, [all.span('2027-01-10')]),
      ]
      const [a, b] = [await all.learner(), await all.learner()]
      for (const one of [id, held]) doneWith(await all.join(a, one))
      await all.base.setNow(start.add({ minutes: 1 }))
      doneWith(await all.join(b, id))
      await all.base.setNow(all.span('2027-01-11').startsAt)
      await all.db.write(all.system, (tx) => leaveClassesOf(tx, a.enrolmentId))
      expect(seated((await all.load(id)).places).map((one) => one.accountId)).toEqual([b.accountId])
      expect((await all.load(held)).places).toHaveLength(1)
    })

    it('a seat whose enrolment ended unheard goes to whoever waits when the next one asks', async () => {
      const id = await all.planned(1, [all.span('2027-02-01')])
      const [a, b, c] = [await all.learner(), await all.learner(), await all.learner()]
      doneWith(await all.join(a, id))
      await all.base.setNow(start.add({ minutes: 1 }))
      doneWith(await all.join(b, id))
      await all.base.admin.query(
        `insert into training.enrolment_end (region_id, enrolment_id, why) values ($1, $2, 'left')`,
        [all.regionId, a.enrolmentId],
      )
      expect(doneWith(await all.join(c, id))).toEqual({ seated: false, line: 1 })
      expect((await all.told('training.tellSeated')).at(-1)).toBe(b.accountId)
    })
  })

  describe('more seats', () => {
    it('move up whoever waits; there are never fewer, and nobody else adds any', async () => {
      const id = await all.planned(1, [all.span('2027-02-01')])
      const people = [await all.learner(), await all.learner(), await all.learner(), await all.learner()]
      for (const [minutes, who] of people.entries()) {
        await all.base.setNow(start.add({ minutes }))
        doneWith(await all.join(who, id))
      }
      expect(codeOf(await moreSeats(all.db, all.ivo, id, 3))).toBe('unknown_class')
      expect(codeOf(await moreSeats(all.db, people[0]!, id, 3))).toBe('unknown_class')
      expect(codeOf(await moreSeats(all.db, all.ira, id, 0))).toBe('number_wrong seats')
      expect(codeOf(await moreSeats(all.db, all.ira, id, 201))).toBe('number_wrong seats')
      for (const _ of [1, 2]) expect(codeOf(await moreSeats(all.db, all.ira, id, 3))).toBe('done')
      expect(codeOf(await moreSeats(all.db, all.ira, id, 2))).toBe('number_wrong seats')
      const { places } = await all.load(id)
      expect(waiting(places).map((one) => one.accountId)).toEqual([people[3]!.accountId])
      expect((await all.told('training.tellSeated')).slice(-2)).toEqual(
        people.slice(1, 3).map((one) => one.accountId),
      )
      expect((await all.trail('class_seats_added')).filter((one) => one.subject === id)).toHaveLength(1)
    })
  })

  describe('cancelling', () => {
    it('tells everybody who has a place, and the instructor where another cancels; once', async () => {
      const id = await all.planned(1, [all.span('2027-02-01')])
      const [a, b] = [await all.learner(), await all.learner()]
      for (const who of [a, b]) doneWith(await all.join(who, id))
      expect(codeOf(await cancelClass(all.db, all.ivo, id))).toBe('unknown_class')
      expect(codeOf(await cancelClass(all.db, a, id))).toBe('unknown_class')
      const before = (await all.told('training.tellCancelled')).length
      for (const _ of [1, 2]) expect(codeOf(await cancelClass(all.db, all.rae, id))).toBe('done')
      const told = (await all.told('training.tellCancelled')).slice(before)
      expect(told.sort()).toEqual(ids(a, b, all.ira))
      expect((await all.trail('class_cancelled')).filter((one) => one.subject === id)).toHaveLength(1)
    })

    it('is too late once it is over', async () => {
      const meeting = all.span('2027-02-01')
      const id = await all.planned(1, [meeting])
      await all.base.setNow(meeting.endsAt)
      expect(codeOf(await cancelClass(all.db, all.ira, id))).toBe('class_over')
    })
  })

  it('are listed while they lie ahead, with the seats that are left', async () => {
    const other = await openClasses(start)
    const [full, free] = [
      await other.planned(1, [other.span('2027-02-01')]),
      await other.planned(5, [other.span('2027-02-02')]),
    ]
    const cancelled = await other.planned(5, [other.span('2027-01-20')])
    doneWith(await cancelClass(other.db, other.ira, cancelled))
    await other.planned(5, [other.span('2027-01-05')])
    for (const _ of [1, 2]) doneWith(await other.join(await other.learner(), full))
    await other.base.setNow(other.span('2027-01-06').startsAt)
    await other.db.read(other.system, async (reader) => {
      const list = await classList(reader, 'tiny', reader.now)
      expect(list.map((one) => [one.id, one.seatsLeft])).toEqual([
        [full, 0],
        [free, 5],
      ])
      expect((await nextClass(reader, 'tiny'))?.id).toBe(free)
      expect(await nextClass(reader, 'another')).toBeNull()
    })
    const one = await other.load(free)
    expect(seatsLeft(one)).toBe(5)
    await other.base.drop()
  })

  const ids = (...of: { readonly accountId: AccountId }[]) => of.map((one) => one.accountId).sort()
})
