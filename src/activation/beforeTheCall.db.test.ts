import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalAt, type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { addIncident, loadIncident } from '../incident/index.server.ts'
import { assess } from '../incident/index.ts'
import { type ActivationId, newId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { approvePlan } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { loadPlans } from './planStore.server.ts'
import { addPlan } from './proposedPlan.server.ts'
import { openFromIncident, requestTeam } from './request.server.ts'
import { loadActivation } from './store.server.ts'

const now = Temporal.Instant.from('2027-01-11T20:00:00Z')

describe('before anybody spoke to the agency', () => {
  let at: HarborCallOut
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  async function imported(number: string): Promise<ActivationId> {
    await at.base.setNow(now)
    const incidentId = await at.base.db.write(at.system, (tx) =>
      addIncident(tx, {
        kind: 'child_death_or_injury',
        occurredAt: now.subtract({ hours: 1 }),
        overAt: now.subtract({ minutes: 30 }),
        town: 'Larkfield',
        number,
        source: 'import',
        groups: [{ agencyId: at.harbor.agencies.get('Larkfield Fire')!, role: 'firefighters', count: 6 }],
      }),
    )
    const opened = await openFromIncident(at.base.db, at.rae, incidentId)
    if (!opened.ok) throw new Error(opened.code)
    return opened.value.activationId
  }
  const activation = (id: ActivationId) => at.base.db.read(at.rae, (reader) => loadActivation(reader, id))
  const plans = (activationId: ActivationId) =>
    at.base.db.read(at.rae, (reader) => loadPlans(reader, { activationId }))
  /** A plan that no page makes at this moment: the rule must hold without the pages, too. */
  const planTooEarly = (id: ActivationId) =>
    at.base.db.write(at.rae, async (tx) => {
      const incident = (await loadIncident(tx, (await loadActivation(tx, id))!.incidentId!))!
      return await addPlan(tx, id, assess(incident, defaultPolicy, tx.now).proposals[0]!)
    })
  const written = async () => ({
    approvals: await at.count('approval'),
    waves: await at.count('wave'),
    offers: await at.count('offer'),
    jobs: (await at.base.admin.query('select count(*)::int as jobs from graphile_worker.jobs')).rows[0].jobs,
  })

  it('a request sent twice is one, and the second answer is the first; a changed one is another', async () => {
    const facts = {
      kind: 'child_death_or_injury' as const,
      occurredAt: now.subtract({ hours: 3 }),
      overAt: null,
      town: 'Larkfield',
      agencyId: at.harbor.agencies.get('Larkfield Fire')!,
      groups: [{ role: 'firefighters' as const, count: 4 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    }
    const { regionId } = at.harbor
    const key = newId<string>()
    const before = await at.count('activation')
    const both = await Promise.all([1, 2].map(() => requestTeam(at.base.db, regionId, facts, key)))
    const again = await requestTeam(at.base.db, regionId, facts, key)
    expect([...both, again].map((one) => one.ok && one.value.activationId)).toEqual(
      Array(3).fill(both[0]!.ok && both[0]!.value.activationId),
    )
    expect(await at.count('activation')).toBe(before + 1)
    await requestTeam(at.base.db, regionId, { ...facts, town: 'Dunmere' }, key)
    await requestTeam(at.base.db, regionId, facts, newId<string>())
    await requestTeam(at.base.db, regionId, facts)
    expect(await at.count('activation')).toBe(before + 4)
  })

  const origins: [string, () => Promise<ActivationId>][] = [
    ['an agency asked for', () => at.requested(now)],
    ['an import named', () => imported('I-1')],
  ]
  it.each(origins)('nothing is proposed for an incident that %s', async (_what, open) => {
    const id = await open()
    expect(await plans(id)).toEqual([])
    expect((await activation(id))?.contact).toBeNull()
  })

  it.each([
    ['an agency asked for', () => at.requested(now)],
    ['an import named', () => imported('I-2')],
  ] as typeof origins)(
    'no plan is approved for an incident that %s, and nothing is written',
    async (_what, open) => {
      const id = await open()
      const planId = await planTooEarly(id)
      const before = { ...(await written()), version: (await activation(id))?.version }
      expect(await approvePlan(at.deps, at.rae, planId, approvalAt(now))).toEqual({
        ok: false,
        kind: 'conflict',
        code: 'not_spoken_yet',
      })
      expect({ ...(await written()), version: (await activation(id))?.version }).toEqual(before)
    },
  )

  it('an import is called out once the call is recorded', async () => {
    const id = await imported('I-3')
    await recordContact(at.base.db, at.rae, id, { role: 'shift commander', spokenAt: now, overAt: null })
    const [plan] = await plans(id)
    expect(await approvePlan(at.deps, at.rae, plan!.id, approvalAt(now))).toMatchObject({ ok: true })
  })

  it('a call that lies ahead is no call, and nothing is proposed', async () => {
    const id = await at.requested(now)
    const spokenAt = now.add({ hours: 1 })
    expect(
      await recordContact(at.base.db, at.rae, id, { role: 'shift commander', spokenAt, overAt: null }),
    ).toMatchObject({ ok: false, kind: 'invalid', code: 'spoken_in_future', field: 'spokenAt' })
    expect(await plans(id)).toEqual([])
    expect((await activation(id))?.contact).toBeNull()
  })

  it.each([
    ['a call before the incident', { spokenAt: -6 * 60, overAt: null }, 'before_it_happened', 'spokenAt'],
    ['an end before it began', { spokenAt: 0, overAt: -6 * 60 }, 'before_it_happened', 'overAt'],
    ['an end that lies ahead', { spokenAt: 0, overAt: 60 }, 'over_in_future', 'overAt'],
  ])('%s is refused at its field, and nothing is proposed', async (_what, minutes, code, field) => {
    const id = await at.requested(now)
    const spoken = await recordContact(at.base.db, at.rae, id, {
      role: 'shift commander',
      spokenAt: now.add({ minutes: minutes.spokenAt }),
      overAt: minutes.overAt === null ? null : now.add({ minutes: minutes.overAt }),
    })
    expect(spoken).toMatchObject({ ok: false, code, field })
    expect(await plans(id)).toEqual([])
  })
})
