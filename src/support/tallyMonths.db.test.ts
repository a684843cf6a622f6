import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import type { AccountId, RegionId } from '../platform/ids.ts'
import { addRegion, changePolicy, loadPolicy } from '../region/index.server.ts'
import { layTallies, type PastMonth } from './demoTallies.server.ts'
import { openSupport, type SupportBase } from './support.testing.ts'
import { countContact, moveTallies } from './tallies.server.ts'
import { loadTallyMonths } from './tallyMonths.server.ts'

const now = Temporal.Instant.from('2026-11-29T08:12:00Z')
const empty = { discipline: {}, mode: {}, duration: {}, topic: {}, referral: {} }
const past = (monthsAgo: number, contacts: number, more: Partial<PastMonth> = {}): PastMonth => ({
  ...{ monthsAgo, contacts, notices: 1, kinds: empty },
  ...more,
})

describe('the months that are over', () => {
  let at: SupportBase
  let far: RegionId
  beforeAll(async () => {
    at = await openSupport(now)
    const named = { slug: 'far', name: 'Far', state: 'MA', timeZone: 'America/New_York' }
    far = await addRegion(at.base.db, { ...named, teamPhone: '617-555-0198' })
  })
  afterAll(() => at?.stop())

  const months = async (region = at.regionId) =>
    await loadTallyMonths({ db: at.base.db, support: at.stores.db }, region)
  const said = async (region?: RegionId) =>
    (await months(region)).map(
      ({ month, shown }) => `${month.toPlainYearMonth()} ${shown?.contacts ?? 'closed'}`,
    )
  const count = async (contacts: number) => {
    for (let done = 0; done < contacts; done++)
      await countContact(at.stores.db, at.regionId, { mode: 'phone', discipline: 'ems' })
  }
  const move = async (day: string) => {
    await at.base.setNow(Temporal.Instant.from(`${day}T00:05:00Z`))
    await moveTallies(at.stores.db, at.regionId)
  }

  it('are none before anything was moved', async () => {
    expect(await months()).toEqual([])
  })

  it('are the latest twelve, the newest first, each region’s own', async () => {
    const kinds = { ...empty, mode: { phone: 11, message: 9 } }
    await layTallies(at.stores.db, at.regionId, [
      past(1, 30, { notices: 7, kinds }),
      past(2, 4),
      past(12, 9),
      past(13, 80),
    ])
    await layTallies(at.stores.db, far, [past(1, 71), past(2, 72)])
    const own = await said()
    expect(own).toHaveLength(12)
    expect(own[0]).toBe('2026-10 30')
    expect(own[1]).toBe('2026-09 closed')
    expect(own[2]).toBe('2026-08 closed')
    expect(own[11]).toBe('2025-11 9')
    expect((await said(far)).slice(0, 3)).toEqual(['2026-10 71', '2026-09 72', '2026-08 closed'])
    const [october, , , ...older] = await months()
    expect(october!.shown?.notices).toBe(7)
    // Two zeros, which 9 keeps from being told.
    expect(october!.shown?.kinds.mode).toEqual({
      phone: 11,
      message: null,
      in_person: null,
      conversation: null,
    })
    expect(older.at(-1)!.shown?.notices).toBeNull()
  })

  it('begin with one only when its last day was counted, and count no more of it from then on', async () => {
    await count(6)
    await move('2026-11-30')
    await count(2)
    expect((await said())[0]).toBe('2026-10 30')
    await at.base.setNow(Temporal.Instant.from('2026-12-01T00:04:00Z'))
    expect((await said())[0]).toBe('2026-10 30')
    await move('2026-12-01')
    expect((await said())[0]).toBe('2026-11 8')
    await count(5)
    await move('2026-12-02')
    expect((await said()).slice(0, 2)).toEqual(['2026-11 8', '2026-10 30'])
    await move('2027-01-01')
    expect((await said()).slice(0, 3)).toEqual(['2026-12 5', '2026-11 8', '2026-10 30'])
  })

  it('go by the smallest count that stood when they ended, whatever is decided later', async () => {
    const lena: Actor = {
      ...{ kind: 'account', accountId: crypto.randomUUID() as AccountId, regionId: at.regionId },
      roles: ['clinical_director'],
    }
    const decide = async (smallest: number) => {
      const { version } = await at.base.db.read(lena, (reader) => loadPolicy(reader))
      const changes = [{ path: 'tallies.smallestCount', new: smallest }] as const
      expect((await changePolicy(at.base.db, lena, version, changes)).ok).toBe(true)
    }
    const leasts = async () => (await months()).slice(0, 4).map(({ least }) => least)
    expect(await leasts()).toEqual([5, 5, 5, 5])
    await decide(3)
    expect(await leasts()).toEqual([5, 5, 5, 5])
    expect(await said()).toContain('2026-09 closed')
    await count(4)
    await move('2027-02-01')
    await decide(9)
    expect(await leasts()).toEqual([3, 5, 5, 5])
    expect((await said())[0]).toBe('2027-01 4')
  })
})
