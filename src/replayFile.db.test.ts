import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { loadPlans } from './activation/index.server.ts'
import { violationsOf } from './activation/simulation.ts'
import { readIncidents, readMapping } from './incident/index.ts'
import { replayFile } from './replayFile.server.ts'
import type { Source } from './replaySources.server.ts'
import { playIncident } from './replayWorld.server.ts'

const root = join(import.meta.dirname, '..')
const url = (role: string, database: string) =>
  inject('cluster')
    .replaceAll('%7B', '{')
    .replaceAll('%7D', '}')
    .replace('{role}', role)
    .replace('{database}', database)
const read = readMapping(readFileSync(join(root, 'demo/harbor/mapping.json'), 'utf8'))
if (!read.ok) throw new Error(read.problems.join('\n'))
const { mapping } = read

/** One incident at one agency, with what the test adds. */
function sourceNamed(file: string, ...more: readonly string[]): Source {
  const csv = [
    'number,kind,occurred_at,over_at,town,agency,role,count',
    'T-1,child_death_or_injury,2026-06-02 14:20,2026-06-02 16:05,Alderbrook,Alderbrook Police,officers,6',
    ...more,
  ].join('\n')
  const { incidents } = readIncidents(csv, mapping)
  return { file, region: 'harbor', csv, mapping, read: incidents.length, played: incidents, assumed: [] }
}

describe('a replayed file', () => {
  it('comes in by the import and ends with a filled team without a violation', async () => {
    const result = await replayFile(sourceNamed('sound.csv'), { root, url, say: () => {} })
    expect(result.refused).toBeNull()
    expect(result.activations.length).toBeGreaterThan(0)
    expect(result.activations.every((one) => one.minutesToFilled !== null)).toBe(true)
    expect(result.activations.flatMap((one) => one.team).map((one) => one.agency)).not.toContain(
      'Alderbrook Police',
    )
    expect(violationsOf(result.seats)).toBe(0)
  })

  it('counts one violation when one seat goes to somebody of the affected agency', async () => {
    const result = await replayFile(sourceNamed('planted.csv'), {
      root,
      url,
      say: () => {},
      play: async (world, incident) => {
        const plans = await playIncident(world, incident)
        const own = world.loaded.agencies.get('Alderbrook Police')
        const planted = world.loaded.members.find(
          ({ member }) =>
            member.agency === 'Alderbrook Police' &&
            member.role === 'peer' &&
            member.standing === 'active' &&
            member.agreementSignedDaysAgo !== null &&
            member.designationDaysAgo !== null,
        )
        expect([own, planted]).not.toContain(undefined)
        const seat = plans[0]!.seats.find((one) => one.taken !== null)!
        await world.admin.query('update activation.offer set member_id = $1 where id = $2', [
          planted!.id,
          seat.taken!.offerId,
        ])
        const { activationId } = plans[0]!
        return await world.db.read(world.coordinator, (reader) => loadPlans(reader, { activationId }))
      },
    })
    expect(result.activations.flatMap((one) => one.team).map((one) => one.agency)).toContain(
      'Alderbrook Police',
    )
    expect(violationsOf(result.seats)).toBe(1)
  })

  it('leaves out an incident with a broken row, and tells which', async () => {
    const source = sourceNamed(
      'broken.csv',
      'T-2,child_death_or_injury,2026-06-09 14:20,,Nowhere,Nowhere Police,officers,6',
    )
    const result = await replayFile(source, { root, url, say: () => {} })
    expect(result.qualifying).toBe(1)
    expect(result.refused).toMatch(/row 3, "agency": this region has no agency called "Nowhere Police"/)
  })
})
