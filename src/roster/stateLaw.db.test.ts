import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPacks } from '../region/index.server.ts'
import { defaultPolicy } from '../region/index.ts'
import { adoptPacks, adoptStateLaw, loadRequirements } from './index.server.ts'
import { openRoster, type Roster } from './roster.testing.ts'
import { law } from './standing.testing.ts'

const packs = readPacks(join(import.meta.dirname, '../..'))

describe('the law a region works under', () => {
  let roster: Roster
  const asked = () => roster.base.db.read(roster.rae, (reader) => loadRequirements(reader, defaultPolicy))
  const adopt = (given: Parameters<typeof adoptStateLaw>[1]) =>
    roster.base.db.write({ kind: 'system', regionId: roster.here.regionId }, (tx) => adoptStateLaw(tx, given))
  const versions = async () =>
    (await roster.base.admin.query('select count(*)::int as n from roster.state_law')).rows[0].n
  beforeAll(async () => {
    roster = await openRoster(Temporal.Instant.from('2026-11-23T20:00:00Z'))
  })
  afterAll(() => roster.base.drop())

  it('asks nothing while no pack was adopted', async () => {
    await adopt(undefined)
    expect(await asked()).toMatchObject({ certifiedBy: null, designation: 'required' })
    expect(await versions()).toBe(0)
  })

  it('is its state’s pack, copied once to every region, by however many processes start', async () => {
    await Promise.all([adoptPacks(roster.base.db, packs), adoptPacks(roster.base.db, packs)])
    await adoptPacks(roster.base.db, packs)
    expect(await versions()).toBe(2)
    const requirements = await asked()
    expect(requirements.certifiedBy).toEqual(['MPSN', 'ICISF'])
    expect(requirements.sources.state_certificate).toBe('M.G.L. c. 233, § 20O')
  })

  it('follows a corrected pack, and keeps what counted before', async () => {
    await adopt(law(null, 'yes'))
    expect(await asked()).toMatchObject({ certifiedBy: null, designation: 'required' })
    expect((await asked()).sources.designation).toBe('the text of the state')
    const kept = await roster.base.admin.query(
      'select version, certified_by from roster.state_law where region_id = $1 order by version',
      [roster.here.regionId],
    )
    expect(kept.rows).toEqual([
      { version: 1, certified_by: ['MPSN', 'ICISF'] },
      { version: 2, certified_by: null },
    ])
  })
})
