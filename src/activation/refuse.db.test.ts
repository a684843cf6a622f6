import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalAt, type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { approvePlan, tick } from './callOut.server.ts'
import { pendingOffers } from './planState.ts'
import { refuseMember } from './refuse.server.ts'

const now = Temporal.Instant.from('2027-03-01T20:00:00Z')

describe('the agency asks for somebody else', () => {
  let at: HarborCallOut
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())
  const refuse = (plan: { id: Parameters<typeof refuseMember>[2] }, member: MemberId, actor = at.rae) =>
    refuseMember(at.base.db, actor, plan.id, member)

  it('and whoever was refused before is not asked', async () => {
    const first = await at.calledOut(now)
    const wanted = pendingOffers(first).map((offer) => offer.memberId)
    const again = await at.proposed(now.add({ hours: 24 * 40 }))
    for (const member of wanted) expect(await refuse(again, member)).toMatchObject({ ok: true })
    expect(
      await approvePlan(at.deps, at.rae, again.id, approvalAt(now.add({ hours: 24 * 40 }))),
    ).toMatchObject({
      ok: true,
    })
    const asked = (await at.load(again)).offers.map((offer) => offer.memberId)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((member) => wanted.includes(member))).toEqual([])
  })

  it('and whoever was asked is thanked', async () => {
    const plan = await at.calledOut(now)
    const [offer] = pendingOffers(plan)
    await refuse(plan, offer!.memberId)
    const after = await at.load(plan)
    expect(after.offers.find((one) => one.id === offer!.id)?.stoodDown).toBe(true)
    expect(await at.answer(offer!, yes)).toMatchObject({ ok: false })
  })

  it('and whoever sits already leaves the seat, which is filled again without them', async () => {
    const plan = await at.calledOut(now)
    const [offer] = pendingOffers(plan)
    expect(await at.answer(offer!, yes)).toMatchObject({ ok: true })
    await refuse(plan, offer!.memberId)
    await tick(at.deps, at.harbor.regionId)
    const after = await at.load(plan)
    expect(after.seats.some((seat) => seat.taken?.memberId === offer!.memberId)).toBe(false)
    expect(after.refused).toEqual([offer!.memberId])
    expect(after.offers.find((one) => one.id === offer!.id)?.leftTeam).toBe(true)
    expect(after.offers.filter((one) => one.leftTeam)).toHaveLength(1)
    const bound = await at.base.admin.query(
      'select count(*)::int as rows from roster.commitment where member_id = $1',
      [offer!.memberId],
    )
    expect(bound.rows[0].rows).toBe(0)
    expect(await refuse(plan, offer!.memberId)).toMatchObject({ ok: true })
    expect((await at.load(plan)).refused).toEqual([offer!.memberId])
  })

  it('of this team, and by a coordinator', async () => {
    const plan = await at.calledOut(now)
    expect(await refuse(plan, newId<MemberId>())).toMatchObject({ code: 'unknown_member', field: 'member' })
    const peer = { ...at.coordinator(), roles: ['peer' as const] }
    expect(await refuse(plan, plan.offers[0]!.memberId, peer as never)).toMatchObject({ code: 'not_allowed' })
  })
})
