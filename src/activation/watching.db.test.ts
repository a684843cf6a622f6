import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import type { Actor } from '../platform/actor.ts'
import { type ActivationId, newId } from '../platform/ids.ts'
import { openLog } from '../platform/log.server.ts'
import { type Notice, openNotices } from '../platform/notices.server.ts'
import { leave, watch, watchersOf } from './watching.server.ts'

describe('who looks at a board', () => {
  let at: HarborCallOut
  let id: ActivationId
  beforeAll(async () => {
    at = await openHarborCallOut()
    id = await at.requested(Temporal.Instant.from('2026-11-23T20:00:00Z'))
  })
  afterAll(() => at.stop())
  const here = () => at.base.db.read(at.system, (reader) => watchersOf(reader, id))

  it('is known while they look, is told to the others once, and ends when they leave', async () => {
    const heard: (Notice | null)[] = []
    const notices = openNotices(at.base.url('tailboard_app'), null, openLog('silent'))
    const { promise: listening, resolve } = Promise.withResolvers<void>()
    notices.listen((notice) => {
      heard.push(notice)
      if (notice === null) resolve()
    })
    await listening
    const tom = at.coordinator()
    for (const who of [at.rae, at.rae, tom]) await watch(at.base.db, who, id)
    expect(await here()).toEqual([at.rae.accountId, tom.accountId].sort())
    await leave(at.base.db, tom, id)
    expect(await here()).toEqual([at.rae.accountId])
    await expect.poll(() => heard.filter((one) => one?.topic === 'watching').length).toBe(3)
    expect(heard.every((one) => one === null || one.id === id)).toBe(true)
    await notices.close()
  })

  it('is forgotten when they were not seen for a while', async () => {
    await watch(at.base.db, at.rae, id)
    await at.base.admin.query(`update activation.watching set seen_at = tailboard.now() - interval '41 s'`)
    expect(await here()).toEqual([])
    await at.base.admin.query(`update activation.watching set seen_at = tailboard.now() - interval '61 min'`)
    await watch(at.base.db, at.coordinator(), id)
    expect((await at.base.admin.query('select 1 from activation.watching')).rowCount).toBe(1)
  })

  it('is nobody’s business in another region, and no board is watched that isn’t there', async () => {
    const foreign = { ...at.rae, regionId: newId() } as Actor
    await expect(watch(at.base.db, foreign, id)).rejects.toThrow()
    expect(await at.base.db.read(foreign, (reader) => watchersOf(reader, id))).toEqual([])
  })
})
