import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { addIncident, screen, waitingForScreening } from '../incident/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import { type IncidentId, newId, type RegionId } from '../platform/ids.ts'
import { leaveAtAdvice, openFromIncident } from './request.server.ts'

const now = Temporal.Instant.from('2026-11-23T20:20:00Z')

describe('a call that may qualify', () => {
  let here: HarborCallOut
  beforeAll(async () => {
    here = await openHarborCallOut()
    await here.base.setNow(now)
  })
  afterAll(() => here.stop())

  const imported = (number: string): Promise<IncidentId> =>
    here.base.db.write(here.system, async (tx) => {
      const id = await addIncident(tx, {
        kind: 'other',
        occurredAt: now.subtract({ hours: 3 }),
        overAt: now.subtract({ hours: 2 }),
        town: 'Larkfield',
        number,
        source: 'import',
        groups: [{ agencyId: here.harbor.agencies.get('Larkfield Fire')!, role: 'firefighters', count: 6 }],
      })
      await screen(tx, id, 'may_qualify')
      return id
    })
  const waiting = async () =>
    (await here.base.db.read(here.rae, waitingForScreening)).map((incident) => incident.number)

  it('waits until a coordinator leaves it at advice, which may be said twice', async () => {
    const id = await imported('C-1')
    expect(await waiting()).toEqual(['C-1'])
    expect(await leaveAtAdvice(here.base.db, here.rae, id)).toMatchObject({ ok: true })
    expect(await leaveAtAdvice(here.base.db, here.coordinator(), id)).toMatchObject({ ok: true })
    expect(await waiting()).toEqual([])
  })

  it('is not left at advice once it was confirmed', async () => {
    const id = await imported('C-2')
    expect(await openFromIncident(here.base.db, here.rae, id)).toMatchObject({ ok: true })
    expect(await openFromIncident(here.base.db, here.rae, id)).toMatchObject({ code: 'changed_meanwhile' })
    const late = await leaveAtAdvice(here.base.db, here.coordinator(), id)
    expect(late).toMatchObject({ ok: false, code: 'changed_meanwhile' })
    const { rows } = await here.base.admin.query(
      'select outcome from incident.screening where incident_id = $1',
      [id],
    )
    expect(rows.map((row) => row.outcome).sort()).toEqual(['confirmed', 'may_qualify'])
  })

  it('is nobody else’s to decide, and not there for another region', async () => {
    const id = await imported('C-3')
    const peer: Actor = {
      kind: 'account',
      accountId: here.rae.accountId,
      regionId: here.rae.regionId,
      roles: [],
    }
    expect(await leaveAtAdvice(here.base.db, peer, id)).toMatchObject({ ok: false, code: 'not_allowed' })
    const elsewhere: Actor = { ...here.rae, regionId: newId<RegionId>() }
    expect(await leaveAtAdvice(here.base.db, elsewhere, id)).toMatchObject({ ok: false, kind: 'missing' })
    expect(await waiting()).toEqual(['C-3'])
  })

  it('waits too when a file told it with its groups, while something could still be called out for it', async () => {
    const told = (number: string, days: number) =>
      here.base.db.write(here.system, (tx) =>
        addIncident(tx, {
          kind: 'other',
          occurredAt: now.subtract({ hours: 24 * days }),
          overAt: null,
          town: 'Larkfield',
          number,
          source: 'import',
          groups: [{ agencyId: here.harbor.agencies.get('Larkfield Fire')!, role: 'firefighters', count: 6 }],
        }),
      )
    const [fresh, other] = [await told('G-1', 2), await told('G-2', 27)]
    await told('G-3', 29)
    expect((await waiting()).filter((number) => number?.startsWith('G'))).toEqual(['G-1', 'G-2'])
    await openFromIncident(here.base.db, here.rae, fresh)
    await leaveAtAdvice(here.base.db, here.rae, other)
    expect((await waiting()).filter((number) => number?.startsWith('G'))).toEqual([])
  })
})
