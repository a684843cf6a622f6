import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { callOut } from '../../test/harness/journey.ts'
import type { Actor } from '../platform/actor.ts'
import type { PlanId } from '../platform/ids.ts'
import { allow } from './allow.server.ts'
import { standDownPlan } from './end.server.ts'
import { loadPlans } from './planStore.server.ts'

describe('what a coordinator allows for one plan', () => {
  let here: Installation
  let rae: Actor
  let planId: PlanId

  beforeAll(async () => {
    here = await openInstallation()
    rae = {
      kind: 'account',
      accountId: here.coordinator,
      regionId: here.harbor.regionId,
      roles: ['duty_coordinator'],
    }
    planId = (await callOut(here)).planId
  }, 60_000)
  afterAll(() => here?.stop())

  const plan = async () => (await here.services.db.read(rae, (reader) => loadPlans(reader, { planId })))[0]!
  const policy = (affectedAgency: string) =>
    here.base.admin.query(
      `update region.policy set settings = jsonb_set(settings, '{affectedAgency}', to_jsonb($1::text))`,
      [affectedAgency],
    )

  it('is kept once, with who and when', async () => {
    for (const what of [['farther'], ['farther', 'one_more_of_an_agency']] as const)
      expect(await allow(here.services.db, rae, planId, what, null)).toMatchObject({ ok: true })
    expect((await plan()).allowed.map((one) => [one.what, one.reason, one.by])).toEqual([
      ['farther', null, here.coordinator],
      ['one_more_of_an_agency', null, here.coordinator],
    ])
  })

  it('is not somebody of the affected agency where the region blocks them', async () => {
    expect(await allow(here.services.db, rae, planId, ['affected_agency'], 'nobody_else')).toMatchObject({
      ok: false,
      code: 'affected_agency_blocked',
    })
  })

  it('says why, where the region only warns, and lets nobody of them be asked before', async () => {
    await policy('warn')
    const affected = async () => {
      const { rows } = await here.base.admin.query(
        `select count(*)::int as asked from activation.offer o
         join roster.member m on m.region_id = o.region_id and m.id = o.member_id
         join activation.plan p on p.region_id = o.region_id and p.id = o.plan_id
         where m.agency_id = p.agency_id and p.id = $1`,
        [planId],
      )
      return rows[0].asked as number
    }
    expect(await affected()).toBe(0)
    expect(await allow(here.services.db, rae, planId, ['affected_agency'], null)).toMatchObject({
      ok: false,
      code: 'reason_missing',
      field: 'reason',
    })
    expect((await plan()).allowed).toHaveLength(2)
    await allow(here.services.db, rae, planId, ['affected_agency'], 'other_unit')
    expect((await plan()).allowed.at(-1)).toMatchObject({ what: 'affected_agency', reason: 'other_unit' })
  })

  it('is nobody else’s to allow, and nothing for a plan that has ended', async () => {
    const peer: Actor = { ...rae, roles: ['peer'] } as Actor
    expect(await allow(here.services.db, peer, planId, ['farther'], null)).toMatchObject({
      code: 'not_allowed',
    })
    await standDownPlan(here.services.db, rae, planId)
    expect(await allow(here.services.db, rae, planId, ['farther'], null)).toMatchObject({
      code: 'ended_already',
    })
  })
})
