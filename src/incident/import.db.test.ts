import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import type { Actor } from '../platform/actor.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import { addAgencies, addRegion } from '../region/index.server.ts'
import { importIncidents } from './import.server.ts'
import { importReport } from './importReport.ts'
import { type Mapping, readMapping } from './mapping.ts'
import { loadIncidents, waitingForScreening } from './store.server.ts'

const demo = (name: string) => readFileSync(new URL(`../../demo/${name}`, import.meta.url), 'utf8')
function mappingOf(name: string): Mapping {
  const read = readMapping(demo(`${name}/mapping.json`))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.mapping
}
const groups = mappingOf('harbor')
const calls = mappingOf('montgomery')
const harborAgencies = (JSON.parse(demo('harbor/region.json')) as { agencies: never[] }).agencies
const header = 'number,kind,occurred_at,over_at,town,agency,role,count'
const row = (number: string, agency = 'Alderbrook Police', count = '4') =>
  `${number},other,2026-06-02 14:20,,Alderbrook,${agency},officers,${count}`

describe('importing incidents', () => {
  let base: TestDatabase
  let made = 0

  beforeAll(async () => {
    base = await freshDatabase()
  })
  afterAll(() => base.drop())

  async function region(): Promise<{ regionId: RegionId; actor: Actor }> {
    const regionId = await addRegion(base.db, {
      slug: `harbor-${made++}`,
      name: 'Harbor Region',
      state: 'MA',
      timeZone: 'America/New_York',
      teamPhone: '617-555-0142',
    })
    const actor: Actor = { kind: 'system', regionId }
    await base.db.write(actor, (tx) => addAgencies(tx, harborAgencies))
    return { regionId, actor }
  }
  const saved = async (regionId: RegionId) =>
    (
      await base.admin.query<{ number: string; groups: number }>(
        `select number, (select count(*)::int from incident.affected_group g where g.region_id = i.region_id and g.incident_id = i.id) as groups
         from incident.critical_incident i where region_id = $1 order by number`,
        [regionId],
      )
    ).rows

  it('saves Harbor’s file, and a second time knows all of it', async () => {
    const { regionId, actor } = await region()
    const run = () =>
      importIncidents(base.db, actor, regionId, demo('harbor/incidents.csv'), groups, { dryRun: false })
    expect(await run()).toMatchObject({ read: 90, new: 49, known: 0, written: 49, broken: [], outside: [] })
    const first = await saved(regionId)
    expect(first).toHaveLength(49)
    expect(first.reduce((sum, one) => sum + one.groups, 0)).toBe(90)
    expect(await run()).toMatchObject({ read: 90, new: 0, known: 49, written: 0 })
    expect(await saved(regionId)).toEqual(first)
  })

  it('saves nothing in a dry run, and reports what it would', async () => {
    const { regionId, actor } = await region()
    const report = await importIncidents(base.db, actor, regionId, demo('harbor/incidents.csv'), groups, {
      dryRun: true,
    })
    expect(report).toMatchObject({ dryRun: true, new: 49, written: 0 })
    expect(await saved(regionId)).toEqual([])
    expect(importReport(report)).toContain('Dry run: nothing was saved.')
  })

  it('half-saves nothing: broken rows and unknown agencies leave their incident out, others are saved', async () => {
    const { regionId, actor } = await region()
    const csv = [
      header,
      row('B-1'),
      row('B-1', 'Larkfield Fire', 'many'),
      row('B-2', 'Nowhere Police'),
      row('B-3'),
    ]
    const report = await importIncidents(base.db, actor, regionId, csv.join('\n'), groups, { dryRun: false })
    expect(await saved(regionId)).toEqual([{ number: 'B-3', groups: 1 }])
    expect(report).toMatchObject({ new: 1, written: 1 })
    expect(importReport(report).split('\n')).toEqual([
      '4 rows read.',
      '1 incident new, 0 known already (by number; left as they are).',
      '2 broken rows; no incident with a broken row is saved:',
      '  row 3, "count": "many" is no number of people. Give a whole number from 1 to 5000. Leaves out row 2.',
      '  row 4, "agency": this region has no agency called "Nowhere Police". Add the agency to the region, or translate the name under "agency.values" in the mapping.',
      '1 incident saved. Correct the broken rows and import the file again: what is saved is recognized.',
    ])
  })

  it('takes nothing that has not happened yet', async () => {
    const { regionId, actor } = await region()
    const early = row('F-1').replace(/\d{4}-/g, '2031-')
    const report = await importIncidents(
      base.db,
      actor,
      regionId,
      [header, early, row('F-2')].join('\n'),
      groups,
      {
        dryRun: false,
      },
    )
    expect(await saved(regionId)).toEqual([{ number: 'F-2', groups: 1 }])
    expect(report.broken).toMatchObject([{ row: 2, what: 'this lies in the future' }])
  })

  it('is all or nothing when the database refuses halfway', async () => {
    const { regionId, actor } = await region()
    await base.admin.query(
      `alter table incident.critical_incident add constraint planted check (number <> 'C-2')`,
    )
    const run = importIncidents(
      base.db,
      actor,
      regionId,
      [header, row('C-1'), row('C-2')].join('\n'),
      groups,
      {
        dryRun: false,
      },
    )
    await expect(run).rejects.toThrow(/planted/)
    await base.admin.query('alter table incident.critical_incident drop constraint planted')
    expect(await saved(regionId)).toEqual([])
  })

  it('saves once when two imports of one file race', async () => {
    const { regionId, actor } = await region()
    const run = () =>
      importIncidents(base.db, actor, regionId, demo('harbor/incidents.csv'), groups, { dryRun: false })
    const reports = await Promise.all([run(), run()])
    expect(reports.map((report) => report.written).sort()).toEqual([0, 49])
    expect(await saved(regionId)).toHaveLength(49)
  })

  it('screens calls: those that may qualify wait for a coordinator', async () => {
    const { regionId, actor } = await region()
    await base.db.write(actor, (tx) =>
      addAgencies(
        tx,
        ['Abington, fire service', 'Abington, ambulance service'].map((name) => ({
          name,
          town: 'Abington',
          state: 'PA',
          discipline: name.endsWith('ambulance service') ? 'ems' : 'fire',
          latitude: null,
          longitude: null,
        })),
      ),
    )
    const csv = [
      'number,received_at,nature,township',
      'A1,2016-01-15 13:23,Fire: BUILDING FIRE,ABINGTON',
      'A2,2016-01-15 13:24,EMS: BUILDING FIRE,ABINGTON',
      'A3,2016-01-15 14:24,EMS: FALL VICTIM,ABINGTON',
      'A4,2016-01-15 14:24,EMS: FALL VICTIM,BUCKS COUNTY',
      'A5,2016-01-15 14:24,EMS: FALL VICTIM,TRAPPE',
    ].join('\n')
    const report = await importIncidents(base.db, actor, regionId, csv, calls, { dryRun: false })
    expect(report).toMatchObject({ read: 5, new: 2, mayQualify: 1, adviceOnly: 1, written: 2 })
    expect(report.outside).toEqual([{ row: 5, what: 'BUCKS COUNTY' }])
    expect(report.broken).toEqual([
      expect.objectContaining({
        row: 6,
        what: 'this region has no agency called "Trappe, ambulance service"',
      }),
    ])
    const waiting = await base.db.read(actor, waitingForScreening)
    expect(waiting.map((one) => one.number)).toEqual(['A1'])
    const loaded = await base.db.read(actor, (reader) => loadIncidents(reader, [waiting[0]!.id]))
    expect([...loaded.values()][0]!.groups.map((group) => group.role).sort()).toEqual([
      'firefighters',
      'medics',
    ])
  })

  it('refuses visitors, members and another region’s coordinator', async () => {
    const { regionId } = await region()
    const stranger = newId<RegionId>()
    const actors: Actor[] = [
      { kind: 'visitor', regionId },
      { kind: 'member', memberId: newId(), regionId },
      { kind: 'account', accountId: newId(), regionId, roles: ['peer', 'agency_contact'] },
      { kind: 'account', accountId: newId(), regionId: stranger, roles: ['duty_coordinator'] },
    ]
    for (const actor of actors)
      await expect(
        importIncidents(base.db, actor, regionId, [header, row('D-1')].join('\n'), groups, { dryRun: false }),
      ).rejects.toThrow(/may not import/)
    expect(await saved(regionId)).toEqual([])
  })
})
