import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import type { PlanState } from '../activation/index.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import type { Path } from '../ui/path.ts'
import { guideRoutes } from './guidePages.tsx'
import { type NewReferral, seenOf } from './referral.ts'
import { addReferral, changeReferral, loadReferrals, settleReferral } from './referrals.server.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')
const host = 'http://team.localhost'

describe('the guide for one session', () => {
  let at: HarborCallOut
  let plan: PlanState
  let pages: Hono
  let who: Actor | null
  let seated: AccountId
  const asMember = new Map<AccountId, string>()
  const account = (accountId: AccountId, ...roles: Role[]): Actor => ({
    kind: 'account',
    accountId,
    regionId: at.harbor.regionId,
    roles,
  })

  beforeAll(async () => {
    at = await openHarborCallOut()
    plan = await at.calledOut(start)
    await at.answer(plan.offers.find((one) => one.kind === 'lead')!, yes)
    plan = await at.load(plan)
    seated = newId<AccountId>()
    asMember.set(seated, plan.seats.find((seat) => seat.taken !== null)!.taken!.memberId)
    pages = guideRoutes({
      db: at.base.db,
      cards: new Map(),
      packs: new Map(),
      keepCard: '/card.js' as Path,
      visit: async () =>
        who === null
          ? null
          : {
              ...{ actor: who, memberId: null, regionId: at.harbor.regionId },
              ...{ byPasskey: true, lang: 'en', here: '/' as Path },
            },
      frame: (_visit, _region, _title, _current, content) => content,
      signIn: '/sign-in',
      checklistLink: () => '/for-the-contact' as Path,
      memberOf: async (accountId) => (asMember.get(accountId) ?? null) as never,
    })
  })
  afterAll(() => at.stop())

  const path = (last: string, of = plan) =>
    `${host}/harbor/activations/${of.activationId}/plans/${of.id}/${last}`
  const open = async (last: string) => (await pages.request(path(last))).status
  const write = (seen = '0', meetingPoint = 'Side door, Mill Street') =>
    pages.request(path('briefing'), {
      method: 'POST',
      body: new URLSearchParams({ meetingPoint, parking: '', dress: 'plain', weapons: 'none', seen }),
    })

  it.each(['briefing', 'checklist'])(
    'opens the %s to coordinators and to this team, and to nobody else',
    async (last) => {
      who = null
      expect(await open(last)).toBe(303)
      who = account(newId(), 'duty_coordinator')
      expect(await open(last)).toBe(200)
      who = account(newId(), 'clinical_director')
      expect(await open(last)).toBe(200)
      who = account(seated, 'peer')
      expect(await open(last)).toBe(200)
      // Asked and silent, without a role, of another team: all of them may know that there is a team, not where it meets.
      const silent = newId<AccountId>()
      asMember.set(silent, plan.offers.find((one) => one.kind === 'peer')!.memberId)
      for (const stranger of [
        account(silent, 'peer'),
        account(newId(), 'peer'),
        account(newId(), 'administrator'),
      ]) {
        who = stranger
        expect(await open(last)).toBe(404)
      }
    },
  )

  it('shows the number on file first, and the one from the form as what it is', async () => {
    who = account(seated, 'peer')
    const page = async () => (await pages.request(path('briefing'))).text()
    await at.base.admin.query('update region.agency set phone = null')
    expect(await page()).not.toContain('number on file')
    await at.base.admin.query('update region.agency set phone = $1 where id = $2', [
      '617-555-0111',
      plan.agencyId,
    ])
    const both = await page()
    expect(both.indexOf('617-555-0111')).toBeGreaterThan(both.indexOf('number on file'))
    expect(both.indexOf('617-555-0199')).toBeGreaterThan(both.indexOf('617-555-0111'))
    await at.base.admin.query('update region.agency set phone = $1 where id = $2', [
      '(617) 555-0199',
      plan.agencyId,
    ])
    expect(await page()).not.toContain('617-555-0199<')
  })

  it('is written by a coordinator who did not stand aside, version by version', async () => {
    who = account(seated, 'peer')
    expect((await write()).status).toBe(404)
    who = account(newId(), 'duty_coordinator')
    const [empty, long] = [await write('0', ''), await write('0', 'x'.repeat(161))]
    expect([empty.status, long.status]).toEqual([400, 400])
    expect((await write()).status).toBe(303)
    // Somebody else wrote meanwhile: what was typed comes back, and what stands stays.
    const late = await write('0', 'Front door')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Front door')
    await at.base.admin.query(
      `insert into activation.stood_aside (region_id, activation_id, account_id) values ($1, $2, $3)`,
      [at.harbor.regionId, plan.activationId, at.rae.accountId],
    )
    who = at.rae
    expect((await write('1', 'Back door')).status).toBe(403)
    const { rows } = await at.base.admin.query('select meeting_point from intervention.briefing')
    expect(rows).toEqual([{ meeting_point: 'Side door, Mill Street' }])
  })

  it('keeps whom to go on to for coordinators alone, once each', async () => {
    const referral: NewReferral = {
      name: 'Tidewater Counseling',
      kind: 'practice',
      town: 'Larkfield',
      telehealth: true,
      languages: ['es'],
      phone: '617-555-0142',
      cost: 'sliding',
      knowsResponders: true,
    }
    const listed = async () =>
      (await at.base.db.read(at.rae, loadReferrals)).filter((one) => one.name === referral.name)
    for (const role of ['peer', 'administrator', 'agency_contact'] as Role[])
      expect(await addReferral(at.base.db, account(newId(), role), referral)).toMatchObject({
        code: 'not_allowed',
      })
    expect(await listed()).toEqual([])
    expect(await addReferral(at.base.db, at.rae, referral)).toMatchObject({ ok: true })
    expect(await addReferral(at.base.db, at.rae, referral)).toMatchObject({
      code: 'listed_already',
      field: 'name',
    })
    const [one] = await listed()
    for (const what of ['vetted', 'retired'] as const)
      expect(await settleReferral(at.base.db, account(newId(), 'peer'), one!.id, what)).toMatchObject({
        code: 'not_allowed',
      })
    const foreign: Actor = { ...account(newId(), 'duty_coordinator'), regionId: newId() } as Actor
    expect(await settleReferral(at.base.db, foreign, one!.id, 'retired')).toMatchObject({
      code: 'unknown_referral',
    })
    expect(await listed()).toHaveLength(1)
    const right = { ...referral, phone: '617-555-0143', languages: ['en', 'es'] }
    const change = (who: Actor, given: NewReferral, seen = seenOf(one!)) =>
      changeReferral(at.base.db, who, one!.id, given, seen)
    expect(await change(account(newId(), 'peer'), right)).toMatchObject({ code: 'not_allowed' })
    expect(await change(foreign, right)).toMatchObject({ code: 'unknown_referral' })
    // Two at once, and a page drawn before: one is kept.
    const both = await Promise.all([change(at.rae, right), change(at.rae, { ...right, town: 'Graywick' })])
    expect(both.filter((kept) => kept.ok)).toHaveLength(1)
    expect(await change(at.rae, { ...right, town: 'Dunmere' })).toMatchObject({ code: 'changed_meanwhile' })
    const [now] = await listed()
    expect(now).toMatchObject({ phone: '617-555-0143', languages: ['en', 'es'], vettedAt: one!.vettedAt })
    const other = { ...referral, name: 'Kettle Clinic' }
    expect(await addReferral(at.base.db, at.rae, other)).toMatchObject({ ok: true })
    const twin = { ...other, town: now!.town }
    await at.base.admin.query('update intervention.referral set town = $1 where name = $2', [
      now!.town,
      other.name,
    ])
    expect(await change(at.rae, twin, seenOf(now!))).toMatchObject({ code: 'listed_already', field: 'name' })
    expect(await settleReferral(at.base.db, at.rae, one!.id, 'retired')).toMatchObject({ ok: true })
    expect(await settleReferral(at.base.db, at.rae, one!.id, 'vetted')).toMatchObject({
      code: 'unknown_referral',
    })
    expect(await listed()).toEqual([])
  })
})
