import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSupport, type SupportBase } from './support.testing.ts'
import { countContact, moveTallies } from './tallies.server.ts'
import { readTally } from './tally.ts'

const now = Temporal.Instant.from('2026-11-29T08:12:00Z')

describe('a contact that is counted', () => {
  let at: SupportBase
  beforeAll(async () => {
    at = await openSupport(now)
  })
  afterAll(() => at?.stop())
  const rows = async (text: string) => (await at.base.admin.query(text)).rows
  const move = () => moveTallies(at.stores.db, at.regionId)
  const monthly = async () =>
    (await rows('select month::text, kind, code, count from support.tally order by 1, 2, 3')).map((row) =>
      Object.values(row).join(' '),
    )

  it('is read from codes alone; what was not said is not counted', () => {
    expect(
      readTally({ discipline: 'fire', mode: 'phone', topic: 'unsaid', duration: '<b>', name: 'Kit' }),
    ).toEqual({
      discipline: 'fire',
      mode: 'phone',
    })
  })

  it('becomes counters apart, which move into their month once a day, all together', async () => {
    await move()
    await countContact(at.stores.db, at.regionId, { discipline: 'fire', mode: 'phone' })
    await countContact(at.stores.db, at.regionId, { discipline: 'ems', mode: 'phone', referral: 'none' })
    await countContact(at.stores.db, at.regionId, {})
    expect(await monthly()).toEqual([])
    expect(await move()).toBe(0)
    await at.base.setNow(now.add({ hours: 24 }))
    expect(await move()).toBe(5)
    expect(await rows('select 1 from support.tally_waiting')).toEqual([])
    expect(await monthly()).toEqual([
      '2026-11-01 contact all 3',
      '2026-11-01 discipline ems 1',
      '2026-11-01 discipline fire 1',
      '2026-11-01 mode phone 2',
      '2026-11-01 referral none 1',
    ])
    await countContact(at.stores.db, at.regionId, { mode: 'phone' })
    await at.base.setNow(now.add({ hours: 48 }))
    await move()
    // Counted on the last of November, moved on the first of December.
    expect(await monthly()).toContain('2026-11-01 mode phone 3')
    expect(await move()).toBe(0)
  })

  it('leaves nothing that says who, when, or what belonged together', async () => {
    const columns = await rows(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'support' and table_name like 'tally%' order by 1`,
    )
    expect(columns.map((row) => row.name)).toEqual([
      ...['tally.code', 'tally.count', 'tally.kind', 'tally.month', 'tally.region_id'],
      ...['tally_moved.moved_on', 'tally_moved.region_id'],
      ...['tally_waiting.code', 'tally_waiting.count', 'tally_waiting.kind', 'tally_waiting.region_id'],
    ])
  })

  it('is counted whole by many at once', async () => {
    await at.base.admin.query('delete from support.tally_waiting')
    await Promise.all(
      Array.from({ length: 20 }, () =>
        countContact(at.stores.db, at.regionId, { discipline: 'fire', mode: 'phone', topic: 'work' }),
      ),
    )
    const counts = await rows('select count from support.tally_waiting')
    expect(counts.map((row) => row.count)).toEqual([20, 20, 20, 20])
  })
})
