import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalAt, type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import type { AgencyId, MemberId } from '../platform/ids.ts'
import { loadPolicy } from '../region/index.server.ts'
import { ownMember } from '../roster/index.server.ts'
import { approvePlan } from './callOut.server.ts'
import { notChosen } from './explain.ts'
import { pendingOffers } from './planState.ts'
import { questionOf } from './whoCould.server.ts'

const now = Temporal.Instant.from('2027-03-01T20:00:00Z')

describe('whoever chose not to be asked by an agency', () => {
  let at: HarborCallOut
  let larkfield: AgencyId
  let other: AgencyId
  beforeAll(async () => {
    at = await openHarborCallOut()
    larkfield = at.harbor.agencies.get('Larkfield Fire')!
    other = [...at.harbor.agencies.values()].find((agency) => agency !== larkfield)!
  })
  afterAll(() => at?.stop())
  const choose = (memberId: MemberId, agencyId: AgencyId, what: readonly ('call_outs' | 'talks')[]) =>
    ownMember.chooseNotAskedFor(
      at.base.db,
      at.harbor.regionId,
      memberId,
      [agencyId],
      what.map((one) => ({ agencyId, what: one })),
    )
  const later = (days: number) => now.add({ hours: 24 * days })
  const reasonsOf = async (start: Temporal.Instant) => {
    const plan = await at.proposed(start)
    const { call } = (await at.base.db.read(at.rae, (reader) =>
      questionOf(reader, plan.id, start.add({ hours: 3 })),
    ))!
    return new Map(notChosen(call, []).map((one) => [one.memberId, one.reason]))
  }

  it('is not, after an incident there; and is by every other agency, and for talks', async () => {
    const first = await at.calledOut(now)
    const wanted = pendingOffers(first).map((offer) => offer.memberId)
    for (const member of wanted) await choose(member, larkfield, ['call_outs'])
    const again = await at.proposed(later(40))
    expect(await approvePlan(at.deps, at.rae, again.id, approvalAt(later(40)))).toMatchObject({ ok: true })
    const asked = (await at.load(again)).offers.map((offer) => offer.memberId)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((member) => wanted.includes(member))).toEqual([])
    // What they were asked before stays theirs to answer.
    const [offer] = pendingOffers(await at.load(first))
    await at.base.setNow(now.add({ minutes: 5 }))
    expect(await at.answer(offer!, yes)).toMatchObject({ ok: true })
    for (const member of wanted) {
      await choose(member, larkfield, ['talks'])
      await choose(member, other, ['call_outs', 'talks'])
    }
    const free = (await reasonsOf(later(80))).get(wanted.at(-1)!)
    expect(free).toBe('others_fit_better')
    await choose(wanted.at(-1)!, larkfield, ['call_outs'])
    expect((await reasonsOf(later(120))).get(wanted.at(-1)!)).toBe('not_asked_for')
  })

  it('and whoever serves as well where it happened stays at home like its own people', async () => {
    const before = await reasonsOf(later(160))
    const free = [...before].filter(([, reason]) => reason === 'others_fit_better').map(([member]) => member)
    const [member] = free
    await at.base.admin.query(
      'insert into roster.further_agency (region_id, member_id, agency_id) values ($1, $2, $3)',
      [at.harbor.regionId, member, larkfield],
    )
    const { policy } = await at.base.db.read(at.rae, (reader) => loadPolicy(reader))
    expect(policy.affectedAgency).toBe('block')
    const after = await reasonsOf(later(200))
    expect(after.get(member!)).toBe('affected_agency')
    expect(after.get(free[1]!)).toBe('others_fit_better')
  })
})
