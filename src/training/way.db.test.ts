import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '../identity/index.server.ts'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import { changePolicy, loadPolicy } from '../region/index.server.ts'
import {
  addCredential,
  addMember,
  adoptStateLaw,
  loadFiles,
  loadRequirements,
  recordDesignation,
  renewAgreement,
  select,
} from '../roster/index.server.ts'
import { deployableOn } from '../roster/index.ts'
import { issueCertificate } from './certificate.server.ts'
import type { ClaimGiven, ClaimGround } from './claim.ts'
import { checkClaim, enterClaim, loadClaims } from './claims.server.ts'
import { loadWaitingClaims } from './claimView.server.ts'
import { enrol } from './classes.testing.ts'
import { attendedAfter, checkContinued, enterContinued, loadEntries } from './continued.server.ts'
import { loadContinuedView, loadWaitingEntries } from './continuedView.server.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { keepPapers } from './lapses.server.ts'
import { renewCertificate } from './renew.server.ts'
import { reviewCourse } from './review.server.ts'
import { doneWith, openTraining, type Person } from './training.testing.ts'
import { loadWay, loadWayOf } from './wayView.server.ts'
import { withdrawClaim } from './withdrawClaim.server.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const law = {
  law: { citation: 'M.G.L. c. 233, § 20O' },
  supporter: { certifiedBy: ['MPSN', 'ICISF'], designatedBefore: 'unknown' as const },
  covered: { disciplines: [] },
}

describe('the way to duty, papers and continued training', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  let deps: Awaited<ReturnType<typeof openTraining>>['deps'] & { library: typeof tinyLibrary }
  beforeAll(async () => {
    t = await openTraining()
    deps = { ...t.deps, library: tinyLibrary }
    keeper = t.person('duty_coordinator')
    await t.base.db.write(keeper, (tx) => adoptStateLaw(tx, law))
    await asks(['AIC'])
  })
  afterAll(() => t.base.drop())

  /** The region asks every peer for these. */
  async function asks(kinds: string[]) {
    const administrator = { ...t.person('administrator') }
    const { version } = await t.base.db.read(administrator, loadPolicy)
    const changed = await changePolicy(t.base.db, administrator, version, [
      { path: 'standing.certificates.peer', new: kinds },
    ])
    if (!changed.ok && changed.code !== 'nothing_changed') throw new Error(changed.code)
  }
  const claim = (more: Partial<ClaimGiven> = {}): ClaimGiven => ({
    ...{ id: newId<string>(), kind: 'AIC', issuer: 'ICISF', number: `N-${newId().slice(-6)}` },
    ...{ issuedOn: day('2026-05-01'), expiresOn: day('2029-05-01'), name: 'Kit A.' },
    evidence: { kind: 'certificate', kept: 'binder 4' },
    ...more,
  })
  const entered = async (who: Person, more: Partial<ClaimGiven> = {}) => {
    const given = claim(more)
    doneWith(await enterClaim(deps, who, given))
    return given
  }
  const codeOf = (outcome: { ok: boolean; code?: string; field?: string }) =>
    outcome.ok ? 'done' : [outcome.code, outcome.field].filter(Boolean).join(' ')

  /** On the team in every other respect; `papers`: none yet. */
  async function member(who: Person): Promise<MemberId> {
    const { memberId } = doneWith(
      await addMember(t.base.db, keeper, {
        ...{ agencyId: t.here.agencyId, furtherAgencies: [], name: 'Kit A.', email: who.email, role: 'peer' },
        ...{ rankBand: 'line', disciplines: ['fire'], languages: ['en'], town: 'Larkfield', place: null },
      }),
    )
    const { db } = t.base
    await db.write(keeper, (tx) => grantRole(tx, who.accountId, 'peer', { memberId }))
    doneWith(await select(db, keeper, memberId, day('2027-02-01')))
    doneWith(await renewAgreement(db, keeper, memberId, day('2027-02-01')))
    doneWith(
      await recordDesignation(db, keeper, memberId, { document: 'Letter', designatedOn: day('2027-02-01') }),
    )
    return memberId
  }
  const deployable = async (memberId: MemberId, on = day('2027-03-01')) =>
    await t.base.db.read(keeper, async (reader) => {
      const file = (await loadFiles(reader, 'America/New_York', memberId)).get(memberId)!
      const { policy } = await loadPolicy(reader)
      return deployableOn(file, on, await loadRequirements(reader, policy)).deployable
    })
  const way = async (who: Person, memberId: MemberId | null) =>
    (await t.base.db.read(who, (reader) => loadWay(reader, deps, who.accountId, memberId))).way
  const certified = async (who: Person, from: string, until: string) => {
    const enrolmentId = await enrol(t.base, t.here.regionId, who.accountId, 'Kit A.', { ended: 'finished' })
    return await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
      issueCertificate(tx, {
        ...{ enrolmentId, accountId: who.accountId, name: 'Kit A.', course: 'tiny', title: tinyCourse.title },
        ...{ fingerprint: tinyCourse.fingerprint, onlineMinutes: 60, inPersonMinutes: 120, scorePercent: 90 },
        ...{ issuedOn: day(from), expiresOn: day(until), renews: null },
      }),
    )
  }

  describe('a paper of another body', () => {
    it.each([
      ['ICISF', true],
      [' mpsn ', true],
      ['ACME Training', false],
    ])(
      'of %s that a coordinator saw makes a member of Massachusetts deployable: %s',
      async (issuer, goes) => {
        const who = t.person('peer')
        const memberId = await member(who)
        expect(await deployable(memberId)).toBe(false)
        const { id } = await entered(who, { issuer })
        expect([await deployable(memberId), (await way(who, memberId)).goes]).toEqual([false, false])
        doneWith(await checkClaim(t.base.db, keeper, id, { verdict: 'seen' }))
        const after = await way(who, memberId)
        expect([await deployable(memberId), after.goes, after.open === 0]).toEqual([goes, goes, goes])
      },
    )

    it('is entered once however often it is sent, and the same one is refused while it stands', async () => {
      const who = t.person()
      const given = claim()
      const [one, two] = await Promise.all([enterClaim(deps, who, given), enterClaim(deps, who, given)])
      expect([codeOf(one), codeOf(two)]).toEqual(['done', 'done'])
      const again = { ...given, id: newId<string>() }
      expect(codeOf(await enterClaim(deps, who, again))).toBe('claim_known number')
      const refused = { verdict: 'not_accepted', why: 'not_readable' } as const
      doneWith(await checkClaim(t.base.db, keeper, given.id, refused))
      expect(codeOf(await enterClaim(deps, who, again))).toBe('done')
      expect(await t.base.db.read(who, (r) => loadClaims(r, { accountId: who.accountId }))).toHaveLength(2)
    })

    it.each<[string, Partial<ClaimGiven>]>([
      ['not_a_choice kind', { kind: 'tiny' }],
      ['not_a_choice kind', { kind: 'TINY' }],
      ['not_a_choice kind', { kind: 'a-course-of-old' }],
      ['in_future issuedOn', { issuedOn: day('2027-03-02') }],
      ['name_missing name', { name: null }],
    ])('is refused: %s', async (code, more) => {
      expect(codeOf(await enterClaim(deps, t.person(), claim(more)))).toBe(code)
    })

    it('checked by whoever it belongs to is refused, also under another account of theirs', async () => {
      const rae = t.person('duty_coordinator')
      const { id } = await entered(rae)
      expect(codeOf(await checkClaim(t.base.db, rae, id, { verdict: 'seen' }))).toBe('own_paper')
      expect((await t.base.db.read(rae, loadWaitingClaims)).find((one) => one.claim.id === id)?.own).toBe(
        true,
      )
      const [who, other] = [t.person('peer'), t.person('duty_coordinator')]
      const memberId = await member(who)
      await t.base.db.write(keeper, (tx) => grantRole(tx, other.accountId, 'duty_coordinator', { memberId }))
      const theirs = await entered(who)
      expect(codeOf(await checkClaim(t.base.db, other, theirs.id, { verdict: 'seen' }))).toBe('own_paper')
    })

    it('is checked by no learner, and not from another region', async () => {
      const { id } = await entered(t.person())
      const seen = { verdict: 'seen' } as const
      for (const role of ['learner', 'peer', 'instructor', 'clinical_director'] as const)
        expect(codeOf(await checkClaim(t.base.db, t.person(role), id, seen))).toBe('not_allowed')
      const stranger = t.person('duty_coordinator', t.there.regionId)
      expect(codeOf(await checkClaim(t.base.db, stranger, id, seen))).toBe('unknown_paper')
      const waits = await t.base.db.read(stranger, loadWaitingClaims)
      expect(waits).toEqual([])
    })

    it('is decided once: the same again does no harm, another decision is refused', async () => {
      const { id } = await entered(t.person())
      const seen = () => checkClaim(t.base.db, keeper, id, { verdict: 'seen' })
      const answers = await Promise.all([seen(), seen()])
      expect(answers.some((one) => one.ok)).toBe(true)
      expect(codeOf(await seen())).toBe('done')
      const otherwise = { verdict: 'not_accepted', why: 'not_theirs' } as const
      expect(codeOf(await checkClaim(t.base.db, keeper, id, otherwise))).toBe('checked_already')
      const trail = await t.rows(
        `select detail from audit.entry where act = 'paper_checked' and detail->>'paper' = $1`,
        [id],
      )
      expect(trail).toEqual([{ detail: { paper: id, verdict: 'seen' } }])
    })

    it('that is on somebody else’s file is not taken for this one’s', async () => {
      const [first, second] = [t.person('peer'), t.person('peer')]
      const [, memberId] = [await member(first), await member(second)]
      const real = await entered(first, { number: 'SHARED-1' })
      doneWith(await checkClaim(t.base.db, keeper, real.id, { verdict: 'seen' }))
      const copied = await entered(second, { number: 'SHARED-1' })
      expect(codeOf(await checkClaim(t.base.db, keeper, copied.id, { verdict: 'seen' }))).toBe(
        'paper_of_other',
      )
      expect(await deployable(memberId)).toBe(false)
    })

    it.each([
      ['typed otherwise', 'peer' as const, { number: 'shared 2', kind: 'aic', issuer: 'Icisf' }],
      ['of somebody who is on no team', 'learner' as const, {}],
    ])('that was seen of somebody else is refused, %s, and shown as such', async (_what, role, more) => {
      const [first, second] = [t.person(role), t.person('learner')]
      if (role === 'peer') await member(first)
      const number = role === 'peer' ? 'SHARED-2' : 'SHARED-3'
      const real = await entered(first, { number })
      doneWith(await checkClaim(t.base.db, keeper, real.id, { verdict: 'seen' }))
      const copied = await entered(second, { number, ...more })
      const seen = () => checkClaim(t.base.db, keeper, copied.id, { verdict: 'seen' })
      expect(codeOf(await seen())).toBe('paper_of_other')
      const waits = await t.base.db.read(keeper, loadWaitingClaims)
      expect(waits.filter((one) => one.ofOther).map((one) => one.claim.id)).toContain(copied.id)
      // Taken back from the one, it is in nobody's way.
      doneWith(await withdrawClaim(t.base.db, keeper, real.id, 'not_theirs'))
      expect(codeOf(await seen())).toBe('done')
    })

    it('that came on somebody else’s file meanwhile is looked at once a day', async () => {
      const [first, second] = [t.person('learner'), t.person('peer')]
      const given = await entered(first, { number: 'SHARED-4' })
      doneWith(await checkClaim(t.base.db, keeper, given.id, { verdict: 'seen' }))
      const other = await member(second)
      const { kind, issuer, issuedOn, expiresOn } = given
      const typed = { kind, issuer, issuedOn, expiresOn, number: 'shared4', evidence: null }
      doneWith(await addCredential(t.base.db, keeper, other, typed))
      const memberId = await member(first)
      const of = async () =>
        (await t.base.db.read(keeper, (reader) => loadClaims(reader, { id: given.id })))[0]!
      const versions = async () => {
        await t.base.db.write(keeper, keepPapers)
        return (await t.rows('select xmin from training.claim where id = $1', [given.id]))[0].xmin
      }
      expect(await versions()).toBe(await versions())
      expect(await of()).toMatchObject({ filedFor: null, collidedOn: day('2027-03-01') })
      expect(await deployable(memberId)).toBe(false)
    })

    it('is taken back when it was accepted in error, of this very person, and counts no more from that day', async () => {
      const who = t.person('peer')
      const memberId = await member(who)
      const given = await entered(who)
      const withdraw = (by: Person, why: ClaimGround = 'not_theirs') =>
        withdrawClaim(t.base.db, by, given.id, why)
      expect(codeOf(await withdraw(keeper))).toBe('checked_already')
      doneWith(await checkClaim(t.base.db, keeper, given.id, { verdict: 'seen' }))
      expect(await deployable(memberId)).toBe(true)
      for (const role of ['learner', 'peer', 'instructor', 'clinical_director'] as const)
        expect(codeOf(await withdraw(t.person(role)))).toBe('not_allowed')
      const stranger = t.person('duty_coordinator', t.there.regionId)
      expect(codeOf(await withdraw(stranger))).toBe('unknown_paper')
      expect(codeOf(await withdraw({ ...who, roles: ['duty_coordinator'] }))).toBe('own_paper')
      // A renewal has the same number, and stays.
      const again = await entered(who, { number: given.number, issuedOn: day('2026-06-01'), kind: 'AIC' })
      doneWith(await checkClaim(t.base.db, keeper, again.id, { verdict: 'seen' }))
      for (const _ of [1, 2]) doneWith(await withdraw(keeper))
      expect(await deployable(memberId)).toBe(true)
      doneWith(await withdrawClaim(t.base.db, keeper, again.id, 'unknown_issuer'))
      expect([await deployable(memberId), (await way(who, memberId)).goes]).toEqual([false, false])
      expect(codeOf(await withdraw(keeper, 'wrong_dates'))).toBe('checked_already')
      const [one] = await t.base.db.read(who, (reader) => loadClaims(reader, { id: given.id }))
      expect(one!.check).toEqual({ verdict: 'withdrawn', why: 'not_theirs' })
      const trail = await t.rows(
        `select detail from audit.entry where act = 'paper_checked' and detail->>'paper' = $1
           and detail->>'verdict' = 'withdrawn'`,
        [given.id],
      )
      expect(trail).toEqual([{ detail: { paper: given.id, verdict: 'withdrawn', reason: 'not_theirs' } }])
    })

    it('that was taken back before its holder joined never goes on file', async () => {
      const who = t.person('learner')
      const { id } = await entered(who)
      doneWith(await checkClaim(t.base.db, keeper, id, { verdict: 'seen' }))
      doneWith(await withdrawClaim(t.base.db, keeper, id, 'not_theirs'))
      const memberId = await member(who)
      await t.base.db.write(keeper, keepPapers)
      expect(await deployable(memberId)).toBe(false)
    })

    it('that was seen before its holder joined goes on file when they do', async () => {
      const who = t.person('learner')
      const { id } = await entered(who)
      doneWith(await checkClaim(t.base.db, keeper, id, { verdict: 'seen' }))
      const before = await way(who, null)
      expect(before.papers.map((one) => [one.code, one.state])).toEqual([
        ['state_certificate', 'done'],
        ['certificate', 'done'],
      ])
      expect(before.team.map((one) => one.code)).toEqual(['member'])
      const memberId = await member(who)
      expect(await deployable(memberId)).toBe(false)
      await t.base.db.write(keeper, keepPapers)
      await t.base.db.write(keeper, keepPapers)
      expect(await deployable(memberId)).toBe(true)
    })
  })

  describe('a course of ours', () => {
    it('alone never lets anybody go where the law names other papers', async () => {
      await asks(['tiny'])
      const who = t.person('peer')
      const memberId = await member(who)
      await certified(who, '2027-02-01', '2029-02-01')
      await t.base.db.write(keeper, keepPapers)
      const { goes, courses, papers } = await way(who, memberId)
      expect(courses[0]!.lines.at(-1)).toMatchObject({ code: 'course_certificate', state: 'done' })
      expect(papers).toMatchObject([{ code: 'state_certificate', state: 'open', bars: true }])
      expect([goes, await deployable(memberId)]).toEqual([false, false])
    })

    it('that the region asks for beside the law’s paper keeps somebody home when it runs out', async () => {
      await asks(['AIC', 'tiny'])
      const who = t.person('peer')
      const memberId = await member(who)
      const { id } = await entered(who)
      doneWith(await checkClaim(t.base.db, keeper, id, { verdict: 'seen' }))
      expect((await way(who, memberId)).goes).toBe(false)
      await certified(who, '2027-02-01', '2028-02-01')
      await t.base.db.write(keeper, keepPapers)
      expect([(await way(who, memberId)).goes, await deployable(memberId)]).toEqual([true, true])
      expect(await deployable(memberId, day('2028-02-01'))).toBe(false)
      await t.base.setNow(Temporal.Instant.from('2028-02-01T15:00:00Z'))
      const late = await way(who, memberId)
      await t.base.setNow(Temporal.Instant.from('2027-03-01T15:00:00Z'))
      expect(late.goes).toBe(false)
      expect(late.courses[0]!.lines.at(-1)).toMatchObject({ state: 'open', bars: true, next: 'renew' })
      await asks(['AIC'])
    })

    it('is offered where nobody asks for it, and stands in nobody’s way', async () => {
      const { courses } = await way(t.person(), null)
      expect(courses.map((one) => [one.id, one.asked])).toEqual([['tiny', false]])
      expect(courses[0]!.lines.filter((one) => one.bars)).toEqual([])
    })
  })

  describe('somebody else’s way', () => {
    it('is shown to a coordinator of the region, and to nobody of another', async () => {
      const who = t.person()
      await t.enrolled(who)
      const seen = (by: Person, account: AccountId = who.accountId) =>
        t.base.db.read(by, (reader) => loadWayOf(reader, deps, account))
      expect((await seen(keeper))?.name).toBe('Kit A.')
      expect(await seen(t.person('duty_coordinator', t.there.regionId))).toBeNull()
      expect(await seen(keeper, newId<AccountId>())).toBeNull()
    })
  })

  describe('a renewal', () => {
    it('begins the course again from 90 days before the end, once, and names what it renews', async () => {
      const who = t.person()
      const early = await certified(who, '2026-06-01', '2027-06-01')
      const renew = (by: Person, id: string) => renewCertificate(deps, by, id, by.email)
      expect(codeOf(await renew(who, early))).toBe('renewal_early')
      expect(codeOf(await renew(t.person(), early))).toBe('unknown_certificate')
      const due = t.person()
      const id = await certified(due, '2026-05-01', '2027-05-01')
      const [one, two] = await Promise.all([renew(due, id), renew(due, id)])
      expect(doneWith(one).enrolmentId).toBe(doneWith(two).enrolmentId)
      const open = await t.rows(
        `select e.id from training.enrolment e where account_id = $1
           and not exists (select from training.enrolment_end x where x.enrolment_id = e.id)`,
        [due.accountId],
      )
      expect(open).toEqual([{ id: doneWith(one).enrolmentId }])
    })
  })

  describe('continued training', () => {
    const entry = (more = {}) => ({
      ...{ id: newId<string>(), kind: 'training' as const, what: 'A drill', minutes: 90 },
      ...{ doneOn: day('2027-02-20'), evidenceKept: 'binder 4', name: null, ...more },
    })
    const view = (who: Person, memberId: MemberId | null = null) =>
      t.base.db.read(who, (reader) => loadContinuedView(reader, deps, who.accountId, memberId))

    it('begins with a certificate or on the team, and with neither takes nothing', async () => {
      const who = t.person()
      expect(codeOf(await enterContinued(t.base.db, who, null, entry({ name: 'Kit A.' })))).toBe('not_begun')
      const peer = t.person('peer')
      const memberId = await member(peer)
      expect((await view(peer, memberId)).start?.toString()).toBe('2027-02-01')
      const early = entry({ name: 'Kit A.', doneOn: day('2027-01-31') })
      expect(codeOf(await enterContinued(t.base.db, peer, memberId, early))).toBe('before_start doneOn')
      const ahead = entry({ name: 'Kit A.', doneOn: day('2027-03-02') })
      expect(codeOf(await enterContinued(t.base.db, peer, memberId, ahead))).toBe('in_future doneOn')
    })

    it('counts once somebody else has looked at it, and once however often it was sent', async () => {
      const who = t.person()
      await certified(who, '2027-02-01', '2029-02-01')
      const given = entry()
      const send = () => enterContinued(t.base.db, who, null, given)
      for (const one of await Promise.all([send(), send()])) doneWith(one)
      expect((await view(who)).years[0]!.minutes.training).toBe(0)
      const { db } = t.base
      expect(codeOf(await checkContinued(db, t.person(), given.id, 'seen'))).toBe('not_allowed')
      const stranger = t.person('duty_coordinator', t.there.regionId)
      expect(codeOf(await checkContinued(db, stranger, given.id, 'seen'))).toBe('unknown_paper')
      const self = { ...who, roles: ['duty_coordinator' as const] }
      expect(codeOf(await checkContinued(db, self, given.id, 'seen'))).toBe('own_paper')
      doneWith(await checkContinued(db, keeper, given.id, 'seen'))
      doneWith(await checkContinued(db, keeper, given.id, 'seen'))
      expect(codeOf(await checkContinued(db, keeper, given.id, 'not_accepted'))).toBe('checked_already')
      expect((await view(who)).years[0]!.minutes.training).toBe(90)
      expect(await db.read(keeper, loadWaitingEntries)).toEqual([])
      expect(await db.read(who, (reader) => loadEntries(reader, { accountId: who.accountId }))).toHaveLength(
        1,
      )
    })

    it('counts minutes in classes after the certificate by themselves, and those before it not', async () => {
      const who = t.person()
      await certified(who, '2027-02-01', '2029-02-01')
      const enrolmentId = await t.enrolled(who)
      for (const [at, minutes] of [
        ['2027-02-01T15:00Z', 120],
        // Still the first of February by the region's clock.
        ['2027-02-02T03:00Z', 60],
        ['2027-02-10T15:00Z', 45],
      ] as const)
        await t.rows(
          `with c as (insert into training.class (region_id, id, course, place, seats, instructor)
             values ($1, gen_random_uuid(), 'tiny', 'Larkfield', 5, gen_random_uuid()) returning id),
           m as (insert into training.class_meeting (region_id, id, class_id, starts_at, ends_at)
             select $1, gen_random_uuid(), c.id, $2::timestamptz, $2::timestamptz + interval '2 hours' from c returning id)
           insert into training.attendance (region_id, meeting_id, enrolment_id, minutes)
             select $1, m.id, $3, $4 from m`,
          [t.here.regionId, at, enrolmentId, minutes],
        )
      const found = await t.base.db.read(who, (reader) =>
        attendedAfter(reader, who.accountId, day('2027-02-01'), tinyLibrary),
      )
      expect(found.map((one) => [one.doneOn.toString(), one.minutes])).toEqual([['2027-02-10', 45]])
      expect((await view(who)).years[0]!.minutes.training).toBe(45)
      // A course about crisis counts once a clinician has reviewed it here.
      const crisis = { courses: [{ ...tinyCourse, crisis: true }] }
      const counted = () =>
        t.base.db.read(who, (reader) => attendedAfter(reader, who.accountId, day('2027-02-01'), crisis))
      expect(await counted()).toEqual([])
      const director = t.person('clinical_director')
      const by = { reviewer: 'Dr. R.', licence: 'LMHC 7', fingerprint: tinyCourse.fingerprint }
      doneWith(await reviewCourse(t.base.db, director, tinyCourse, by))
      expect(await counted()).toHaveLength(1)
    })
  })
})
