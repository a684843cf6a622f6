import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { newId, type RegionId } from './ids.ts'

type Tables = {
  'region.region': {
    region_id: RegionId
    slug: string
    name: string
    state: string
    time_zone: string
    team_phone: string
  }
}

describe('the wall around a region', () => {
  let base: TestDatabase
  const mine = newId<RegionId>()
  const other = newId<RegionId>()
  const row = (region_id: RegionId, slug: string) => ({
    region_id,
    slug,
    name: slug,
    state: 'MA',
    time_zone: 'America/New_York',
    team_phone: '617-555-0100',
  })

  beforeAll(async () => {
    base = await freshDatabase()
    for (const [region, slug] of [
      [mine, 'mine'],
      [other, 'other'],
    ] as const)
      await base.db.write({ kind: 'system', regionId: region }, (tx) =>
        tx.tables<Tables>().insertInto('region.region').values(row(region, slug)).execute(),
      )
  })
  afterAll(() => base.drop())

  it('shows only the rows of the region the transaction was opened for', async () => {
    const seen = await base.db.read({ kind: 'system', regionId: mine }, (reader) =>
      reader.tables<Tables>().selectFrom('region.region').select('slug').execute(),
    )
    expect(seen).toEqual([{ slug: 'mine' }])
  })

  it('shows zero rows to a pooled connection without a region, also after one was used', async () => {
    const seen = await base.db.outside((db) => db.selectFrom('region.region').selectAll().execute())
    expect(seen).toEqual([])
  })

  it('refuses to write a row of another region', async () => {
    const stray = base.db.write({ kind: 'system', regionId: mine }, (tx) =>
      tx.tables<Tables>().insertInto('region.region').values(row(newId<RegionId>(), 'stray')).execute(),
    )
    await expect(stray).rejects.toThrow(/row-level security/)
  })

  it('gives the time of the database, which tests may set', async () => {
    const then = Temporal.Instant.from('2026-03-08T06:59:00Z')
    await base.setNow(then)
    expect(
      (await base.db.read({ kind: 'system', regionId: mine }, async (reader) => reader.now)).equals(then),
    ).toBe(true)
  })

  it('sees one state throughout a read, whatever is committed meanwhile', async () => {
    const names = () => sql<{ name: string }>`select name from region.region`
    const [before, after] = await base.db.read({ kind: 'system', regionId: mine }, async (reader) => {
      const first = await names().execute(reader.tables())
      await base.admin.query('update region.region set name = $1 where slug = $2', ['renamed', 'mine'])
      return [first.rows, (await names().execute(reader.tables())).rows]
    })
    expect(after).toEqual(before)
  })

  it('refuses writing in a read', async () => {
    const attempt = base.db.read({ kind: 'system', regionId: mine }, (reader) =>
      sql`delete from region.region`.execute(reader.tables()),
    )
    await expect(attempt).rejects.toThrow()
  })
})
