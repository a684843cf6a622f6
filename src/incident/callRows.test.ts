import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readIncidents } from './importRows.ts'
import { readMapping } from './mapping.ts'

const demo = (name: string) => readFileSync(new URL(`../../demo/${name}`, import.meta.url), 'utf8')
const read = readMapping(demo('montgomery/mapping.json'))
if (!read.ok) throw new Error(read.problems.join('\n'))
const calls = read.mapping
const fromCalls = (...lines: string[]) =>
  readIncidents(['number,received_at,nature,township', ...lines].join('\n'), calls)

describe('rows of dispatched calls', () => {
  test('read Montgomery County’s file: other counties outside, nothing broken', () => {
    const read = readIncidents(demo('montgomery-county.csv'), calls)
    expect(read.broken).toEqual([])
    expect(read.rows).toBe(1525)
    expect(read.outside.length).toBeGreaterThan(10)
    expect(read.outside.filter((note) => !note.what.endsWith(' COUNTY'))).toEqual([])
    expect(read.incidents.flatMap((one) => one.rows).length + read.outside.length).toBe(1525)
    expect(new Set(read.incidents.map((one) => one.kind))).toEqual(new Set(['other']))
    const qualifying = read.incidents.filter((one) => one.screening === 'may_qualify')
    const towns = qualifying.filter((one) => one.services >= 2).map((one) => one.town)
    expect(towns).toEqual([
      'Lower Gwynedd',
      'Upper Hanover',
      'Limerick',
      'Upper Providence',
      'New Hanover',
      'Abington',
      'Abington',
      'Norristown',
    ])
  })

  test('two services at one fire are one incident with two groups, under the first number', () => {
    const read = fromCalls(
      'A2,2016-01-15 13:24,EMS: BUILDING FIRE,LOWER GWYNEDD',
      'A1,2016-01-15 13:23,Fire: BUILDING FIRE,LOWER GWYNEDD',
    )
    expect(read.incidents).toEqual([
      {
        number: 'A1',
        rows: [2, 3],
        kind: 'other',
        occurredAt: Temporal.Instant.from('2016-01-15T18:23:00Z'),
        overAt: Temporal.Instant.from('2016-01-15T19:53:00Z'),
        town: 'Lower Gwynedd',
        groups: [
          { agency: 'Lower Gwynedd, ambulance service', role: 'medics', count: 3 },
          { agency: 'Lower Gwynedd, fire service', role: 'firefighters', count: 6 },
        ],
        screening: 'may_qualify',
        services: 2,
        assumed: [
          'kind "other" for every row',
          'over 90 minutes after it began',
          'ambulance service: a crew of 3',
          'fire service: a crew of 6',
          'calls alike in one town within 10 minutes are one incident',
        ],
      },
    ])
  })

  test.each<[string, string, string, number]>([
    ['ten minutes', '2016-01-15 13:33,EMS: BUILDING FIRE', 'ABINGTON', 1],
    ['eleven minutes', '2016-01-15 13:34,EMS: BUILDING FIRE', 'ABINGTON', 2],
    ['another town', '2016-01-15 13:24,EMS: BUILDING FIRE', 'LIMERICK', 2],
    ['another nature', '2016-01-15 13:24,EMS: BURN VICTIM', 'ABINGTON', 2],
    ['a trailing dash', '2016-01-15 13:24,Traffic: BUILDING  FIRE -', 'ABINGTON', 1],
  ])('a second call with %s apart', (_name, call, town, incidents) => {
    const read = fromCalls('A1,2016-01-15 13:23,Fire: BUILDING FIRE,ABINGTON', `A2,${call},${town}`)
    expect(read.incidents).toHaveLength(incidents)
  })

  test('calls that follow one another do not grow into one incident: minutes count from the first', () => {
    const at = (minute: number) => `A${minute},2016-01-15 13:${minute},EMS: FALL VICTIM,ABINGTON`
    expect(fromCalls(at(10), at(18), at(26)).incidents.map((one) => one.rows)).toEqual([[2, 3], [4]])
  })

  test.each([
    ['EMS: CARDIAC ARREST', 'may_qualify'],
    ['Fire: RESCUE - WATER', 'may_qualify'],
    ['Fire: RESCUE - ELEVATOR', 'advice_only'],
    ['EMS: CARDIAC EMERGENCY', 'advice_only'],
    ['Fire: ELECTRICAL FIRE OUTSIDE', 'advice_only'],
    ['Traffic: VEHICLE ACCIDENT -', 'advice_only'],
  ])('%s: %s', (nature, screening) => {
    expect(fromCalls(`A1,2016-01-15 13:23,${nature},ABINGTON`).incidents[0]).toMatchObject({ screening })
  })

  test.each<[string, string, RegExp]>([
    ['an unknown service', 'A2,2016-01-15 13:24,Marine: BUILDING FIRE,ABINGTON', /begins with no service/],
    ['no town', 'A2,2016-01-15 13:24,EMS: BUILDING FIRE,', /is empty/],
    ['no number', ',2016-01-15 13:24,EMS: BUILDING FIRE,ABINGTON', /is empty/],
    ['a number of another call', 'A1,2016-01-15 13:24,EMS: BUILDING FIRE,ABINGTON', /number "A1" of row 2/],
    ['no time', 'A2,,EMS: BUILDING FIRE,ABINGTON', /is empty/],
  ])('%s is reported', (_name, line, what) => {
    const read = fromCalls('A1,2016-01-15 13:23,Fire: BUILDING FIRE,ABINGTON', line)
    expect(read.broken).toEqual([expect.objectContaining({ row: 3, what: expect.stringMatching(what) })])
  })

  test('an incident of which one call is broken is left out whole', () => {
    const read = fromCalls(
      'A1,2016-01-15 13:23,Fire: BUILDING FIRE,ABINGTON',
      ',2016-01-15 13:24,EMS: BUILDING FIRE,ABINGTON',
    )
    expect(read.incidents).toEqual([])
    expect(read.broken[0]).toMatchObject({ row: 3, leavesOut: [2] })
  })

  test('a repeated call counts once', () => {
    const line = 'A1,2016-01-15 13:23,Fire: BUILDING FIRE,ABINGTON'
    expect(fromCalls(line, line)).toMatchObject({ broken: [], incidents: [{ rows: [2], services: 1 }] })
  })
})
