import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { openLog } from './log.server.ts'
import { type Notice, type Notices, openNotices } from './notices.server.ts'

const start = Temporal.Instant.from('2060-06-01T20:00:00Z')

describe('notices', () => {
  let at: HarborCallOut
  let notices: Notices
  const heard: (Notice | null)[] = []
  beforeAll(async () => {
    at = await openHarborCallOut()
    notices = openNotices(at.base.url('tailboard_app'), null, openLog('silent'))
    notices.listen((notice) => heard.push(notice))
    await vi.waitFor(() => expect(heard).toEqual([null]))
  })
  afterAll(async () => {
    await notices.close()
    await at.stop()
  })

  it('tell of what was committed, by ids alone, and of nothing that was undone', async () => {
    const plan = await at.calledOut(start)
    await vi.waitFor(() => expect(heard.some((one) => one?.id === plan.activationId)).toBe(true))
    const before = heard.length
    await at.answer(plan.offers[0]!, yes)
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before))
    const last = heard.at(-1)!
    expect(Object.keys(last).sort()).toEqual(['id', 'region', 'topic', 'version'])
    const write = (version: number, end: () => void) =>
      at.base.db.write(at.rae, async (tx) => {
        await tx
          .tables<{ 'activation.activation': { version: number; region_id: string } }>()
          .updateTable('activation.activation')
          .set({ version })
          .where('region_id', '=', tx.regionId)
          .execute()
        end()
      })
    const undone = () => {
      throw new Error('undone')
    }
    await expect(write(98, undone)).rejects.toThrow('undone')
    await write(99, () => {})
    // Notices come in the order of their transactions: what was undone would have come before.
    await vi.waitFor(() => expect(heard.some((one) => one?.version === 99)).toBe(true))
    expect(heard.some((one) => one?.version === 98)).toBe(false)
  })

  it('come back after the connection was cut, and say that something may have been missed', async () => {
    const before = heard.filter((one) => one === null).length
    await at.base.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen tailboard' and datname = current_database()`,
    )
    await vi.waitFor(() => expect(heard.filter((one) => one === null).length).toBe(before + 1), {
      timeout: 8000,
    })
    const quiet = heard.length
    await at.requested(start.add({ hours: 240 }))
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(quiet))
  })
})
