import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MemberId, newId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { attendedFrom, checkContinued, enterContinued, loadEntries } from './continued.server.ts'
import { loadContinuedView, loadWaitingEntries } from './continuedView.server.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { day, openWay } from './onWay.testing.ts'
import { reviewCourse } from './review.server.ts'
import type { Person } from './training.testing.ts'

let w: Awaited<ReturnType<typeof openWay>>
beforeAll(async () => {
  w = await openWay()
})
afterAll(() => w.base.drop())

describe('continued training', () => {
  const entry = (more = {}) => ({
    ...{ id: newId<string>(), kind: 'training' as const, what: 'A drill', minutes: 90 },
    ...{ doneOn: day('2027-02-20'), evidenceKept: 'binder 4', name: null, ...more },
  })
  const view = (who: Person, memberId: MemberId | null = null) =>
    w.base.db.read(who, (reader) => loadContinuedView(reader, w.deps, who.accountId, memberId))

  it('begins with a certificate or on the team, and with neither takes nothing', async () => {
    const who = w.person()
    expect(codeOf(await enterContinued(w.base.db, who, null, entry({ name: 'Kit A.' })))).toBe('not_begun')
    const peer = w.person('peer')
    const memberId = await w.member(peer)
    expect((await view(peer, memberId)).start?.toString()).toBe('2027-02-02')
    const on = (text: string) =>
      enterContinued(w.base.db, peer, memberId, entry({ name: 'Kit A.', doneOn: day(text) }))
    // The day itself belongs to what was learned for it, typed or attended.
    expect(codeOf(await on('2027-02-01'))).toBe('before_start doneOn')
    doneWith(await on('2027-02-02'))
    expect(codeOf(await on('2027-03-02'))).toBe('in_future doneOn')
  })

  it('counts once somebody else has looked at it, and once however often it was sent', async () => {
    const who = w.person()
    await w.certified(who, '2027-02-01', '2029-02-01')
    const given = entry()
    const send = () => enterContinued(w.base.db, who, null, given)
    for (const one of await Promise.all([send(), send()])) doneWith(one)
    expect((await view(who)).years[0]!.minutes.training).toBe(0)
    const { db } = w.base
    expect(codeOf(await checkContinued(db, w.person(), given.id, 'seen'))).toBe('not_allowed')
    const stranger = w.person('duty_coordinator', w.there.regionId)
    expect(codeOf(await checkContinued(db, stranger, given.id, 'seen'))).toBe('unknown_paper')
    const self = { ...who, roles: ['duty_coordinator' as const] }
    expect(codeOf(await checkContinued(db, self, given.id, 'seen'))).toBe('own_paper')
    doneWith(await checkContinued(db, w.keeper, given.id, 'seen'))
    doneWith(await checkContinued(db, w.keeper, given.id, 'seen'))
    expect(codeOf(await checkContinued(db, w.keeper, given.id, 'not_accepted'))).toBe('checked_already')
    expect((await view(who)).years[0]!.minutes.training).toBe(90)
    const waiting = await db.read(w.keeper, loadWaitingEntries)
    expect(waiting.map((one) => one.entry.accountId)).not.toContain(who.accountId)
    expect(await db.read(who, (reader) => loadEntries(reader, { accountId: who.accountId }))).toHaveLength(1)
  })

  it('counts minutes in classes after the certificate by themselves, and those before it not', async () => {
    const who = w.person()
    await w.certified(who, '2027-02-01', '2029-02-01')
    const enrolmentId = await w.enrolled(who)
    for (const [at, minutes] of [
      ['2027-02-01T15:00Z', 120],
      // Still the first of February by the region's clock.
      ['2027-02-02T03:00Z', 60],
      ['2027-02-10T15:00Z', 45],
      // The clock goes for two hours in these two, not for three and a half.
      ['2027-02-20T15:00Z', 120],
      ['2027-02-20T15:00Z', 90],
    ] as const)
      await w.rows(
        `with c as (insert into training.class (region_id, id, course, place, seats, instructor)
             values ($1, gen_random_uuid(), 'tiny', 'Larkfield', 5, gen_random_uuid()) returning id),
           m as (insert into training.class_meeting (region_id, id, class_id, starts_at, ends_at)
             select $1, gen_random_uuid(), c.id, $2::timestamptz, $2::timestamptz + interval '2 hours' from c returning id)
           insert into training.attendance (region_id, meeting_id, enrolment_id, minutes)
             select $1, m.id, $3, $4 from m`,
        [w.here.regionId, at, enrolmentId, minutes],
      )
    const found = await w.base.db.read(who, (reader) =>
      attendedFrom(reader, who.accountId, day('2027-02-02'), tinyLibrary),
    )
    expect(found.map((one) => [one.doneOn.toString(), one.minutes])).toEqual([
      ['2027-02-10', 45],
      ['2027-02-20', 120],
    ])
    expect((await view(who)).years[0]!.minutes.training).toBe(165)
    // A course about crisis counts once a clinician has reviewed it here.
    const crisis = { courses: [{ ...tinyCourse, crisis: true }] }
    const counted = () =>
      w.base.db.read(who, (reader) => attendedFrom(reader, who.accountId, day('2027-02-02'), crisis))
    expect(await counted()).toEqual([])
    const director = w.person('clinical_director')
    const by = { reviewer: 'Dr. R.', licence: 'LMHC 7', fingerprint: tinyCourse.fingerprint }
    doneWith(await reviewCourse(w.base.db, director, tinyCourse, by))
    expect(await counted()).toHaveLength(2)
  })
})
