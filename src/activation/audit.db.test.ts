import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, no, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { heartbeatHandler, lastBeat, startHeartbeat } from '../platform/heartbeat.server.ts'
import { healthOf } from '../platform/heartbeat.ts'
import { openLog } from '../platform/log.server.ts'
import { auditCallOuts } from './audit.server.ts'
import { advance } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { standDownPlan } from './end.server.ts'
import { nextStep, pendingOffers } from './planState.ts'
import { takeRequest } from './take.server.ts'

const start = Temporal.Instant.from('2060-05-03T20:00:00Z')

describe('everything that runs has a next step', () => {
  let at: HarborCallOut
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  const audit = () => auditCallOuts(at.base.db, at.harbor.regionId)
  const jobs = async (like: string) =>
    (
      await at.base.admin.query('select key from graphile_worker._private_jobs where key like $1', [like])
    ).rows.map((row) => row.key)
  const lose = (like: string) =>
    at.base.admin.query('delete from graphile_worker._private_jobs where key like $1', [like])

  it('a call-out that lost its job gets another one, once', async () => {
    const plan = await at.calledOut(start)
    expect(await audit()).toBe(0)
    await lose(`%${plan.id}`)
    expect(await audit()).toBe(1)
    expect(await jobs(`advance:${plan.id}`)).toHaveLength(1)
    expect(await audit()).toBe(0)
    // A job that failed as often as it may is no next step either.
    await at.base.admin.query(
      'update graphile_worker._private_jobs set attempts = max_attempts where key = $1',
      [`advance:${plan.id}`],
    )
    expect(await audit()).toBe(1)
    expect(await audit()).toBe(0)
    // Nor is one that failed and waits for hours.
    await at.base.admin.query('update graphile_worker._private_jobs set run_at = $2 where key = $1', [
      `advance:${plan.id}`,
      start.add({ hours: 6 }).toString(),
    ])
    expect(await audit()).toBe(1)
    expect(await audit()).toBe(0)
    await at.base.admin.query('delete from graphile_worker._private_jobs')
    // Full teams wait for nothing.
    for (const kind of ['lead', 'peer']) {
      const now = await at.load(plan)
      await at.answer(now.offers.find((one) => one.kind === kind && one.answer === null)!, yes)
    }
    await at.base.admin.query('delete from graphile_worker._private_jobs')
    expect(await audit()).toBe(0)
  })

  it('a call-out with nobody left to ask is looked at again a wave later, and has lost nothing', async () => {
    const plan = await at.calledOut(start.add({ hours: 120 }))
    let now = await at.load(plan)
    while (pendingOffers(now).length > 0) {
      for (const offer of pendingOffers(now)) await at.answer(offer, no)
      await advance(at.deps, at.system, plan.id)
      now = await at.load(plan)
    }
    expect(nextStep(now, start.add({ hours: 120 }))).toBe('next_wave')
    await lose(`advance-now:${plan.id}`)
    expect(await jobs(`advance:${plan.id}`)).toHaveLength(1)
    expect(await audit()).toBe(0)
    await lose(`%${plan.id}`)
    expect(await audit()).toBe(1)
    await lose('%')
    await standDownPlan(at.base.db, at.rae, plan.id)
  })

  it('a request that rings is rung again, until the agency was spoken to', async () => {
    const now = start.add({ hours: 240 })
    const id = await at.requested(now)
    await lose(`ring:${id}`)
    expect(await audit()).toBe(1)
    expect(await jobs(`ring:${id}`)).toHaveLength(1)
    await takeRequest(at.base.db, at.rae, id)
    await lose(`ring:${id}`)
    // Whoever has it is given the promised minutes, and not for ever.
    expect(await audit()).toBe(1)
    await recordContact(at.base.db, at.rae, id, { role: 'supervisor', spokenAt: now, overAt: null })
    await lose(`ring:${id}`)
    expect(await audit()).toBe(0)
  })

  it('beats while a worker takes jobs, and falls silent without one', async () => {
    const now = start.add({ hours: 480 })
    await at.base.setNow(now)
    const health = async () => {
      const last = await lastBeat(at.base.db)
      return healthOf(last.beat, last.now)
    }
    expect(await health()).toBe('no worker')
    await startHeartbeat(at.base.db)
    await startHeartbeat(at.base.db)
    expect(await jobs('heartbeat')).toHaveLength(1)
    await at.base.admin.query('delete from graphile_worker._private_jobs')
    const handler = heartbeatHandler(at.base.db, openLog('silent'), audit)
    await handler.run({})
    expect(await health()).toBe('ok')
    expect(await jobs('heartbeat')).toHaveLength(1)
    await at.base.setNow(now.add({ minutes: 4 }))
    expect(await health()).toBe('no worker')
    await handler.run({})
    expect(await health()).toBe('ok')
    // A beat that fails leaves the next one behind.
    await at.base.admin.query('delete from graphile_worker._private_jobs')
    const broken = heartbeatHandler(at.base.db, openLog('silent'), () => Promise.reject(new Error('broken')))
    await expect(broken.run({})).rejects.toThrow('broken')
    expect(await jobs('heartbeat')).toHaveLength(1)
    await at.base.admin.query('update graphile_worker._private_jobs set attempts = max_attempts')
    await handler.run({})
    // That job was changed by the machine's clock; seen from then, it was given up a moment ago.
    await at.base.admin.query('update tailboard.clock set now = null')
    await handler.run({})
    expect(await health()).toBe('jobs given up')
    // One that runs, and whose key another one took, is on its last try and not lost.
    await at.base.admin.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody' where attempts >= max_attempts`,
    )
    await handler.run({})
    expect(await health()).toBe('ok')
  })
})
