import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalAt, type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { loadIncident } from '../incident/index.server.ts'
import type { FurtherFacts } from '../incident/index.ts'
import type { ActivationId } from '../platform/ids.ts'
import { approvePlan } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { closePlan, endActivation } from './end.server.ts'
import { loadPlans } from './planStore.server.ts'
import { seeToStep } from './postvention.server.ts'
import { stillWithheld } from './reproposal.ts'
import { requestTeam } from './request.server.ts'
import { loadRunning } from './running.server.ts'
import { loadActivation } from './store.server.ts'
import { loadFurtherView, tellFurther } from './tellFurther.server.ts'
import { loadActivationView } from './view.server.ts'
import type { IncidentView } from './view.ts'

const now = Temporal.Instant.from('2027-03-01T20:00:00Z')

describe('what the agency tells on the phone', () => {
  let at: HarborCallOut
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  const plansOf = (activationId: ActivationId) =>
    at.base.db.read(at.rae, (reader) => loadPlans(reader, { activationId }))
  const viewOf = async (id: ActivationId) =>
    (await at.base.db.read(at.rae, (reader) => loadActivationView(reader, id))) as IncidentView
  async function known(id: ActivationId) {
    const view = (await at.base.db.read(at.rae, (reader) => loadFurtherView(reader, id)))!
    return { facts: view.incident.further, seen: view.versions[0]?.recordedAt.toString() ?? null }
  }
  async function tell(id: ActivationId, told: Partial<FurtherFacts>) {
    const { facts, seen } = await known(id)
    return await tellFurther(at.base.db, at.rae, id, { ...facts, ...told }, seen)
  }
  const spoken = (id: ActivationId) =>
    recordContact(at.base.db, at.rae, id, { role: 'shift commander', spokenAt: now, overAt: null })
  async function asked(kind: 'colleague_suicide' | 'officer_involved_shooting'): Promise<ActivationId> {
    await at.base.setNow(now)
    const agency = 'Larkfield Police'
    const request = await requestTeam(at.base.db, at.harbor.regionId, {
      kind,
      occurredAt: now.subtract({ hours: 1 }),
      overAt: now.subtract({ minutes: 30 }),
      town: 'Larkfield',
      agencyId: at.harbor.agencies.get(agency)!,
      groups: [{ role: 'officers', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!request.ok) throw new Error(request.code)
    return request.value.activationId
  }

  it('decides what is proposed once the agency was spoken to', async () => {
    const id = await at.requested(now)
    expect(await tell(id, { goingStraightBack: 'yes' })).toMatchObject({ ok: true })
    expect(await plansOf(id)).toEqual([])
    await spoken(id)
    expect((await plansOf(id)).map((plan) => plan.type)).toEqual(['onSceneSupport'])
  })

  it('proposes again what nobody approved yet, and brings families their own', async () => {
    const plan = await at.proposed(now)
    expect(plan.type).toBe('defusing')
    await tell(plan.activationId, { goingStraightBack: 'yes', familiesAffected: 'yes' })
    const after = await plansOf(plan.activationId)
    expect(after.map((one) => `${one.type} ${one.role} ${one.count}`).sort()).toEqual([
      'familySupport families null',
      'onSceneSupport firefighters 6',
    ])
  })

  it('leaves a proposal alone that the rules still make', async () => {
    const plan = await at.proposed(now)
    await tell(plan.activationId, { mediaAttention: 'yes' })
    expect((await plansOf(plan.activationId)).map((one) => one.id)).toEqual([plan.id])
  })

  it('never touches what a human approved, and says what speaks against it', async () => {
    const plan = await at.calledOut(now)
    await tell(plan.activationId, { goingStraightBack: 'yes' })
    const [kept, ...others] = await plansOf(plan.activationId)
    expect(others).toEqual([])
    expect(kept).toEqual(await at.load(plan))
    expect(kept?.approval).not.toBeNull()
    const view = await viewOf(plan.activationId)
    expect(view.assessment.proposals[0]?.ruledOut.map((one) => one.type)).toContain('defusing')
  })

  it('does not call a group without a session whose session has been', async () => {
    const plan = await at.calledOut(now)
    await at.base.setNow(now.add({ hours: 300 }))
    const { plans, assessment } = await viewOf(plan.activationId)
    expect(assessment.withheld.map((one) => one.because[0]?.code)).toEqual(['windows_missed'])
    expect(stillWithheld(plans, assessment)).toEqual([])
    expect(stillWithheld([], assessment)).toEqual(assessment.withheld)
  })

  it('tells the second of two coordinators that somebody was faster', async () => {
    const id = await at.requested(now)
    const { facts, seen } = await known(id)
    const first = await tellFurther(at.base.db, at.rae, id, { ...facts, fatalities: 'yes' }, seen)
    const second = await tellFurther(at.base.db, at.coordinator(), id, { ...facts, fatalities: 'no' }, seen)
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({ ok: false, kind: 'conflict', code: 'told_meanwhile' })
    expect((await known(id)).facts.fatalities).toBe('yes')
  })

  it('is not taken from anybody but coordinators, nor after the end', async () => {
    const id = await at.requested(now)
    const { facts, seen } = await known(id)
    const peer = { ...at.coordinator(), roles: ['peer' as const] }
    expect(await tellFurther(at.base.db, peer, id, facts, seen)).toMatchObject({ code: 'not_allowed' })
    await spoken(id)
    await endActivation(at.base.db, at.rae, id, 'advice_only')
    expect(await tellFurther(at.base.db, at.rae, id, facts, seen)).toMatchObject({ code: 'ended_already' })
  })

  it('opens no group after a shooting before statements are complete', async () => {
    const id = await asked('officer_involved_shooting')
    await spoken(id)
    expect(await plansOf(id)).toEqual([])
    const { assessment } = await viewOf(id)
    expect(assessment.withheld[0]?.because[0]?.code).toBe('statements_first')
    await tell(id, { statementsCompleted: 'yes' })
    expect((await plansOf(id)).map((plan) => plan.type)).toEqual(['defusing'])
  })

  it('takes group process after a suicide only with a sign-off, and opens a postvention plan', async () => {
    const id = await asked('colleague_suicide')
    await tell(id, { chaplainWanted: 'yes' })
    await spoken(id)
    const plans = await plansOf(id)
    expect(plans.map((plan) => plan.type).sort()).toEqual(['defusing', 'pastoralSupport'])
    const circle = plans.find((plan) => plan.type === 'defusing')!
    expect(await approvePlan(at.deps, at.rae, circle.id, approvalAt(now))).toMatchObject({
      ok: false,
      code: 'needs_sign_off',
    })
    const chaplain = plans.find((plan) => plan.type === 'pastoralSupport')!
    expect(await approvePlan(at.deps, at.rae, chaplain.id, approvalAt(now))).toMatchObject({ ok: true })

    expect(await seeToStep(at.base.db, at.rae, id, 'postvention_facts')).toMatchObject({ ok: true })
    await at.base.setNow(now.add({ minutes: 5 }))
    expect(await seeToStep(at.base.db, at.coordinator(), id, 'postvention_facts')).toMatchObject({ ok: true })
    expect([...(await viewOf(id)).postvention]).toEqual([['postvention_facts', now]])
  })

  it('opens a postvention plan for nothing else', async () => {
    const id = await at.requested(now)
    expect(await seeToStep(at.base.db, at.rae, id, 'postvention_plan')).toMatchObject({ ok: false })
    expect((await viewOf(id)).postvention.size).toBe(0)
  })

  it('warns of people whom the law does not name', async () => {
    const id = await at.requested(now)
    const incidentId = (await at.base.db.read(at.rae, (reader) => loadActivation(reader, id)))!.incidentId!
    await at.base.admin.query(
      `insert into incident.affected_group (region_id, incident_id, agency_id, role, count)
       select region_id, incident_id, agency_id, 'dispatchers', 4 from incident.affected_group where incident_id = $1`,
      [incidentId],
    )
    expect(
      (await at.base.db.read(at.rae, (reader) => loadIncident(reader, incidentId)))!.groups,
    ).toHaveLength(2)
    await spoken(id)
    const said = new Map(
      (await plansOf(id)).map((plan) => [plan.role, plan.contraindications.map((one) => one.code)]),
    )
    expect(said.get('dispatchers')).toEqual(['law_does_not_name', 'law_mixed'])
    expect(said.get('firefighters')).toEqual(['law_mixed'])
  })

  it('keeps an activation open for officers whose statements are not complete, until somebody says it is done', async () => {
    const id = await asked('officer_involved_shooting')
    await spoken(id)
    await tell(id, { familiesAffected: 'yes', statementsCompleted: 'no' })
    const [families] = await plansOf(id)
    expect(families!.role).toBe('families')
    await approvePlan(at.deps, at.rae, families!.id, approvalAt(now.add({ hours: 3 })))
    const { offers } = await at.load(families!)
    await at.answer(offers[0]!, yes)
    await at.base.setNow((await at.load(families!)).approval!.startsAt.add({ hours: 1 }))
    expect(await endActivation(at.base.db, at.rae, id, 'closed')).toMatchObject({
      code: 'ending_does_not_fit',
    })
    await at.base.db.write(at.rae, (tx) => closePlan(tx, families!.id))
    expect((await viewOf(id)).activation.outcome).toBeNull()
    const waits = async () =>
      (await at.base.db.read(at.rae, loadRunning)).running
        .filter((one) => one.activation.id === id)
        .flatMap((one) => one.waits.map((group) => group.role))
    expect(await waits()).toEqual(['officers'])
    // Their statements are complete: there is a session to approve, and the plan that was held stays.
    await tell(id, { statementsCompleted: 'yes' })
    expect(await waits()).toEqual([])
    expect((await plansOf(id)).map((one) => one.role)).toContain('officers')
    expect(await endActivation(at.base.db, at.rae, id, 'declined')).toMatchObject({
      code: 'ending_does_not_fit',
      field: 'code',
    })
    expect(await endActivation(at.base.db, at.rae, id, 'closed')).toMatchObject({ ok: true })
  })

  it('shows that two requests may be about one event, while both run', async () => {
    for (const { activation } of (await at.base.db.read(at.rae, loadRunning)).running)
      await endActivation(at.base.db, at.rae, activation.id, 'declined')
    const [first, second] = [await asked('colleague_suicide'), await asked('colleague_suicide')]
    await asked('officer_involved_shooting')
    expect((await viewOf(second!)).twins.map((one) => one.id)).toEqual([first])
    expect((await viewOf(first!)).twins.map((one) => one.id)).toEqual([second])
    await endActivation(at.base.db, at.rae, first!, 'referred_elsewhere')
    expect((await viewOf(second!)).twins).toEqual([])
  })
})
