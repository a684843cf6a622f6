import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { checkClaim } from './claims.server.ts'
import { keepPapers, ownPapers } from './lapses.server.ts'
import { day, openWay } from './onWay.testing.ts'
import { renewCertificate } from './renew.server.ts'
import type { Person } from './training.testing.ts'
import { loadWayOf } from './wayView.server.ts'

let w: Awaited<ReturnType<typeof openWay>>
beforeAll(async () => {
  w = await openWay()
})
afterAll(() => w.base.drop())

/** Certificates of the tiny course that run out, and whether a call-out hangs on them. */
const barring = async (who: Person, memberId: MemberId) =>
  (await w.base.db.read(who, (reader) => ownPapers(reader, who.accountId, memberId)))
    .filter(({ paper }) => paper === 'certificate tiny')
    .map(({ paper, bars }) => [paper, bars])

describe('a course of ours', () => {
  it('alone never lets anybody go where the law names other papers', async () => {
    await w.asks(['tiny'])
    const who = w.person('peer')
    const memberId = await w.member(who)
    await w.certified(who, '2027-02-01', '2029-02-01')
    await w.base.db.write(w.keeper, keepPapers)
    const { goes, courses, papers } = await w.way(who, memberId)
    expect(courses[0]!.lines.at(-1)).toMatchObject({ code: 'course_certificate', state: 'done' })
    expect(papers).toMatchObject([{ code: 'state_certificate', state: 'open', bars: true }])
    expect([goes, await w.deployable(memberId)]).toEqual([false, false])
  })

  it('that the region asks for beside the law’s paper keeps somebody home when it runs out', async () => {
    await w.asks(['AIC', 'tiny'])
    const who = w.person('peer')
    const memberId = await w.member(who)
    const { id } = await w.entered(who)
    doneWith(await checkClaim(w.base.db, w.keeper, id, { verdict: 'seen' }))
    expect((await w.way(who, memberId)).goes).toBe(false)
    await w.certified(who, '2027-02-01', '2028-02-01')
    await w.base.db.write(w.keeper, keepPapers)
    expect([(await w.way(who, memberId)).goes, await w.deployable(memberId)]).toEqual([true, true])
    expect(await barring(who, memberId)).toEqual([['certificate tiny', true]])
    expect(await w.deployable(memberId, day('2028-02-01'))).toBe(false)
    await w.base.setNow(Temporal.Instant.from('2028-02-01T15:00:00Z'))
    const late = await w.way(who, memberId)
    await w.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
    expect(late.goes).toBe(false)
    expect(late.courses[0]!.lines.at(-1)).toMatchObject({ state: 'open', bars: true, next: 'renew' })
    await w.asks(['AIC'])
    // Asked for no more, it still runs out; nobody stays home for it.
    expect(await barring(who, memberId)).toEqual([['certificate tiny', false]])
  })

  it('is offered where nobody asks for it, and stands in nobody’s way', async () => {
    const { courses } = await w.way(w.person(), null)
    expect(courses.map((one) => [one.id, one.asked])).toEqual([['tiny', false]])
    expect(courses[0]!.lines.filter((one) => one.bars)).toEqual([])
  })
})

describe('somebody else’s way', () => {
  it('is shown to a coordinator of the region, and to nobody of another', async () => {
    const who = w.person()
    await w.enrolled(who)
    const seen = (by: Person, account: AccountId = who.accountId) =>
      w.base.db.read(by, (reader) => loadWayOf(reader, w.deps, account))
    expect((await seen(w.keeper))?.name).toBe('Kit A.')
    expect(await seen(w.person('duty_coordinator', w.there.regionId))).toBeNull()
    expect(await seen(w.keeper, newId<AccountId>())).toBeNull()
  })
})

describe('a renewal', () => {
  it('begins the course again from 90 days before the end, and once', async () => {
    const who = w.person()
    const early = await w.certified(who, '2026-06-01', '2027-06-01')
    const renew = (by: Person, id: string) => renewCertificate(w.deps, by, id, by.email)
    expect(codeOf(await renew(who, early))).toBe('renewal_early')
    expect(codeOf(await renew(w.person(), early))).toBe('unknown_certificate')
    const due = w.person()
    const id = await w.certified(due, '2026-05-01', '2027-05-01')
    const [one, two] = await Promise.all([renew(due, id), renew(due, id)])
    expect(doneWith(one).enrolmentId).toBe(doneWith(two).enrolmentId)
    const open = await w.rows(
      `select e.id from training.enrolment e where account_id = $1
           and not exists (select from training.enrolment_end x where x.enrolment_id = e.id)`,
      [due.accountId],
    )
    expect(open).toEqual([{ id: doneWith(one).enrolmentId }])
  })
})
