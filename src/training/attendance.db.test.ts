import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { grantRole } from '../identity/index.server.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { enterAttendance, inPersonMinutes } from './attendance.server.ts'
import { issueCertificate } from './certificate.server.ts'
import { cancelClass } from './classes.server.ts'
import { enrol, type Learner, openClasses } from './classes.testing.ts'
import { signedOff, signOff } from './signOff.server.ts'
import type { Verdict } from './verdict.ts'

const start = Temporal.Instant.from('2027-01-04T15:00:00Z')

describe('in the room', () => {
  let all: Awaited<ReturnType<typeof openClasses>>
  let id: string
  let kit: Learner
  let lou: Learner
  let waits: Learner
  beforeAll(async () => {
    all = await openClasses(start)
  })
  afterAll(() => all?.base.drop())
  const first = () => all.span('2027-02-01')
  const second = () => all.span('2027-02-03', '09:00', 2)
  beforeEach(async () => {
    await all.base.setNow(start)
    id = await all.planned(2, [first(), second()])
    ;[kit, lou, waits] = [await all.learner(), await all.learner(), await all.learner()]
    for (const [minutes, who] of [kit, lou, waits].entries()) {
      await all.base.setNow(start.add({ minutes }))
      doneWith(await all.join(who, id))
    }
    await all.base.setNow(first().endsAt)
  })
  const meeting = async (index: number) => (await all.load(id)).meetings[index]!.id
  const sameMember = async (...accounts: Pick<Learner, 'accountId'>[]) => {
    const memberId = newId<MemberId>()
    for (const { accountId } of accounts)
      await all.db.write(all.system, (tx) => grantRole(tx, accountId, 'peer', { memberId }))
  }
  const minutesOf = async (...who: Learner[]) => {
    const enrolments = who.map((one) => one.enrolmentId)
    const found = await all.db.read(all.system, (reader) => inPersonMinutes(reader, enrolments))
    return enrolments.map((one) => found.get(one))
  }
  const enter = async (
    actor: Parameters<typeof enterAttendance>[1],
    index: number,
    ...minutes: [Pick<Learner, 'enrolmentId'>, number][]
  ) =>
    codeOf(
      await enterAttendance(
        all.db,
        actor,
        id,
        await meeting(index),
        new Map(minutes.map(([who, given]) => [who.enrolmentId, given])),
      ),
    )

  describe('attendance', () => {
    it('is the minutes of all meetings together, corrected where they differ, each with an entry', async () => {
      expect(await enter(all.ira, 0, [kit, 180], [lou, 90])).toBe('done')
      await all.base.setNow(second().endsAt)
      expect(await enter(all.rae, 1, [kit, 120], [lou, 0])).toBe('done')
      expect(await minutesOf(kit, lou, waits)).toEqual([300, 90, 0])
      for (const _ of [1, 2]) expect(await enter(all.ira, 0, [kit, 180], [lou, 100])).toBe('done')
      expect(await minutesOf(kit, lou)).toEqual([300, 100])
      const of = (await all.trail('attendance_entered')).filter((one) => one.subject === lou.accountId)
      expect(of.map((one) => one.detail)).toEqual([
        { meeting: await meeting(0), minutes: 90 },
        { meeting: await meeting(1), minutes: 0 },
        { meeting: await meeting(0), minutes: 100, was: 90 },
      ])
    })

    it('has a renewal of theirs in another course looked at, for its hours count there', async () => {
      const { accountId } = kit
      const other = { course: 'other' }
      const enrolmentId = await enrol(all.base, all.regionId, accountId, 'Kit', {
        ...other,
        ended: 'finished',
      })
      await all.db.write(all.system, (tx) =>
        issueCertificate(tx, {
          ...{ ...other, enrolmentId, accountId, name: 'Kit', title: 'Other', fingerprint: 'f'.repeat(64) },
          ...{ onlineMinutes: 60, inPersonMinutes: 0, scorePercent: 90 },
          issuedOn: Temporal.PlainDate.from('2026-01-01'),
          expiresOn: Temporal.PlainDate.from('2028-01-01'),
        }),
      )
      const renewal = await enrol(all.base, all.regionId, accountId, 'Kit', other)
      const looks = async () =>
        (
          await all.base.admin.query(
            `select 1 from graphile_worker._private_jobs where payload ->> 'enrolmentId' = $1`,
            [renewal],
          )
        ).rowCount
      expect(await looks()).toBe(0)
      expect(await enter(all.ira, 0, [kit, 100])).toBe('done')
      expect(await looks()).toBe(1)
    })

    it('is entered not before the meeting begins, and not beyond its length', async () => {
      expect(await enter(all.ira, 1, [kit, 60])).toBe('not_begun')
      for (const wrong of [181, -1, 1.5, Number.NaN])
        expect(await enter(all.ira, 0, [lou, 60], [kit, wrong])).toBe(`number_wrong ${kit.enrolmentId}`)
      expect(await minutesOf(kit, lou)).toEqual([0, 0])
      expect(await enter(all.ira, 0, [kit, 180], [lou, 0])).toBe('done')
    })

    it('is no more than has passed of a meeting that goes on', async () => {
      await all.base.setNow(first().startsAt.add({ minutes: 40 }))
      expect(await enter(all.ira, 0, [kit, 41])).toBe(`number_wrong ${kit.enrolmentId}`)
      expect(await enter(all.ira, 0, [kit, 40])).toBe('done')
    })

    it('in two classes at the same time is no more than the clock', async () => {
      await all.base.setNow(start)
      const other = await all.planned(2, [first()], all.ivo)
      doneWith(await all.join(kit, other))
      await all.base.setNow(first().endsAt)
      expect(await enter(all.ira, 0, [kit, 180])).toBe('done')
      id = other
      expect(await enter(all.ivo, 0, [kit, 100])).toBe('done')
      expect(await minutesOf(kit)).toEqual([180])
    })

    it('is entered by nobody about another account of the same member', async () => {
      const self = await all.account('duty_coordinator')
      await sameMember(self, kit)
      expect(await enter(self, 0, [kit, 180])).toBe(`own_class ${kit.enrolmentId}`)
      expect(await enter(all.rae, 0, [kit, 180])).toBe('done')
    })

    it('is about whoever has a seat in that class, in a meeting of it', async () => {
      const stranger = await all.learner()
      for (const who of [waits, stranger])
        expect(await enter(all.ira, 0, [who, 60])).toBe(`not_in_class ${who.enrolmentId}`)
      const none = new Map([[kit.enrolmentId, 60]])
      const other = await all.load(await all.planned(2, [all.span('2027-02-08')]))
      for (const meetingId of [newId<string>(), other.meetings[0]!.id])
        expect(codeOf(await enterAttendance(all.db, all.ira, id, meetingId, none))).toBe('unknown_class')
    })

    it('is entered by no learner, no colleague, and by nobody about themselves', async () => {
      for (const who of [kit, all.ivo]) expect(await enter(who, 0, [kit, 180])).toBe('unknown_class')
      expect(await enter({ ...all.ira, roles: ['learner'] }, 0, [kit, 180])).toBe('unknown_class')
      await all.base.setNow(start)
      const [self, own] = [await all.learner({ actor: all.ira }), await all.planned(2, [first()])]
      doneWith(await all.join(self, own))
      await all.base.setNow(first().endsAt)
      id = own
      expect(await enter(all.ira, 0, [self, 180])).toBe(`own_class ${self.enrolmentId}`)
      expect(await enter(all.rae, 0, [self, 180])).toBe('done')
    })

    it('of a class that was cancelled stays possible for what took place before', async () => {
      await all.base.setNow(first().endsAt)
      doneWith(await cancelClass(all.db, all.rae, id))
      expect(await enter(all.ira, 0, [kit, 180])).toBe('done')
      await all.base.setNow(second().startsAt)
      expect(await enter(all.ira, 1, [kit, 60])).toBe('class_cancelled')
    })
  })

  describe('a sign-off', () => {
    const look = async (
      actor: Parameters<typeof signOff>[1],
      who: Pick<Learner, 'enrolmentId'>,
      verdicts: Record<string, Verdict>,
      day = '2027-02-01',
    ) => {
      const observedOn = Temporal.PlainDate.from(day)
      const looked = { observedOn, verdicts: new Map(Object.entries(verdicts)) }
      return codeOf(await signOff(all.deps, actor, id, who.enrolmentId, looked))
    }
    const shown = async (who: Learner) =>
      [...(await all.db.read(all.system, (reader) => signedOff(reader, who.enrolmentId)))]
        .map(([skill, { verdict, observedOn }]) => `${skill} ${verdict} ${observedOn}`)
        .sort()

    it('is the newest look at each skill; what stands is not written again', async () => {
      expect(await look(all.ira, kit, { opens: 'not_yet', ends: 'shown' })).toBe('done')
      await all.base.setNow(second().startsAt)
      for (const _ of [1, 2])
        expect(await look(all.ira, kit, { opens: 'shown', ends: 'shown' }, '2027-02-03')).toBe('done')
      expect(await shown(kit)).toEqual(['ends shown 2027-02-01', 'opens shown 2027-02-03'])
      expect(await shown(lou)).toEqual([])
      const of = (await all.trail('skill_signed_off')).filter((one) => one.subject === kit.accountId)
      expect(of.map((one) => one.detail)).toEqual([
        { class: id, skill: 'opens', verdict: 'not_yet' },
        { class: id, skill: 'ends', verdict: 'shown' },
        { class: id, skill: 'opens', verdict: 'shown' },
      ])
      expect(await look(all.ira, kit, { opens: 'not_yet' }, '2027-02-01')).toBe('newer_look day')
      expect(await look(all.ira, kit, { opens: 'not_yet' }, '2027-02-03')).toBe('done')
      expect(await shown(kit)).toContain('opens not_yet 2027-02-03')
    })

    it('was seen on a day on which the class met, not later than today', async () => {
      for (const day of ['2027-01-31', '2027-02-02', '2027-02-03'])
        expect(await look(all.ira, kit, { opens: 'shown' }, day)).toBe('not_a_choice day')
      await all.base.setNow(start.add({ minutes: 5 }))
      expect(await look(all.ira, kit, { opens: 'shown' })).toBe('not_begun day')
      expect(await shown(kit)).toEqual([])
    })

    it('is of a skill of the course, for whoever has a seat', async () => {
      expect(await look(all.ira, kit, { opens: 'shown', flies: 'shown' })).toBe('not_a_choice flies')
      expect(await shown(kit)).toEqual([])
      for (const who of [waits, await all.learner()])
        expect(await look(all.ira, who, { opens: 'shown' })).toBe('not_in_class')
    })

    it('nobody gives themselves: own_class, whatever their roles', async () => {
      await all.base.setNow(start)
      const [self, keeper] = [await all.learner({ actor: all.ira }), await all.learner({ actor: all.rae })]
      id = await all.planned(3, [first()])
      for (const who of [self, keeper, kit]) doneWith(await all.join(who, id))
      await all.base.setNow(first().startsAt)
      expect(await look(all.ira, self, { opens: 'shown' })).toBe('own_class')
      expect(await look(all.rae, keeper, { opens: 'shown' })).toBe('own_class')
      expect(await look(all.rae, self, { opens: 'shown' })).toBe('done')
    })

    it('nobody gives another account of theirs', async () => {
      const self = await all.account('duty_coordinator')
      await sameMember(self, kit)
      expect(await look(self, kit, { opens: 'shown' })).toBe('own_class')
      expect(await look(self, lou, { opens: 'shown' })).toBe('done')
    })

    it('is of no class that was cancelled before it met', async () => {
      await all.base.setNow(start.add({ minutes: 9 }))
      doneWith(await cancelClass(all.db, all.rae, id))
      await all.base.setNow(first().endsAt)
      expect(await look(all.ira, kit, { opens: 'shown' })).toBe('not_begun day')
    })

    it('is given by no learner and no colleague of the instructor', async () => {
      for (const who of [kit, lou, all.ivo])
        expect(await look(who, kit, { opens: 'shown' })).toBe('unknown_class')
      expect(await shown(kit)).toEqual([])
    })
  })
})
