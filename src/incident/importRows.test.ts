import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIncidents } from './importRows.ts'
import { type Mapping, readMapping } from './mapping.ts'

const demo = (name: string) => readFileSync(new URL(`../../demo/${name}`, import.meta.url), 'utf8')
function mappingOf(given: unknown): Mapping {
  const read = readMapping(typeof given === 'string' ? given : JSON.stringify(given))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.mapping
}
const groups = mappingOf(demo('harbor/mapping.json'))

const header = 'number,kind,occurred_at,over_at,town,agency,role,count'
const good =
  'T-1,serious_duty_injury,2026-06-02 14:20,2026-06-02 16:05,Alderbrook,Alderbrook Police,officers,4'
const other = 'T-2,other,2026-06-03 09:00,,Dunmere,Dunmere Police,officers,5'
const fromGroups = (...lines: string[]) => readIncidents([header, ...lines].join('\n'), groups)

test('a file broken from end to end is reported, not thrown on', () => {
  // One call takes some 120,000 arguments before the stack is full; this file breaks in more places than that.
  const bad = ',nonsense,never,,,,,'
  const read = readIncidents([header, ...Array.from({ length: 30_000 }, () => bad)].join('\n'), groups)
  expect(read.incidents).toEqual([])
  expect(new Set(read.broken.map((one) => one.row)).size).toBe(30_000)
  expect(read.broken.length).toBeGreaterThan(130_000)
}, 60_000)

describe('rows of affected groups', () => {
  test('read Harbor’s file: every incident, nothing broken', () => {
    const read = readIncidents(demo('harbor/incidents.csv'), groups)
    expect(read.broken).toEqual([])
    expect(read.rows).toBe(90)
    expect(read.incidents).toHaveLength(49)
    expect(read.incidents[0]).toEqual({
      number: 'H26-001',
      rows: [2, 3],
      kind: 'child_death_or_injury',
      occurredAt: Temporal.Instant.from('2026-06-02T18:20:00Z'),
      overAt: Temporal.Instant.from('2026-06-02T20:05:00Z'),
      town: 'Alderbrook',
      groups: [
        { agency: 'Alderbrook Police', role: 'officers', count: 4 },
        { agency: 'Harbor Ambulance', role: 'medics', count: 3 },
      ],
      screening: null,
      services: 0,
      assumed: [],
    })
    expect(read.incidents.at(-1)!.overAt).toBeNull()
  })

  test.each<[string, string, string | null, RegExp]>([
    ['an unknown kind', good.replace('serious_duty_injury', 'flood'), 'kind', /"flood" is no kind/],
    [
      'a property every object has',
      good.replace('serious_duty_injury', 'constructor'),
      'kind',
      /"constructor"/,
    ],
    ['an unknown role', good.replace('officers', 'cops'), 'role', /"cops" is no role/],
    ['a day that is none', good.replace('2026-06-02 14', '2026-02-30 14'), 'occurred_at', /no day and time/],
    ['an hour that is none', good.replace(' 14:20', ' 25:20'), 'occurred_at', /no day and time/],
    [
      'a time written otherwise',
      good.replace('2026-06-02 14:20', '2 June'),
      'occurred_at',
      /not written like/,
    ],
    ['a year of long ago', good.replace('2026-06-02 14', '0026-06-02 14'), 'occurred_at', /1970/],
    ['no time', good.replace('2026-06-02 14:20', ''), 'occurred_at', /is empty/],
    ['an end before the beginning', good.replace('16:05', '12:00'), 'over_at', /before it happened/],
    ['no number', good.replace('T-1', ' '), 'number', /is empty/],
    ['no town', good.replace('Alderbrook,', ','), 'town', /is empty/],
    ['no agency', good.replace('Alderbrook Police', ''), 'agency', /is empty/],
    ['nobody', good.replace(/4$/, '0'), 'count', /no number of people/],
    ['too many', good.replace(/4$/, '5001'), 'count', /no number of people/],
    ['half a person', good.replace(/4$/, '1.5'), 'count', /no number of people/],
    ['a negative crew', good.replace(/4$/, '-4'), 'count', /no number of people/],
    ['a control character', good.replace('Alderbrook,', 'Alder\u0000brook,'), 'town', /control characters/],
    [
      'a sign that turns text around',
      good.replace('Alderbrook,', 'Alder\u202ebrook,'),
      'town',
      /control characters/,
    ],
    ['a town of 81 letters', good.replace('Alderbrook,', `${'a'.repeat(81)},`), 'town', /longer than 80/],
    ['a cell too many', `${good},x`, null, /has 9 cells where the header has 8/],
    ['a cell too few', good.replace(/,4$/, ''), null, /has 7 cells/],
  ])(
    '%s: named once with its row, column and remedy; the other incident is read',
    (_name, line, column, what) => {
      const read = fromGroups(line, other)
      expect(read.broken).toHaveLength(1)
      expect(read.broken[0]).toMatchObject({ row: 2, column, what: expect.stringMatching(what) })
      expect(read.broken[0]!.remedy).not.toBe('')
      expect(read.incidents.map((one) => one.number)).toEqual(['T-2'])
    },
  )

  test.each<[string, string, RegExp]>([
    ['a broken count', good.replace('Police,officers,4', 'Fire,firefighters,many'), /no number of people/],
    [
      'another kind',
      good.replace('serious_duty_injury', 'other').replace('officers', 'command'),
      /differs from row 2/,
    ],
    ['another time', good.replace('14:20', '14:21').replace('officers', 'command'), /differs from row 2/],
    ['another count of the same group', good.replace(/4$/, '5'), /same role at the same agency as row 2/],
    ['a cell too many', `${good},`, /has 9 cells/],
  ])('an incident whose second row has %s is left out whole, and says which rows', (_name, line, what) => {
    const read = fromGroups(good, line, other)
    expect(read.broken).toEqual([
      expect.objectContaining({ row: 3, leavesOut: [2], what: expect.stringMatching(what) }),
    ])
    expect(read.incidents.map((one) => one.number)).toEqual(['T-2'])
  })

  test('a row repeated cell by cell says nothing new', () => {
    const read = fromGroups(good, good)
    expect(read.broken).toEqual([])
    expect(read.incidents[0]).toMatchObject({ rows: [2, 3], groups: [{ count: 4 }] })
  })

  test('markup and formulas are only text', () => {
    const read = fromGroups('=1+1,other,2026-06-02 14:20,,<b onclick=x>,"=HYPERLINK(""x"")",officers,4')
    expect(read.incidents[0]).toMatchObject({
      number: '=1+1',
      town: '<b onclick=x>',
      groups: [{ agency: '=HYPERLINK("x")' }],
    })
  })

  test('a message cannot steer the terminal it is printed on', () => {
    const [problem] = fromGroups(good.replace('officers', '\u001b[2J\u202ecops')).broken
    expect(problem!.what).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('a file that cannot be read', () => {
  test.each<[string, string, RegExp]>([
    ['empty', '', /file is empty/],
    ['only blank lines', '\n\n', /file is empty/],
    ['of other columns', 'a,b\n1,2', /no column is called "number", "occurred_at"/],
    ['of another delimiter', `${header}\n${good}`.replaceAll(',', ';'), /no column is called/],
    ['with a column twice', `${header},town\n${good},x`, /two columns are called "town"/],
    ['with an open quotation mark', `${header}\n${good}\n"${other}`, /never closed/],
    ['binary', '\u0000\u0001\uD800"', /./],
  ])('%s: says so once and holds no incident', (_name, text, what) => {
    const read = readIncidents(text, groups)
    expect(read.incidents).toEqual([])
    expect(read.broken).toEqual([expect.objectContaining({ what: expect.stringMatching(what) })])
  })

  test('a byte order mark, Windows line ends and another order of columns are no obstacle', () => {
    const turned = [header, good].map((line) => line.split(',').reverse().join(',')).join('\r\n')
    expect(readIncidents(`\uFEFF${turned}\r\n\r\n`, groups)).toMatchObject({
      broken: [],
      incidents: [{ number: 'T-1' }],
    })
  })
})

describe('whatever a file holds', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', '"', '"\n', 'T-1', 'other', '2026-06-02 14:20', 'officers', '4', 'Dunmere', '\u0000'),
  )
  const line = fc.array(cell, { maxLength: 10 }).map((cells) => cells.join(','))

  test('nothing throws, and each row is an incident’s, broken or left out', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const read = fromGroups(...lines)
        if (read.rows === 0) return
        const told = new Set([
          ...read.incidents.flatMap((one) => one.rows),
          ...read.broken.flatMap((one) => [one.row, ...one.leavesOut]),
        ])
        expect(told.size).toBe(read.rows)
        for (const incident of read.incidents)
          expect(read.broken.some((one) => incident.rows.includes(one.row))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('translating', () => {
  const own = mappingOf({
    rows: 'group',
    delimiter: ';',
    zone: 'America/New_York',
    times: 'us',
    number: { column: 'Case' },
    occurredAt: { column: 'When' },
    overAt: { assumedMinutes: 30 },
    town: { always: 'Dunmere' },
    kind: { column: 'What', values: { SHOOT: 'officer_involved_shooting' } },
    agency: { column: 'Who', values: { DPD: 'Dunmere Police' } },
    role: { always: 'officers' },
    count: { column: 'N' },
  })
  const read = (when: string) => readIncidents(`Case;When;What;Who;N\n7;${when};SHOOT;DPD;4`, own)

  test('uses the mapping’s values and names what it assumed', () => {
    const [incident] = read('6/2/2026 2:20 PM').incidents
    expect(incident).toMatchObject({
      kind: 'officer_involved_shooting',
      groups: [{ agency: 'Dunmere Police' }],
    })
    expect(incident!.assumed.toSorted()).toEqual([
      'over 30 minutes after it began',
      'role "officers" for every row',
      'town "Dunmere" for every row',
    ])
  })

  test.each([
    ['6/2/2026 2:20 PM', '2026-06-02T18:20:00Z'],
    ['06/02/2026 14:20', '2026-06-02T18:20:00Z'],
    ['6/2/2026 12:05:30 AM', '2026-06-02T04:05:30Z'],
    ['2/29/2028 12:05 pm', '2028-02-29T17:05:00Z'],
    // Clocks go back on 1 November 2026 in New York: 1:30 happens twice, the earlier is meant.
    ['11/1/2026 1:30 AM', '2026-11-01T05:30:00Z'],
  ])('%s is %s', (written, instant) => {
    expect(String(read(written).incidents[0]!.occurredAt)).toBe(instant)
  })

  test('names the doubt about a time that happened twice', () => {
    expect(read('11/1/2026 1:30 AM').incidents[0]!.assumed).toContain(
      'the earlier of two when clocks went back',
    )
  })

  test.each([
    '3/8/2026 2:30 AM',
    '2/29/2026 1:00 PM',
    '6/2/2026 13:20 PM',
    '6/2/2026 0:20 AM',
    '31/12/2026 1:00 PM',
  ])('%s does not exist', (written) =>
    expect(read(written)).toMatchObject({ incidents: [], broken: [{ column: 'When' }] }),
  )

  test('a time with its own offset needs no zone', () => {
    const read = fromGroups(good.replace('2026-06-02 14:20', '2026-06-02T14:20:00+02:00'))
    expect(String(read.incidents[0]!.occurredAt)).toBe('2026-06-02T12:20:00Z')
  })
})
