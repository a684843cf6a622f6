import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, type AgencyId, type IncidentId, newId, type RegionId } from '../platform/ids.ts'
import { addAgencies, addRegion } from '../region/index.server.ts'
import { loadFurther, recordFurther } from './further.server.ts'
import {
  earlierIncidentBands,
  exposures,
  type FurtherFacts,
  interpreterLanguages,
  investigations,
  nothingFurtherKnown,
  shiftPatterns,
  told,
} from './further.ts'
import { addIncident, loadIncident } from './store.server.ts'

const start = Temporal.Instant.from('2026-11-23T20:00:00Z')

describe('the second page of facts, kept', () => {
  let base: TestDatabase
  let regionId: RegionId
  let system: Actor
  let agencyId: AgencyId
  const accountId = newId<AccountId>()

  beforeAll(async () => {
    base = await freshDatabase()
    await base.setNow(start)
    regionId = await region('harbor')
    system = { kind: 'system', regionId }
    agencyId = await base.db.write(system, async (tx) => {
      const agencies = await addAgencies(tx, [
        {
          name: 'Larkfield Fire',
          town: 'Larkfield',
          state: 'MA',
          discipline: 'fire',
          latitude: null,
          longitude: null,
        },
      ])
      return agencies.get('Larkfield Fire')!
    })
  })
  afterAll(() => base.drop())

  const region = (slug: string) =>
    addRegion(base.db, {
      slug,
      name: slug,
      state: 'MA',
      timeZone: 'America/New_York',
      teamPhone: '617-555-0142',
    })
  const incident = () =>
    base.db.write(system, (tx) =>
      addIncident(tx, {
        kind: 'grotesque_scene',
        occurredAt: start.subtract({ hours: 3 }),
        overAt: null,
        town: 'Larkfield',
        number: null,
        source: 'form',
        groups: [{ agencyId, role: 'firefighters', count: 6 }],
      }),
    )
  const record = (id: IncidentId, facts: Partial<FurtherFacts>, actor: Actor = system) =>
    base.db.write(actor, (tx) => recordFurther(tx, id, { ...nothingFurtherKnown, ...facts }))
  const history = async (id: IncidentId, actor: Actor = system) =>
    (await base.db.read(actor, (reader) => loadFurther(reader, [id]))).get(id) ?? []
  const knownOf = async (id: IncidentId) =>
    (await base.db.read(system, (reader) => loadIncident(reader, id)))?.further

  it('says that nothing is known before anybody spoke to the agency', async () => {
    const id = await incident()
    expect(await knownOf(id)).toEqual(nothingFurtherKnown)
    expect(await history(id)).toEqual([])
  })

  it('keeps every version with who and when, and the latest counts', async () => {
    const id = await incident()
    const rae: Actor = { kind: 'account', accountId, regionId, roles: ['duty_coordinator'] }
    const crew = { agencyId, role: 'firefighters', exposure: 'direct', count: 4 } as const
    await record(id, { fatalities: 'yes' })
    await record(id, { fatalities: 'no', childInvolved: 'yes' }, rae)
    await base.setNow(start.add({ minutes: 5 }))
    await record(id, { investigation: 'criminal', interpreterLanguage: 'pt', exposed: [crew] }, rae)
    const kept = await history(id)
    expect(kept.map(({ recordedAt, recordedBy }) => [recordedAt.toString(), recordedBy])).toEqual([
      ['2026-11-23T20:05:00Z', accountId],
      ['2026-11-23T20:00:00Z', accountId],
      ['2026-11-23T20:00:00Z', null],
    ])
    expect(kept[1]!.facts).toEqual({ ...nothingFurtherKnown, fatalities: 'no', childInvolved: 'yes' })
    expect(kept[2]!.facts).toEqual({ ...nothingFurtherKnown, fatalities: 'yes' })
    expect(await knownOf(id)).toEqual({
      ...nothingFurtherKnown,
      investigation: 'criminal',
      interpreterLanguage: 'pt',
      exposed: [crew],
    })
  })

  it('changes and deletes nothing', async () => {
    const id = await incident()
    await record(id, {})
    for (const table of ['incident.further_facts', 'incident.exposed_group']) {
      const privileges = await base.admin.query(
        `select has_any_column_privilege('tailboard_app', $1, 'update') as changes,
                has_table_privilege('tailboard_app', $1, 'delete') as deletes,
                has_table_privilege('tailboard_app', $1, 'truncate') as empties`,
        [table],
      )
      expect(privileges.rows).toEqual([{ changes: false, deletes: false, empties: false }])
    }
  })

  it('takes every code the program knows', async () => {
    const id = await incident()
    const each: Partial<FurtherFacts>[] = [
      ...told.map((answer) => ({ restedEnough: answer })),
      ...investigations.map((investigation) => ({ investigation })),
      ...shiftPatterns.map((shiftPattern) => ({ shiftPattern })),
      ...earlierIncidentBands.map((earlierIncidents) => ({ earlierIncidents })),
      ...interpreterLanguages.map((interpreterLanguage) => ({ interpreterLanguage })),
      ...exposures.map((exposure) => ({
        exposed: [{ agencyId, role: 'firefighters' as const, exposure, count: 1 }],
      })),
    ]
    for (const facts of each) await record(id, facts)
    expect((await history(id)).map((one) => one.facts).toReversed()).toEqual(
      each.map((facts) => ({ ...nothingFurtherKnown, ...facts })),
    )
  })

  it.each([
    ['fatalities', 'further_facts', 'told_known'],
    ['other_team_contacted', 'further_facts', 'told_known'],
    ['investigation', 'further_facts', 'further_investigation_known'],
    ['shift_pattern', 'further_facts', 'further_shift_pattern_known'],
    ['earlier_incidents', 'further_facts', 'further_earlier_incidents_known'],
    ['interpreter_language', 'further_facts', 'further_interpreter_known'],
    ['exposure', 'exposed_group', 'exposed_exposure_known'],
  ])('takes no sentence as %s, whoever writes it', async (column, table, constraint) => {
    const id = await incident()
    await record(id, { exposed: [{ agencyId, role: 'firefighters', exposure: 'direct', count: 2 }] })
    const change = base.admin.query(
      `update incident.${table} set ${column} = 'he is not coping' where incident_id = $1`,
      [id],
    )
    await expect(change).rejects.toMatchObject({ constraint })
  })

  it('has no column for a sentence', async () => {
    const { rows } = await base.admin.query(`
      select a.attname as column_name
        from pg_attribute a join pg_type t on t.oid = a.atttypid
       where a.attrelid in ('incident.further_facts'::regclass, 'incident.exposed_group'::regclass)
         and a.attnum > 0 and t.typname = 'text' and not exists (
           select 1 from pg_constraint k
            where k.conrelid = a.attrelid and k.contype = 'c' and a.attnum = any (k.conkey))`)
    expect(rows.map((row) => row.column_name)).toEqual(['role'])
  })

  it('refuses what the program does not know before it reaches the database', async () => {
    const id = await incident()
    await expect(record(id, { fatalities: 'a man fell' as 'yes' })).rejects.toThrow(/fatalities/)
    expect(await history(id)).toEqual([])
  })

  it('counts exposure only of groups the incident has', async () => {
    const id = await incident()
    const stranger = { agencyId, role: 'medics', exposure: 'direct', count: 2 } as const
    await expect(record(id, { exposed: [stranger] })).rejects.toMatchObject({
      constraint: 'exposed_affected_group',
    })
    expect(await history(id)).toEqual([])
  })

  it('is another region’s neither to read nor to write', async () => {
    const id = await incident()
    await record(id, { fatalities: 'yes' })
    const elsewhere: Actor = { kind: 'system', regionId: await region('inland') }
    expect(await history(id, elsewhere)).toEqual([])
    await expect(record(id, {}, elsewhere)).rejects.toMatchObject({ constraint: 'further_incident' })
    const smuggled = base.db.write(elsewhere, (tx) =>
      recordFurther({ ...tx, regionId }, id, nothingFurtherKnown),
    )
    await expect(smuggled).rejects.toThrow(/row-level security/)
    expect(await history(id)).toHaveLength(1)
  })
})
