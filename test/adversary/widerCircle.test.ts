import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allow } from '../../src/activation/allow.server.ts'
import { answerAid, possibleGuests } from '../../src/activation/answerAid.server.ts'
import { askByName, askMore } from '../../src/activation/askMore.server.ts'
import { acceptGuest, askNeighbour, guestLeaves } from '../../src/activation/askNeighbour.server.ts'
import { tick } from '../../src/activation/callOut.server.ts'
import { callForAHand } from '../../src/activation/hand.server.ts'
import { loadAid, moveSession, withdraw } from '../../src/activation/index.server.ts'
import type { OfferState, PlanState } from '../../src/activation/planState.ts'
import { refuseMember } from '../../src/activation/refuse.server.ts'
import { endGrant } from '../../src/identity/index.server.ts'
import { type AccountId, type MemberId, newId } from '../../src/platform/ids.ts'
import { askStandIn } from '../../src/roster/askStandIn.server.ts'
import { suspend } from '../../src/roster/suspension.server.ts'
import { no, yes } from '../harness/harborCallOut.ts'
import { openWhoHears } from '../harness/whoHears.ts'

// "A narrowly targeted test silently widening to everyone is the worst way for this to fail": a comment of the software
// that did. Here each edit of a call-out is followed until nobody is left to ask.
describe('what peer support software got wrong: an edit that widens who hears', () => {
  let at: Awaited<ReturnType<typeof openWhoHears>>
  beforeAll(async () => {
    at = await openWhoHears()
    await at.given('duty_coordinator', at.harbor.regionId, at.rae.accountId)
    await at.change({ 'callOut.messagesPerMinute': 1000, furthestMinutes: 10 })
  }, 60_000)
  beforeEach(() => at.afresh())
  afterAll(() => at?.stop())

  const db = () => at.base.db
  const ids = (offers: readonly OfferState[]) => offers.map((one) => one.memberId)
  /** Asks on, wave by wave, until nobody is left; then all messages go out, to each member once. */
  async function askEverybody(plan: PlanState): Promise<PlanState> {
    for (let wave = (await at.load(plan)).waves.length; ; wave++)
      if (!(await askMore(at.deps, at.rae, plan.id, wave)).ok) break
    await at.work(1)
    const after = await at.load(plan)
    expect(new Set(ids(after.offers)).size).toBe(after.offers.length)
    return after
  }
  async function begun() {
    const plan = await at.calledOut(at.now())
    await at.work()
    return { plan, out: await at.keptOut(plan) }
  }
  const toldOf = async (kind: string, members: readonly MemberId[]) => {
    const theirs = await at.addresses(members)
    return at.told(kind).filter((to) => theirs.has(to))
  }

  it('(e) a moved session, more waves and a name: nobody kept out hears, nobody who said no is asked again', async () => {
    const { plan, out } = await begun()
    const gone = plan.offers.slice(0, 3) as [OfferState, OfferState, OfferState]
    const [declined, refused, left] = gone
    await at.answer(declined, no)
    expect(await at.answer(left, yes)).toMatchObject({ value: { kind: 'seated' } })
    await withdraw(db(), at.member(left), left.id)
    // Refused after they were asked, and before anybody thought of it.
    const unasked = (await at.standings(plan)).next[0]!
    for (const member of [refused.memberId, unasked]) await refuseMember(db(), at.rae, plan.id, member)
    const never = [...ids(gone), unasked]
    await at.work(1)
    at.forget()
    const startsAt = plan.approval!.startsAt.add({ hours: 1 })
    const move = { startsAt, place: 'Day room', reason: 'room', late: true } as const
    expect(await moveSession(db(), at.rae, plan.id, move, 0)).toMatchObject({ ok: true })
    await at.work(1)
    const still = new Set(await at.keptOut(await at.load(plan)))
    const before = at.count()
    for (const member of [...never, newId<MemberId>()])
      expect((await askByName(at.deps, at.rae, plan.id, member)).ok).toBe(false)
    await at.work()
    expect(at.count()).toBe(before)
    await askEverybody(plan)
    const shut = out.filter((one) => still.has(one))
    expect(shut.length).toBeGreaterThan(4)
    for (const kind of ['offer', 'moved']) {
      expect(at.told(kind).length).toBeGreaterThan(3)
      expect(await toldOf(kind, [...shut, ...never])).toEqual([])
    }
  }, 60_000)

  it('(e) what is allowed for one plan widens that and nothing else', async () => {
    const { plan, out } = await begun()
    expect(await allow(db(), at.rae, plan.id, ['farther'], null)).toMatchObject({ ok: true })
    const still = new Set(await at.keptOut(await at.load(plan)))
    at.forget()
    await askEverybody(plan)
    const affected = await at.affected(plan)
    expect(affected.length).toBeGreaterThan(2)
    expect(await toldOf('offer', [...still, ...affected])).toEqual([])
    const wider = out.filter((one) => !still.has(one))
    expect([wider.length > 0, (await toldOf('offer', wider)).length > 0]).toEqual([true, true])
  }, 60_000)

  it('(e) a policy changed after the call-out began changes nothing for it', async () => {
    const { plan, out } = await begun()
    await at.change({ affectedAgency: 'warn', furthestMinutes: 120, perAgencyAtMost: 5, restHours: 1 })
    expect(await at.keptOut(plan)).toEqual(out)
    const after = await askEverybody(plan)
    expect(after.seats).toHaveLength(plan.seats.length)
    expect(await toldOf('offer', out)).toEqual([])
    expect((await allow(db(), at.rae, plan.id, ['affected_agency'], 'nobody_else')).ok).toBe(false)
    // What starts from now on has the new one: more people may be asked.
    await at.afresh()
    expect((await at.keptOut(await at.calledOut(at.now()))).length).toBeLessThan(out.length)
    await at.change({ affectedAgency: 'block', furthestMinutes: 10, perAgencyAtMost: 2, restHours: 48 })
  }, 60_000)

  it('(e) somebody suspended, or refused by the agency, while the message waited is not asked', async () => {
    const plan = await at.calledOut(at.now())
    const [suspended, refused] = ids(plan.offers) as [MemberId, MemberId]
    await suspend(db(), at.actor('clinical_director'), suspended, 'under_review')
    await refuseMember(db(), at.rae, plan.id, refused)
    await at.work(3)
    expect(await toldOf('offer', [suspended, refused])).toEqual([])
    expect(at.told('offer').length).toBeGreaterThan(2)
  }, 60_000)

  it('(e) a role taken while the message waited hears nothing more; one given hears from its own turn on', async () => {
    const [bo, di] = [await at.given('duty_coordinator'), await at.given('administrator')]
    const plan = await at.calledOut(at.now())
    await db().write(at.system, (tx) => callForAHand(tx, plan, 'nobody_left'))
    const activationId = await at.requested(at.now())
    const { rows: rung } = await at.base.admin.query<{ account_id: AccountId }>(
      'select account_id from activation.ring where activation_id = $1',
      [activationId],
    )
    // Both were rung: no shift says who is first.
    expect(rung.map((one) => one.account_id).sort()).toEqual([at.rae.accountId, bo.accountId].sort())
    const taken = { accountId: bo.accountId, role: 'duty_coordinator', agencyId: null } as const
    expect(await endGrant(db(), di, taken)).toMatchObject({ ok: true })
    const cy = await at.given('duty_coordinator')
    await at.work(1)
    const heard = (kind: string) => [...new Set(at.told(kind))].sort()
    for (const kind of ['alert', 'hand']) expect(heard(kind)).toEqual([at.addressOf(at.rae.accountId)])
    at.forget()
    // The next turn of the ladder rings everybody who coordinates by then.
    await tick(at.deps, at.harbor.regionId)
    for (let turn = 0; turn < 4; turn++) await at.work(30)
    expect(heard('alert')).toEqual([at.rae, cy].map((one) => at.addressOf(one.accountId)).sort())
    await endGrant(db(), di, { accountId: cy.accountId, role: 'duty_coordinator', agencyId: null })
  }, 60_000)

  it('(e) a neighbour who is asked, its guest and their leaving reach that one guest and nobody else of either roster', async () => {
    const { plan, out } = await begun()
    const tara = await at.given('duty_coordinator', at.other.regionId)
    at.forget()
    const asked = { kind: 'peer', region: at.other.regionId, consent: true } as const
    for (const [round, leaves] of [true, false].entries()) {
      expect(await askNeighbour(db(), at.rae, plan.id, asked)).toMatchObject({ ok: true })
      const request = (await db().read(at.rae, (reader) => loadAid(reader, { ofPlan: plan.id }))).at(-1)!
      const guest = (await db().read(tara, (reader) => possibleGuests(reader, request)))[0]!.member
      const reply = { code: 'offered', memberId: guest.id, spoken: true } as const
      await at.work(1)
      expect(await answerAid(db(), tara, request.id, reply)).toMatchObject({ ok: true })
      await at.work(1)
      expect(await acceptGuest(db(), at.rae, plan.id, request.id)).toMatchObject({ ok: true })
      if (leaves) expect(await guestLeaves(db(), at.rae, plan.id, request.id)).toMatchObject({ ok: true })
      await at.work(1)
      const theirs = await at.addresses([guest.id])
      expect([round, at.told('guest').filter((to) => !theirs.has(to))]).toEqual([round, []])
      expect(new Set(at.told('aid'))).toEqual(
        new Set([tara, at.rae].map((one) => at.addressOf(one.accountId))),
      )
    }
    await askEverybody(plan)
    const everybody = at.other.members.map((one) => one.id)
    for (const kind of ['offer', 'moved', 'hand', 'alert']) expect(await toldOf(kind, everybody)).toEqual([])
    expect(await toldOf('offer', out)).toEqual([])
  }, 60_000)

  it('(e) a stand-in is asked of those who may take the shift, and not of whom that changed for meanwhile', async () => {
    const holder = at.harbor.members.find((one) => one.member.role === 'peer')!.id
    const span = { from: `${at.now().add({ hours: 24 })}`, until: `${at.now().add({ hours: 36 })}` }
    const shiftId = newId<string>()
    await at.base.admin.query(
      `insert into roster.on_call_shift (region_id, id, member_id, starts_at, ends_at) values ($1, $2, $3, $4, $5)`,
      [at.harbor.regionId, shiftId, holder, span.from, span.until],
    )
    const asked = await askStandIn(db(), at.rae, 'member', shiftId)
    if (!asked.ok) throw new Error(asked.code)
    const { rows } = await at.base.admin.query<{ person: MemberId }>(
      `select j.payload->>'personId' as person from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'roster.askToStandIn'`,
    )
    const may = rows.map((row) => row.person)
    expect([may.length, may.includes(holder)]).toEqual([asked.value.asked, false])
    await suspend(db(), at.actor('clinical_director'), may[0]!, 'under_review')
    await at.work(1)
    expect(await toldOf('stand-in', [may[0]!, holder])).toEqual([])
    const heard = await at.addresses(may.slice(1))
    expect(at.told('stand-in').filter((to) => !heard.has(to))).toEqual([])
    expect(at.told('stand-in')).toHaveLength(may.length - 1)
  }, 60_000)
})
