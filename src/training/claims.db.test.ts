import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '../identity/index.server.ts'
import { newId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { addCredential } from '../roster/index.server.ts'
import type { ClaimGiven, ClaimGround } from './claim.ts'
import { checkClaim, enterClaim, holdClaim, loadClaims } from './claims.server.ts'
import { loadWaitingClaims } from './claimView.server.ts'
import { keepPapers } from './lapses.server.ts'
import { claim, day, openWay } from './onWay.testing.ts'
import type { TrainingTables } from './tables.server.ts'
import type { Person } from './training.testing.ts'
import { withdrawClaim } from './withdrawClaim.server.ts'

let w: Awaited<ReturnType<typeof openWay>>
beforeAll(async () => {
  w = await openWay()
})
afterAll(() => w.base.drop())

describe('a paper of another body', () => {
  it.each([
    ['ICISF', true],
    [' mpsn ', true],
    ['ACME Training', false],
  ])('of %s that a coordinator saw makes a member of Massachusetts deployable: %s', async (issuer, goes) => {
    const who = w.person('peer')
    const memberId = await w.member(who)
    expect(await w.deployable(memberId)).toBe(false)
    const { id } = await w.entered(who, { issuer })
    expect([await w.deployable(memberId), (await w.way(who, memberId)).goes]).toEqual([false, false])
    doneWith(await checkClaim(w.base.db, w.keeper, id, { verdict: 'seen' }))
    const after = await w.way(who, memberId)
    expect([await w.deployable(memberId), after.goes, after.open === 0]).toEqual([goes, goes, goes])
  })

  it('is entered once however often it is sent, and the same one is refused while it stands', async () => {
    const who = w.person()
    const given = claim()
    const [one, two] = await Promise.all([enterClaim(w.deps, who, given), enterClaim(w.deps, who, given)])
    expect([codeOf(one), codeOf(two)]).toEqual(['done', 'done'])
    const again = { ...given, id: newId<string>() }
    expect(codeOf(await enterClaim(w.deps, who, again))).toBe('claim_known number')
    const refused = { verdict: 'not_accepted', why: 'not_readable' } as const
    doneWith(await checkClaim(w.base.db, w.keeper, given.id, refused))
    expect(codeOf(await enterClaim(w.deps, who, again))).toBe('done')
    expect(await w.base.db.read(who, (r) => loadClaims(r, { accountId: who.accountId }))).toHaveLength(2)
  })

  it.each<[string, Partial<ClaimGiven>]>([
    ['own_course kind', { kind: 'tiny' }],
    ['own_course kind', { kind: 'TINY' }],
    ['like_own_course kind', { kind: 'a-course-of-old' }],
    ['in_future issuedOn', { issuedOn: day('2027-03-02') }],
    ['name_missing name', { name: null }],
  ])('is refused: %s', async (code, more) => {
    expect(codeOf(await enterClaim(w.deps, w.person(), claim(more)))).toBe(code)
  })

  it.each(['First-aid', 'CISM-Basic', 'Self-Care', 'first aid'])('may be called %s', async (kind) => {
    expect(codeOf(await enterClaim(w.deps, w.person(), claim({ kind })))).toBe('done')
  })

  it('checked by whoever it belongs to is refused, also under another account of theirs', async () => {
    const rae = w.person('duty_coordinator')
    const { id } = await w.entered(rae)
    expect(codeOf(await checkClaim(w.base.db, rae, id, { verdict: 'seen' }))).toBe('own_paper')
    expect((await w.base.db.read(rae, loadWaitingClaims)).find((one) => one.claim.id === id)?.own).toBe(true)
    const [who, other] = [w.person('peer'), w.person('duty_coordinator')]
    const memberId = await w.member(who)
    await w.base.db.write(w.keeper, (tx) => grantRole(tx, other.accountId, 'duty_coordinator', { memberId }))
    const theirs = await w.entered(who)
    expect(codeOf(await checkClaim(w.base.db, other, theirs.id, { verdict: 'seen' }))).toBe('own_paper')
  })

  it('is checked by no learner, and not from another region', async () => {
    const { id } = await w.entered(w.person())
    const seen = { verdict: 'seen' } as const
    for (const role of ['learner', 'peer', 'instructor', 'clinical_director'] as const)
      expect(codeOf(await checkClaim(w.base.db, w.person(role), id, seen))).toBe('not_allowed')
    const stranger = w.person('duty_coordinator', w.there.regionId)
    expect(codeOf(await checkClaim(w.base.db, stranger, id, seen))).toBe('unknown_paper')
    const waits = await w.base.db.read(stranger, loadWaitingClaims)
    expect(waits).toEqual([])
  })

  it('is decided once: the same again does no harm, another decision is refused', async () => {
    const { id } = await w.entered(w.person())
    const seen = () => checkClaim(w.base.db, w.keeper, id, { verdict: 'seen' })
    const answers = await Promise.all([seen(), seen()])
    expect(answers.map(codeOf)).toEqual(['done', 'done'])
    expect(codeOf(await seen())).toBe('done')
    const otherwise = { verdict: 'not_accepted', why: 'not_theirs' } as const
    expect(codeOf(await checkClaim(w.base.db, w.keeper, id, otherwise))).toBe('checked_already')
    const trail = await w.rows(
      `select detail from audit.entry where act = 'paper_checked' and detail->>'paper' = $1`,
      [id],
    )
    expect(trail).toEqual([{ detail: { paper: id, verdict: 'seen' } }])
  })

  it('that is on somebody else’s file is not taken for this one’s', async () => {
    const [first, second] = [w.person('peer'), w.person('peer')]
    const [, memberId] = [await w.member(first), await w.member(second)]
    const real = await w.entered(first, { number: 'SHARED-1' })
    doneWith(await checkClaim(w.base.db, w.keeper, real.id, { verdict: 'seen' }))
    const copied = await w.entered(second, { number: 'SHARED-1' })
    expect(codeOf(await checkClaim(w.base.db, w.keeper, copied.id, { verdict: 'seen' }))).toBe(
      'paper_of_other',
    )
    expect(await w.deployable(memberId)).toBe(false)
  })

  it.each([
    ['typed otherwise', 'peer' as const, { number: 'shared 2', kind: 'aic', issuer: 'Icisf' }],
    ['of somebody who is on no team', 'learner' as const, {}],
  ])('that was seen of somebody else is refused, %s, and shown as such', async (_what, role, more) => {
    const [first, second] = [w.person(role), w.person('learner')]
    if (role === 'peer') await w.member(first)
    const number = role === 'peer' ? 'SHARED-2' : 'SHARED-3'
    const real = await w.entered(first, { number })
    doneWith(await checkClaim(w.base.db, w.keeper, real.id, { verdict: 'seen' }))
    const copied = await w.entered(second, { number, ...more })
    const seen = () => checkClaim(w.base.db, w.keeper, copied.id, { verdict: 'seen' })
    expect(codeOf(await seen())).toBe('paper_of_other')
    const waits = await w.base.db.read(w.keeper, loadWaitingClaims)
    expect(waits.filter((one) => one.ofOther).map((one) => one.claim.id)).toContain(copied.id)
    // Taken back from the one, it is in nobody's way.
    doneWith(await withdrawClaim(w.base.db, w.keeper, real.id, 'not_theirs'))
    expect(codeOf(await seen())).toBe('done')
  })

  it('that came on somebody else’s file meanwhile is looked at once a day', async () => {
    const [first, second] = [w.person('learner'), w.person('peer')]
    const given = await w.entered(first, { number: 'SHARED-4' })
    doneWith(await checkClaim(w.base.db, w.keeper, given.id, { verdict: 'seen' }))
    const other = await w.member(second)
    const { kind, issuer, issuedOn, expiresOn } = given
    const typed = { kind, issuer, issuedOn, expiresOn, number: 'shared4', evidence: null }
    doneWith(await addCredential(w.base.db, w.keeper, other, typed))
    const memberId = await w.member(first)
    const of = async () =>
      (await w.base.db.read(w.keeper, (reader) => loadClaims(reader, { id: given.id })))[0]!
    const versions = async () => {
      await w.base.db.write(w.keeper, keepPapers)
      return (await w.rows('select xmin from training.claim where id = $1', [given.id]))[0].xmin
    }
    expect(await versions()).toBe(await versions())
    expect(await of()).toMatchObject({ filedFor: null, collidedOn: day('2027-03-01') })
    expect(await w.deployable(memberId)).toBe(false)
  })

  it('is taken back when it was accepted in error, of this very person, and counts no more from that day', async () => {
    const who = w.person('peer')
    const memberId = await w.member(who)
    const given = await w.entered(who)
    const withdraw = (by: Person, why: ClaimGround = 'not_theirs') =>
      withdrawClaim(w.base.db, by, given.id, why)
    expect(codeOf(await withdraw(w.keeper))).toBe('checked_already')
    doneWith(await checkClaim(w.base.db, w.keeper, given.id, { verdict: 'seen' }))
    expect(await w.deployable(memberId)).toBe(true)
    for (const role of ['learner', 'peer', 'instructor', 'clinical_director'] as const)
      expect(codeOf(await withdraw(w.person(role)))).toBe('not_allowed')
    const stranger = w.person('duty_coordinator', w.there.regionId)
    expect(codeOf(await withdraw(stranger))).toBe('unknown_paper')
    expect(codeOf(await withdraw({ ...who, roles: ['duty_coordinator'] }))).toBe('own_paper')
    // A renewal has the same number, and stays.
    const again = await w.entered(who, { number: given.number, issuedOn: day('2026-06-01'), kind: 'AIC' })
    doneWith(await checkClaim(w.base.db, w.keeper, again.id, { verdict: 'seen' }))
    for (const _ of [1, 2]) doneWith(await withdraw(w.keeper))
    expect(await w.deployable(memberId)).toBe(true)
    doneWith(await withdrawClaim(w.base.db, w.keeper, again.id, 'unknown_issuer'))
    expect([await w.deployable(memberId), (await w.way(who, memberId)).goes]).toEqual([false, false])
    expect(codeOf(await withdraw(w.keeper, 'wrong_dates'))).toBe('checked_already')
    const [one] = await w.base.db.read(who, (reader) => loadClaims(reader, { id: given.id }))
    expect(one!.check).toEqual({ verdict: 'withdrawn', why: 'not_theirs' })
    const trail = await w.rows(
      `select detail from audit.entry where act = 'paper_checked' and detail->>'paper' = $1
           and detail->>'verdict' = 'withdrawn'`,
      [given.id],
    )
    expect(trail).toEqual([{ detail: { paper: given.id, verdict: 'withdrawn', reason: 'not_theirs' } }])
  })

  it('that was taken back stands again once it is entered and seen again, of whomever it is', async () => {
    const [first, second] = [w.person('peer'), w.person('peer')]
    const [memberId, other] = [await w.member(first), await w.member(second)]
    const seen = async (who: Person) => {
      const { id } = await w.entered(who, { number: 'AGAIN-1' })
      doneWith(await checkClaim(w.base.db, w.keeper, id, { verdict: 'seen' }))
      return id
    }
    const goes = async () => [await w.deployable(memberId), await w.deployable(other)]
    doneWith(await withdrawClaim(w.base.db, w.keeper, await seen(first), 'wrong_dates'))
    expect(await goes()).toEqual([false, false])
    const again = await seen(first)
    expect(await goes()).toEqual([true, false])
    doneWith(await withdrawClaim(w.base.db, w.keeper, again, 'not_theirs'))
    const theirs = await seen(second)
    expect(await goes()).toEqual([false, true])
    // What was taken back of the first is not taken back of the second.
    doneWith(await withdrawClaim(w.base.db, w.keeper, again, 'not_theirs'))
    expect(await goes()).toEqual([false, true])
    doneWith(await withdrawClaim(w.base.db, w.keeper, theirs, 'not_theirs'))
    expect(await goes()).toEqual([false, false])
  })

  it('that is taken back while it is being filed is on nobody’s file', async () => {
    const who = w.person('learner')
    const { id } = await w.entered(who)
    doneWith(await checkClaim(w.base.db, w.keeper, id, { verdict: 'seen' }))
    const memberId = await w.member(who)
    const filing = await w.base.db.write(w.keeper, async (tx) => {
      await holdClaim(tx, id)
      const filing = w.base.db.write(w.keeper, keepPapers)
      await w.waitsForLock()
      const withdrawal = {
        region_id: tx.regionId,
        claim_id: id,
        why: 'not_theirs' as const,
        withdrawn_by: null,
      }
      await tx.tables<TrainingTables>().insertInto('training.claim_withdrawal').values(withdrawal).execute()
      // Not awaited here: it waits for this transaction.
      return () => filing
    })
    await filing()
    expect(await w.deployable(memberId)).toBe(false)
  })

  it('that was taken back before its holder joined never goes on file', async () => {
    const who = w.person('learner')
    const { id } = await w.entered(who)
    doneWith(await checkClaim(w.base.db, w.keeper, id, { verdict: 'seen' }))
    doneWith(await withdrawClaim(w.base.db, w.keeper, id, 'not_theirs'))
    const memberId = await w.member(who)
    await w.base.db.write(w.keeper, keepPapers)
    expect(await w.deployable(memberId)).toBe(false)
  })

  it('that was seen before its holder joined goes on file when they do', async () => {
    const who = w.person('learner')
    const { id } = await w.entered(who)
    doneWith(await checkClaim(w.base.db, w.keeper, id, { verdict: 'seen' }))
    const before = await w.way(who, null)
    expect(before.papers.map((one) => [one.code, one.state])).toEqual([
      ['state_certificate', 'done'],
      ['certificate', 'done'],
    ])
    expect(before.team.map((one) => one.code)).toEqual(['member'])
    const memberId = await w.member(who)
    expect(await w.deployable(memberId)).toBe(false)
    await w.base.db.write(w.keeper, keepPapers)
    await w.base.db.write(w.keeper, keepPapers)
    expect(await w.deployable(memberId)).toBe(true)
  })
})
