import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { type LoadedRegion, loadDemoRegion, readDemoRegion } from '../demonstration.server.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { answerOffer } from './answer.server.ts'
import { advance, approvePlan } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { withdraw } from './leaveTeam.server.ts'
import { type PlanState, pendingOffers, stageOf } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { requestTeam } from './request.server.ts'
import { startSolver } from './solver.server.ts'
import { timelineOf } from './timeline.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')
const long = process.env.TAILBOARD_LONG === '1'
const yes = { conflict: false, choice: 'coming', fromAt: null } as const

describe('a call-out', () => {
  let base: TestDatabase
  let harbor: LoadedRegion
  const solver = startSolver()
  let rae: Actor

  beforeAll(async () => {
    base = await freshDatabase()
    const demo = join(import.meta.dirname, '../../demo')
    harbor = await loadDemoRegion(
      base.db,
      demo,
      readDemoRegion(demo, 'harbor'),
      Temporal.PlainDate.from('2026-11-23'),
      true,
    )
    rae = {
      kind: 'account',
      accountId: newId<AccountId>(),
      regionId: harbor.regionId,
      roles: ['duty_coordinator'],
    }
  })
  afterAll(async () => {
    await solver.stop()
    await base.drop()
  })

  const deps = () => ({ db: base.db, solve: solver.solve })
  const member = (offer: PlanState['offers'][number]): Actor => ({
    kind: 'member',
    memberId: offer.memberId,
    regionId: harbor.regionId,
  })
  const load = async (plan: PlanState) =>
    (await base.db.read(rae, (reader) => loadPlans(reader, { planId: plan.id })))[0]!

  /** A fresh plan, called out at its own hour so that members are free and rested. */
  async function calledOut(daysLater: number): Promise<PlanState> {
    const now = start.add({ hours: 24 * daysLater })
    await base.setNow(now)
    const asked = await requestTeam(base.db, harbor.regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 1 }),
      overAt: now.subtract({ minutes: 30 }),
      town: 'Larkfield',
      agencyId: harbor.agencies.get('Larkfield Fire')!,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!asked.ok) throw new Error(asked.code)
    const { activationId } = asked.value
    const plansOf = () => base.db.read(rae, (reader) => loadPlans(reader, { activationId }))
    expect(await plansOf()).toEqual([])
    await recordContact(base.db, rae, activationId, { role: 'shift commander', spokenAt: now, overAt: null })
    const [plan] = await plansOf()
    const approved = await approvePlan(deps(), rae, plan!.id, {
      startsAt: now.add({ hours: 2 }),
      place: 'Community room',
      signOffRole: null,
    })
    expect(approved).toEqual({ ok: true, value: { offers: 9 } })
    return (await plansOf())[0]!
  }

  /** As if nobody had answered yet: the same plan serves for another race. */
  const nobodyAnswered = (plan: PlanState) =>
    base.admin.query(
      `with offers as (select id, member_id from activation.offer where plan_id = '${plan.id}'),
         acceptances as (delete from activation.acceptance where offer_id in (select id from offers)),
         thanked as (delete from activation.stand_down where offer_id in (select id from offers)),
         bound as (delete from roster.commitment where member_id in (select member_id from offers))
       delete from activation.answer where offer_id in (select id from offers)`,
    )

  it('lets one of two sit in the last seat and tells the other', async () => {
    const plan = await calledOut(0)
    const leads = plan.offers.filter((offer) => offer.kind === 'lead')
    const peer = plan.offers.find((offer) => offer.kind === 'peer')!
    const firsts = new Set<unknown>()
    for (let round = 0; round < (long ? 1000 : 100); round++) {
      await answerOffer(base.db, member(peer), peer.id, yes)
      const both = await Promise.all(
        leads.slice(0, 2).map((offer) => answerOffer(base.db, member(offer), offer.id, yes)),
      )
      const after = await load(plan)
      expect(stageOf(after)).toBe('filled')
      const seated = both.filter((one) => one.ok && one.value.kind === 'seated')
      expect(seated).toHaveLength(1)
      const other = both.find((one) => one !== seated[0])!
      expect(other.ok ? other.value.kind : other.code).toMatch(/filled|seat_taken/)
      expect(pendingOffers(after)).toEqual([])
      firsts.add(both.indexOf(seated[0]!))
      await nobodyAnswered(plan)
    }
    // A race that the same one always wins is none.
    expect(firsts.size).toBe(2)
  }, 900_000)

  it('fills a withdrawn seat again and asks nobody twice', async () => {
    const plan = await calledOut(1000)
    for (const kind of ['lead', 'peer'] as const) {
      const offer = plan.offers.find((one) => one.kind === kind)!
      await answerOffer(base.db, member(offer), offer.id, yes)
    }
    const full = await load(plan)
    expect(stageOf(full)).toBe('filled')
    const leaving = full.offers.find((one) => one.id === full.seats[0]!.taken!.offerId)!
    const bound = async () =>
      (
        await base.admin.query(
          'select 1 from roster.commitment where member_id = $1 and upper(during) > $2',
          [leaving.memberId, start.add({ hours: 24_000 }).toString()],
        )
      ).rowCount
    expect(await bound()).toBe(1)
    expect(await withdraw(base.db, member(leaving), leaving.id)).toEqual({ ok: true, value: null })
    expect(await bound()).toBe(0)
    await advance(deps(), { kind: 'system', regionId: harbor.regionId }, plan.id)
    const again = await load(plan)
    expect(pendingOffers(again).length).toBeGreaterThan(0)
    expect(new Set(again.offers.map((one) => one.memberId)).size).toBe(again.offers.length)
    expect(again.seats.filter((seat) => seat.taken !== null)).toHaveLength(1)
  })

  it('keeps of a conflict nothing that another no does not leave too', async () => {
    const plan = await calledOut(1010)
    const [involved, tired, before] = plan.offers
    const no = { conflict: false, choice: 'not_this_time', fromAt: null } as const
    expect(await answerOffer(base.db, member(involved!), involved!.id, { ...yes, conflict: true })).toEqual({
      ok: true,
      value: { kind: 'noted' },
    })
    await answerOffer(base.db, member(tired!), tired!.id, no)
    await answerOffer(base.db, member(before!), before!.id, no)
    // As an earlier version wrote it.
    await base.admin.query(`update activation.answer set code = 'not_available' where offer_id = $1`, [
      before!.id,
    ])
    const kept = async (id: string) =>
      (
        await base.admin.query(
          'select code, from_at, way, recorded_by from activation.answer where offer_id = $1',
          [id],
        )
      ).rows
    expect(await kept(involved!.id)).toEqual(await kept(tired!.id))
    const after = await load(plan)
    const names = new Map([involved, tired, before].map((offer) => [offer!.memberId, 'Somebody']))
    for (const lang of ['en', 'es'] as const) {
      const told = timelineOf(
        { openedAt: start, request: null, contact: null, outcome: null },
        [after],
        (id) => names.get(id) ?? '',
        lang,
        String,
      ).filter(({ key }) => key.startsWith('answer'))
      expect(told).toHaveLength(3)
      expect(new Set(told.map(({ what }) => what)).size).toBe(1)
    }
    // As with any other no, a slip is theirs to mend: the question is asked again, and they answer for it.
    expect(await answerOffer(base.db, member(involved!), involved!.id, yes)).toMatchObject({ ok: true })
  })

  it('approves a plan once, and nothing for a visitor', async () => {
    const plan = await calledOut(1020)
    const given = { startsAt: start, place: 'Room', signOffRole: null }
    const visitor: Actor = { kind: 'visitor', regionId: harbor.regionId }
    expect(await approvePlan(deps(), visitor, plan.id, given)).toMatchObject({
      ok: false,
      code: 'not_allowed',
    })
    expect(await approvePlan(deps(), rae, plan.id, given)).toMatchObject({
      ok: false,
      code: 'approved_already',
    })
  })
})
