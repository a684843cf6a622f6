import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type HarborCallOut, no, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import type { Actor } from '../platform/actor.ts'
import { type MemberId, newId } from '../platform/ids.ts'
import { askByName, askMore } from './askMore.server.ts'
import { openSeats, type PlanState } from './planState.ts'
import { loadActivationView } from './view.server.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')

describe('a coordinator who won’t wait', () => {
  let at: HarborCallOut
  let plan: PlanState
  let days = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())
  beforeEach(async () => {
    plan = await at.calledOut(start.add({ hours: 240 * days++ }))
  })
  const others = async (reason: string): Promise<MemberId[]> => {
    const view = (await at.base.db.read(at.rae, (reader) => loadActivationView(reader, plan.activationId)))!
    return view.notChosen.get(plan.id)!.flatMap((one) => (one.reason === reason ? one.memberId : []))
  }

  it('asks a wave more at once, and once if two press', async () => {
    const both = await Promise.all([at.rae, at.coordinator()].map((who) => askMore(at.deps, who, plan.id, 1)))
    expect(both.map((one) => (one.ok ? 'asked' : one.code)).sort()).toEqual(['asked', 'asked_meanwhile'])
    const after = await at.load(plan)
    expect(after.waves.map((wave) => wave.number)).toEqual([1, 2])
    const asked = after.offers.map((offer) => offer.memberId)
    expect(new Set(asked).size).toBe(asked.length)
    // About as many again: those who are silent are not counted on.
    expect(asked.length).toBeGreaterThan(plan.offers.length * 1.5)
    expect(await askMore(at.deps, at.rae, plan.id, 1)).toMatchObject({
      code: 'asked_meanwhile',
      kind: 'conflict',
    })
  })

  it('says when nobody is left to ask', async () => {
    for (let wave = 1; ; wave++) {
      const outcome = await askMore(at.deps, at.rae, plan.id, wave)
      if (outcome.ok) continue
      expect(outcome).toMatchObject({ code: 'nobody_left', kind: 'conflict' })
      break
    }
    expect(await others('others_fit_better')).toEqual([])
  })

  it('asks somebody by name, once, for the seat they can take', async () => {
    const [first] = await others('others_fit_better')
    const asked = await Promise.all(
      [at.rae, at.coordinator()].map((who) => askByName(at.deps, who, plan.id, first!)),
    )
    expect(asked.map((one) => (one.ok ? one.value.offers : one.code)).sort()).toEqual([1, 'cannot_be_asked'])
    const theirs = (await at.load(plan)).offers.filter((offer) => offer.memberId === first)
    expect(theirs).toHaveLength(1)
    expect(await at.answer(theirs[0]!, yes)).toMatchObject({ ok: true, value: { kind: 'seated' } })
  })

  it('asks nobody by name whom the rules keep at home, or who said no', async () => {
    const [affected] = await others('affected_agency')
    expect(affected).toBeDefined()
    const declined = plan.offers[0]!
    await at.answer(declined, no)
    for (const member of [affected!, declined.memberId])
      expect(await askByName(at.deps, at.rae, plan.id, member)).toMatchObject({
        ...{ code: 'cannot_be_asked', field: 'member', kind: 'invalid' },
      })
    expect(await askByName(at.deps, at.rae, plan.id, newId())).toMatchObject({ code: 'unknown_member' })
    expect((await at.load(plan)).offers).toHaveLength(plan.offers.length)
  })

  it('asks nobody for a team that is full, has begun, has ended or is not approved, or for somebody without the role', async () => {
    const [first] = await others('others_fit_better')
    const tried = async (of: PlanState, who: Actor = at.rae) => [
      await askMore(at.deps, who, of.id, of.waves.at(-1)?.number ?? 0),
      await askByName(at.deps, who, of.id, first!),
    ]
    const codes = async (...given: Parameters<typeof tried>) =>
      (await tried(...given)).map((one) => (one.ok ? 'asked' : one.code))
    expect(await codes(plan, { ...at.rae, roles: ['peer'] } as Actor)).toEqual(['not_allowed', 'not_allowed'])
    const foreign = { ...at.rae, regionId: newId() } as Actor
    expect(await codes(plan, foreign)).toEqual(['unknown_plan', 'unknown_plan'])
    await at.answer(plan.offers.find((one) => one.kind === 'lead')!, yes)
    await at.base.setNow(plan.approval!.startsAt)
    expect(await codes(plan)).toEqual(['session_begun', 'session_begun'])
    await at.base.setNow(plan.approval!.at)
    await at.answer(plan.offers.find((one) => one.kind === 'peer')!, yes)
    const full = await at.load(plan)
    expect(openSeats(full)).toEqual([])
    expect(await codes(full)).toEqual(['nobody_left', 'cannot_be_asked'])
    const proposed = await at.proposed(start.add({ hours: 240 * days++ }))
    expect(await codes(proposed)).toEqual(['not_approved_yet', 'not_approved_yet'])
  })
})
