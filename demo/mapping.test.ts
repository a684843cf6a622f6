import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readIncidents, readMapping } from '../src/incident/index.ts'
import { agenciesByRule, regionFile } from './region.ts'

const text = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

describe.each([
  ['harbor', 'harbor/incidents.csv'],
  ['montgomery', 'montgomery-county.csv'],
])('the mapping of %s', (slug, file) => {
  const region = regionFile.parse(JSON.parse(text(`${slug}/region.json`)))
  const mapping = readMapping(text(`${slug}/mapping.json`))
  if (!mapping.ok) throw new Error(mapping.problems.join('\n'))
  const read = readIncidents(text(file), mapping.mapping)

  test('breaks no row and stands in the region’s zone', () => {
    expect(read.broken).toEqual([])
    expect(mapping.mapping.zone).toBe(region.timeZone)
  })

  test('names only agencies the region has', () => {
    const agencies =
      'agencies' in region
        ? region.agencies
        : agenciesByRule(region.agencyRule, parse(text(file), { columns: true }), region.state)
    const known = new Set(agencies.map((agency) => agency.name))
    const named = read.incidents.flatMap((incident) => incident.groups.map((group) => group.agency))
    expect(named.filter((agency) => !known.has(agency))).toEqual([])
  })

  test('leaves outside what the region leaves outside', () => {
    expect('agencyRule' in region ? region.agencyRule.outside : []).toEqual(mapping.mapping.outsideTowns)
  })
})
