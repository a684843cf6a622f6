import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { endDesignation } from './designation.server.ts'
import {
  addCredential,
  addMember,
  changeContact,
  confirmDetails,
  loadDetails,
  loadMember,
  mailProven,
  papers,
  recordDesignation,
  renewAgreement,
  takeLeave,
} from './index.server.ts'
import { returnEarly } from './leave.server.ts'
import type { Member } from './member.ts'
import { openRoster, type Roster, unknownAgency, zone } from './roster.testing.ts'
import { course, date } from './standing.testing.ts'
import { loadStandings } from './standings.server.ts'

const now = Temporal.Instant.from('2026-11-24T03:00:00Z')
/** What the calendar says in the region at that moment. */
const today = date('2026-11-23')
const tomorrow = date('2026-11-24')

describe('the records of a member', () => {
  let roster: Roster
  beforeAll(async () => {
    roster = await openRoster(now)
  })
  afterAll(() => roster.base.drop())

  it('begin with whoever they are and nothing on file', async () => {
    const { base, rae } = roster
    const memberId = await roster.member({ rankBand: 'supervisor', email: ' Kit.New@Peers.Example ' })
    const kept = await base.db.read(rae, (reader) => loadMember(reader, memberId))
    expect(kept).toMatchObject({ rankBand: 'supervisor', email: 'kit.new@peers.example', town: 'Larkfield' })
    expect(await roster.file(memberId)).toMatchObject({ credentials: [], selections: [], agreements: [] })
  })

  it.each<[string, Partial<Omit<Member, 'id'>>, string]>([
    ['an agency nobody knows', { agencyId: unknownAgency }, 'unknown_agency agency'],
    ['a peer without agency', { agencyId: null }, 'agency_missing agency'],
    ['an address that is none', { email: 'kit' }, 'email_malformed email'],
    ['an address somebody has', { email: 'TAKEN@peers.example' }, 'email_known email'],
    ['nobody’s discipline', { disciplines: [] }, 'discipline_missing disciplines'],
    ['no language', { languages: [] }, 'language_missing languages'],
  ])('refuse %s', async (_what, given, code) => {
    if (given.email === 'TAKEN@peers.example') await roster.member({ email: 'taken@peers.example' })
    expect(codeOf(await addMember(roster.base.db, roster.rae, roster.person(given)))).toBe(code)
  })

  it('refuse an agency of another region', async () => {
    const given = roster.person({ agencyId: roster.there.agencyId })
    expect(codeOf(await addMember(roster.base.db, roster.rae, given))).toBe('unknown_agency agency')
  })

  it('keep a credential with its evidence, who entered it and when', async () => {
    const { base, rae } = roster
    const memberId = await roster.member()
    const evidence = { kind: 'certificate', kept: 'binder 2, sheet 14' } as const
    const given = { ...course('AIC'), number: 'FICT-A', evidence }
    expect(codeOf(await addCredential(base.db, rae, memberId, given))).toBe('done')
    expect(codeOf(await addCredential(base.db, rae, memberId, given))).toBe('credential_known number')
    expect(codeOf(await addCredential(base.db, rae, await roster.member(), given))).toBe(
      'credential_known number',
    )
    const renewal = { ...given, issuedOn: today, expiresOn: date('2031-11-23') }
    expect(codeOf(await addCredential(base.db, rae, memberId, renewal))).toBe('done')
    const { credentials } = await roster.file(memberId)
    expect(credentials).toHaveLength(2)
    expect(credentials[0]).toEqual({
      ...{ ...given, takenBack: false, printedUntil: given.expiresOn, endedOn: null },
      entered: { at: now, by: rae.accountId },
    })
  })

  it.each([
    ['expires before it is issued', { expiresOn: date('2023-12-31') }, 'ends_before_start expiresOn'],
    ['expires the day it is issued', { expiresOn: date('2024-01-01') }, 'ends_before_start expiresOn'],
    ['is issued tomorrow', { issuedOn: tomorrow }, 'in_future issuedOn'],
  ])('refuse a credential that %s', async (_what, change, code) => {
    const memberId = await roster.member()
    const given = { ...course('GCI'), number: 'FICT-B', evidence: null, ...change }
    expect(codeOf(await addCredential(roster.base.db, roster.rae, memberId, given))).toBe(code)
  })

  it('refuse a certificate of a course of the region, which nobody types', async () => {
    const memberId = await roster.member()
    const given = { ...course('peer-support-fundamentals'), number: 'FICT-C', evidence: null }
    const { db } = roster.base
    expect(codeOf(await addCredential(db, roster.rae, memberId, given))).toBe('own_course kind')
    expect(await db.write(roster.rae, (tx) => papers.file(tx, memberId, given))).toBe('filed')
  })

  it('renew an agreement by the policy’s days, once a day', async () => {
    const { base, rae } = roster
    const memberId = await roster.member()
    const renewed = doneWith(await renewAgreement(base.db, rae, memberId, today))
    expect(today.until(renewed.renewBy).days).toBe(730)
    expect(codeOf(await renewAgreement(base.db, rae, memberId, today))).toBe('agreement_known signedOn')
    expect(codeOf(await renewAgreement(base.db, rae, memberId, tomorrow))).toBe('in_future signedOn')
  })

  it('keep one designation at a time, each with its document and its end', async () => {
    const { base, rae } = roster
    const memberId = await roster.member()
    const given = { document: 'letter of the chief, file 7', designatedOn: date('2026-01-10') }
    const designate = () => recordDesignation(base.db, rae, memberId, given)
    const end = (day: string) => endDesignation(base.db, rae, memberId, date(day))
    expect(codeOf(await end('2026-02-01'))).toBe('not_designated')
    const twice = await Promise.all([designate(), designate()])
    expect(twice.map(codeOf).sort()).toEqual(['designated_already', 'done'])
    expect(codeOf(await end('2026-01-09'))).toBe('ends_before_start endedOn')
    expect(codeOf(await end('2026-12-31'))).toBe('done')
    expect(codeOf(await end('2026-12-31'))).toBe('not_designated')
    expect(codeOf(await designate())).toBe('done')
    expect(
      codeOf(
        await recordDesignation(base.db, rae, await roster.member(), { ...given, designatedOn: tomorrow }),
      ),
    ).toBe('in_future designatedOn')
    const clinician = await roster.member({ role: 'mhp', agencyId: null })
    expect(codeOf(await recordDesignation(base.db, rae, clinician, given))).toBe('agency_missing')
    const { designations } = await roster.file(memberId)
    const entered = { at: now, by: rae.accountId }
    expect(designations).toEqual([
      { ...given, endedOn: date('2026-12-31'), entered, ended: entered },
      { ...given, endedOn: null, entered, ended: null },
    ])
  })

  it('keep leaves apart, also when two are entered at once', async () => {
    const { base, rae } = roster
    const memberId = await roster.member()
    const take = (startsOn: string, endsOn: string) =>
      takeLeave(base.db, rae, memberId, { startsOn: date(startsOn), endsOn: date(endsOn) })
    expect(codeOf(await take('2026-12-10', '2026-12-10'))).toBe('ends_before_start endsOn')
    const twice = await Promise.all([take('2026-12-01', '2026-12-20'), take('2026-12-10', '2026-12-24')])
    expect(twice.map(codeOf).sort()).toEqual(['done', 'leave_overlaps startsOn'])
    expect(codeOf(await take('2026-11-01', '2026-12-01'))).toBe('done')
    expect((await roster.file(memberId)).leaves.map((one) => one.startsOn.toString())[0]).toBe('2026-11-01')
    const sameDays = { startsOn: date('2026-12-01'), endsOn: date('2026-12-20') }
    expect(codeOf(await takeLeave(base.db, rae, await roster.member(), sameDays))).toBe('done')
  })

  it('let somebody back early, once, and keep what was planned', async () => {
    const { base, rae } = roster
    const memberId = await roster.member()
    const back = (on: string) => returnEarly(base.db, rae, memberId, date(on))
    expect(codeOf(await back('2026-11-24'))).toBe('no_leave backOn')
    await takeLeave(base.db, rae, memberId, { startsOn: date('2026-11-10'), endsOn: date('2026-12-20') })
    expect(codeOf(await back('2026-12-20'))).toBe('no_leave backOn')
    const twice = await Promise.all([back('2026-11-24'), back('2026-11-25')])
    expect(twice.map(codeOf).sort()).toEqual(['done', 'no_leave backOn'])
    const { rows } = await base.admin.query(
      'select planned_until::text from roster.leave_of_absence where member_id = $1',
      [memberId],
    )
    expect(rows).toEqual([{ planned_until: '2026-12-20' }])
    // What was given back may be taken again.
    const again = { startsOn: date('2026-12-01'), endsOn: date('2026-12-10') }
    expect(codeOf(await takeLeave(base.db, rae, memberId, again))).toBe('done')
    expect(codeOf(await back('2026-12-01'))).toBe('done')
    const { leaves } = await roster.file(memberId)
    expect(leaves.map((one) => one.startsOn.toString())).toEqual(['2026-11-10'])
    const standing = (
      await base.db.read(rae, (reader) => loadStandings(reader, zone, date('2026-11-26')))
    ).get(memberId)!
    expect(standing.leaves).toEqual([])
  })

  it('change an address, whose proof then counts no longer', async () => {
    const { base, rae, here } = roster
    const memberId = await roster.member()
    const other = await roster.member({ email: 'held@peers.example' })
    const details = async () => (await base.db.read(rae, loadDetails)).get(memberId)
    const change = (email: string) => changeContact(base.db, rae, memberId, { email })
    expect(await details()).toEqual({ confirmedAt: null, mailVerifiedAt: null })
    await base.db.write({ kind: 'member', memberId, regionId: here.regionId }, (tx) =>
      mailProven(tx, memberId, now),
    )
    doneWith(await confirmDetails(base.db, rae, memberId))
    expect(await details()).toEqual({ confirmedAt: now, mailVerifiedAt: now })
    expect(codeOf(await change('held@peers.example'))).toBe('email_known email')
    expect(codeOf(await change('nowhere'))).toBe('email_malformed email')
    expect(await details()).toEqual({ confirmedAt: now, mailVerifiedAt: now })
    await base.setNow(now.add({ minutes: 5 }))
    expect(codeOf(await change(' Kit.Moved@peers.example'))).toBe('done')
    expect(await details()).toEqual({ confirmedAt: now, mailVerifiedAt: null })
    expect((await base.db.read(rae, (reader) => loadMember(reader, memberId)))?.email).toBe(
      'kit.moved@peers.example',
    )
    expect((await base.db.read(rae, (reader) => loadMember(reader, other)))?.email).toBe('held@peers.example')
    // The mail went to the address before: whoever answers it proves nothing about the new one.
    await base.db.write({ kind: 'member', memberId, regionId: here.regionId }, (tx) =>
      mailProven(tx, memberId, now),
    )
    expect(await details()).toEqual({ confirmedAt: now, mailVerifiedAt: null })
    await base.setNow(now)
  })
})
