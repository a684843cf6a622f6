import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readIncidents } from './importRows.ts'
import { readMapping } from './mapping.ts'

const folder = join(import.meta.dirname, '../../content/mappings')
const text = (name: string) => readFileSync(join(folder, name), 'utf8')
const types = (
  parse(text('neris-incident-types.csv'), { columns: true }) as Record<
    'category' | 'group' | 'type',
    string
  >[]
).map((row) => [row.category, row.group, row.type].filter((part) => part !== '').join('||'))

describe('the mapping for NERIS types', () => {
  const read = readMapping(text('neris.json'))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const { mapping } = read
  if (mapping.rows !== 'call') throw new Error('one row a call')

  it('knows 128 types, and screens by no code that is not among them', () => {
    expect(types).toHaveLength(128)
    expect(mapping.mayQualify.filter((code) => !types.includes(code))).toEqual([])
  })

  it('reads one call of every type: some may qualify, most are advice only, no kind is claimed', () => {
    const csv = [
      'incident_number,call_received,incident_type,town,service',
      ...types.map(
        (code, index) => `N${index},2026-06-02 14:20,${code},Larkfield,${index % 2 === 0 ? 'fire' : 'ems'}`,
      ),
    ].join('\n')
    const { incidents, broken } = readIncidents(csv, mapping)
    expect(broken).toEqual([])
    expect(incidents).toHaveLength(types.length)
    const may = incidents.filter((incident) => incident.screening === 'may_qualify')
    expect(may).toHaveLength(mapping.mayQualify.length)
    expect(may.length).toBeLessThan(types.length / 2)
    expect(new Set(incidents.map((incident) => incident.kind))).toEqual(new Set(['other']))
  })
})
