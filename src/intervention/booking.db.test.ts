import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import {
  approvePlan,
  bookEducation,
  loadActivation,
  loadPlans,
  recordContact,
} from '../activation/index.server.ts'
import type { PlanState } from '../activation/index.ts'
import { closeOut } from './actions.server.ts'
import type { CloseOut } from './closeOut.ts'
import { enterFollowUp, loadFollowUps } from './followUps.server.ts'

describe('a booked session', () => {
  let at: HarborCallOut
  const now = Temporal.Instant.from('2026-12-01T15:00:00Z')
  let weeks = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
  }, 60_000)
  afterAll(() => at?.stop())

  const held: CloseOut = {
    held: 'as_planned',
    participants: '11_to_20',
    duration: '30_to_60',
    followUpOffered: 'no',
  }
  const staffed = async (people = 12): Promise<PlanState> => {
    await at.base.setNow(now)
    const booked = await bookEducation(at.base.db, at.harbor.regionId, {
      kind: 'roll_call_talk',
      agencyId: at.harbor.agencies.get('Larkfield Fire')!,
      people,
      wishedAt: now.add({ hours: 24 * 7 * ++weeks }),
      wishedElse: null,
      place: 'Day room',
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!booked.ok) throw new Error(booked.code)
    const { activationId } = booked.value
    await recordContact(at.base.db, at.rae, activationId, { role: 'supervisor', spokenAt: now, overAt: null })
    const [plan] = await at.base.db.read(at.rae, (reader) => loadPlans(reader, { activationId }))
    const startsAt = now.add({ hours: 24 * 7 * weeks })
    const approved = await approvePlan(at.deps, at.rae, plan!.id, {
      startsAt,
      place: 'Day room',
      signOffRole: null,
    })
    if (!approved.ok) throw new Error(approved.code)
    for (const kind of ['lead', 'peer']) {
      const asked = (await at.load(plan!)).offers
      await at.answer(asked.find((one) => one.kind === kind && one.answer === null)!, yes)
    }
    return await at.load(plan!)
  }
  const bands = async (plan: PlanState) =>
    (
      await at.base.admin.query(
        'select held, participants, duration, follow_up_offered from intervention.close_out where plan_id = $1',
        [plan.id],
      )
    ).rows

  it('closes once its hour has come, and nothing follows: no call, no check of the team, no date', async () => {
    const plan = await staffed()
    expect(await closeOut(at.base.db, at.rae, plan.id, held)).toMatchObject({ code: 'session_ahead' })
    await at.base.setNow(plan.approval!.endsAt)
    expect(await closeOut(at.base.db, at.rae, plan.id, held)).toMatchObject({ ok: true })
    expect(await bands(plan)).toEqual([
      { held: 'as_planned', participants: '11_to_20', duration: '30_to_60', follow_up_offered: false },
    ])
    const [ended] = await at.base.db.read(at.rae, async (reader) => [
      await loadActivation(reader, plan.activationId),
    ])
    expect(ended?.outcome?.code).toBe('closed')
    const followUps = await at.base.db.read(at.rae, (reader) => loadFollowUps(reader, { plan: plan.id }))
    expect(followUps).toEqual([])
    const day = Temporal.PlainDate.from('2027-03-01')
    const entered = await enterFollowUp(at.base.db, at.rae, plan.id, 'trial', day)
    expect(entered).toMatchObject({ ok: false, code: 'unknown_plan' })
  })

  it('of a few closes without counts', async () => {
    const plan = await staffed(4)
    await at.base.setNow(plan.approval!.endsAt)
    await closeOut(at.base.db, at.rae, plan.id, { ...held, participants: '5_to_10' })
    expect(await bands(plan)).toMatchObject([{ participants: 'under_5' }])
  })
})
